#!/usr/bin/env node
/*
 * The first file that runs. It must be read by any Node, so it says at once if that one is too old; then it
 * turns on the compile cache and hands over. It imports nothing of Node's: an old one must come as far as the
 * question of its age, and an import of node:fs or node:process would load far more of Node than is used
 * here.
 */
import {launchFrom} from './launch.ts';
import {userFolder} from './options/user-folder.ts';

declare const INKWELL_VERSION: string;
/** The names of all commands; absent when the sources run as they are. */
declare const INKWELL_COMMANDS: readonly string[] | undefined;

const NEEDED = [22, 19] as const;

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]);
}

/** Compiled code is stored in Inkwell's own cache folder, not in the shared temporary one. */
function cacheFolder(): string {
  const home = process.getBuiltinModule('node:os').homedir();
  const cache = userFolder('cache', {environment: process.env, platform: process.platform, home});
  return process.getBuiltinModule('node:path').join(cache, 'code');
}

/** The plain ways to ask for help; run.ts understands them all. */
async function helpFor([first = '', second, ...more]: readonly string[]): Promise<string | undefined> {
  if (more.length > 0) return undefined;
  const named = second === undefined ? '' : asksForHelp(second) ? first : second;
  const asks = second === undefined ? first : asksForHelp(second) ? second : first;
  if (!asksForHelp(asks) && asks !== 'help') return undefined;
  if (second !== undefined && named === '') return undefined;
  const {PAGES: pages} = await import('./help-pages.ts');
  return pages && Object.hasOwn(pages, named) ? pages[named] : undefined;
}

function asksForHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

/** Names the platform and Node of an archive that carries its own Node; nothing for the package from npm. */
function archiveNote(): string {
  try {
    const file = process.getBuiltinModule('node:path').join(import.meta.dirname, 'archive.json');
    const {platform} = JSON.parse(process.getBuiltinModule('node:fs').readFileSync(file, 'utf8')) as {
      platform: string;
    };
    return ` (archive for ${platform}, Node ${process.versions.node})`;
  } catch {
    return '';
  }
}

/**
 * The folder, made here since Node would make it for everybody to read. Undefined where there is none, or
 * where somebody else could put code into it, which would run: into itself, or in its place.
 */
function privateFolder(folder: string): string | undefined {
  const {chmodSync, mkdirSync, readdirSync} = process.getBuiltinModule('node:fs');
  const path = process.getBuiltinModule('node:path');
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700});
    if (process.geteuid === undefined) return folder;
    const own = path.dirname(folder);
    if (!isMine(path.dirname(own), true) || !isMine(own, true) || !isMine(folder, false)) return undefined;
    chmodSync(folder, 0o700);
    // Code that somebody put there while others could write to it.
    if (!readdirSync(folder).every(name => isMine(path.join(folder, name), false))) return undefined;
    return folder;
  } catch {
    return undefined;
  }
}

/**
 * True if no other user but root can change what is in a folder, nor lead there. Where it may be `sticky`,
 * others may add entries, and change only their own.
 */
function isMine(folder: string, sticky: boolean): boolean {
  const {lstatSync, statSync} = process.getBuiltinModule('node:fs');
  const {mode, uid} = statSync(folder);
  const isShared = (mode & 0o022) !== 0 && !(sticky && (mode & 0o1000) !== 0);
  return (
    !isShared && [uid, lstatSync(folder).uid].every(owner => owner === 0 || owner === process.geteuid?.())
  );
}

/** Sources alone, or nothing: what else a line means is for run.ts to find out. */
function opensReader(words: readonly string[]): boolean {
  return (
    words.length === 0 ||
    (typeof INKWELL_COMMANDS !== 'undefined' &&
      words.every(word => !word.startsWith('-') && !INKWELL_COMMANDS.includes(word)))
  );
}

async function start(): Promise<void> {
  const words = process.argv.slice(2);
  if (words.length === 1 && (words[0] === '--version' || words[0] === '-v')) {
    process.stdout.write(`${INKWELL_VERSION}${archiveNote()}\n`);
    return;
  }
  const help = await helpFor(words);
  if (help !== undefined) {
    process.stdout.write(help);
    return;
  }
  const folder = privateFolder(cacheFolder());
  const isReader = opensReader(words) && process.stdin.isTTY && process.stdout.isTTY;
  const launch = isReader && folder !== undefined ? launchFrom(folder, words) : undefined;
  const cache = process.env['NODE_COMPILE_CACHE'] ?? folder;
  if (cache !== undefined) process.getBuiltinModule('node:module').enableCompileCache(cache);
  const {run} = await import('./command-line/run.ts');
  process.exitCode = await run(words, {launch});
  if (launch) leave();
}

/**
 * The reader has written all that it keeps. Node would now take its heap apart piece by piece, which the
 * shell would wait for; only the compile cache is still to be written, and that only by the first run of a
 * version.
 */
function leave(): never {
  process.getBuiltinModule('node:module').flushCompileCache();
  process.exit();
}

if (isTooOld(process.versions.node)) {
  process.stderr.write(
    `Inkwell needs Node ${NEEDED.join('.')} or later; this is Node ${process.versions.node}. Install a newer Node and try again.\n`,
  );
  process.exitCode = 1;
} else {
  await start();
}
