import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readFile, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {delimiter, dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {isThere} from '../helpers/is-there.ts';
import {Terminal} from '../helpers/terminal.ts';

/*
 * What is published, as somebody gets it: packed, installed into an empty prefix, run in an empty home, taken
 * away. `.ci/run` brings the three versions of Node; without it only the one at hand is tried.
 */

const ROOT = join(import.meta.dirname, '../..');
const NODES = process.env['INKWELL_NODES'];
const {name: PACKAGE} = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {name: string};
const run = promisify(execFile);
const hasMan = isThere('man');

let folder: string;
let tarball: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkwell-package-'));
  const {stdout} = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT);
  const [pack] = JSON.parse(stdout) as [{filename: string}];
  tarball = join(folder, pack.filename);
});

afterAll(() => rm(folder, {recursive: true, force: true, maxRetries: 3}));

const prefixOf = (version: string) => join(folder, `prefix-${version}`);
const homeOf = (version: string) => join(folder, `home-${version}`);

const surroundings = (version: string, node = '') => ({
  PATH: [join(prefixOf(version), 'bin'), dirname(node), process.env['PATH']].join(delimiter),
  HOME: homeOf(version),
  LANG: 'C.UTF-8',
  TZ: 'UTC',
});

for (const version of ['22.19', '24', '26']) {
  const node = nodeOf(version);
  if (!node)
    console.warn(`NOT TRIED: the package under Node ${version}, which is not here. .ci/run brings it.`);
  describe.skipIf(!node || process.platform === 'win32')(`under Node ${version}, what is published`, () => {
    test('is that version', async () => {
      expect((await run(node ?? '', ['--version'])).stdout).toMatch(
        new RegExp(`^v${version.replace('.', '\\.')}\\.`),
      );
    });

    test('installs without a script, offline, into an empty prefix', async () => {
      await mkdir(homeOf(version));
      await npm(['install', '--global', '--offline', '--prefix', prefixOf(version), tarball], folder, node);
      expect(await readdir(join(prefixOf(version), 'bin'))).toEqual(['inkwell']);
    });

    test('says its version, and lists the journal, with nothing on standard error', async () => {
      const {version: ours} = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
        version: string;
      };
      const how = {env: surroundings(version, node), cwd: folder, maxBuffer: 1e8};
      expect(await run('inkwell', ['--version'], how)).toEqual({stdout: `${ours}\n`, stderr: ''});
      const {stderr, stdout} = await run('inkwell', ['list', '--json'], how);
      expect(stderr).toBe('');
      const {articles} = JSON.parse(stdout) as {articles: readonly object[]};
      expect(articles.length).toBeGreaterThan(10);
    });

    test.skipIf(!hasMan)('is found by man', async () => {
      const {stdout} = await run('man', ['-w', 'inkwell'], {env: surroundings(version, node)});
      expect(stdout).toMatch(/inkwell\.1\n$/);
      expect(stdout.startsWith(prefixOf(version))).toBe(true);
    });

    test('opens the journal in a terminal, and leaves at q', async () => {
      const terminal = new Terminal({
        command: ['sh', '-c', 'inkwell 2> "$HOME/../errors"'],
        cwd: folder,
        environment: {...surroundings(version, node), XDG_CONFIG_HOME: undefined, XDG_DATA_HOME: undefined},
      });
      await terminal.until(/The Inkwell Journal[\s\S]+ 1 of \d+/);
      terminal.press('q');
      expect((await terminal.exit()).code).toBe(0);
      expect(await readFile(join(folder, 'errors'), 'utf8')).toBe('');
      terminal.close();
    });

    test('goes without leaving more than the documents say', async () => {
      await npm(['uninstall', '--global', '--prefix', prefixOf(version), PACKAGE], folder, node);
      expect(await filesIn(prefixOf(version))).toEqual([]);
      const left = await filesIn(homeOf(version));
      expect(left.filter(file => !DOCUMENTED.some(place => file.startsWith(place)))).toEqual([]);
      expect(left).toContain(process.platform === 'darwin' ? MAC_LIBRARY : '.local/share/inkwell/library.db');
    });
  });
}

/** docs/privacy.md names these. */
const DOCUMENTED = [
  '.config/inkwell/',
  '.local/share/inkwell/',
  '.cache/inkwell/',
  'Library/Preferences/inkwell/',
  'Library/Application Support/inkwell/',
  'Library/Caches/inkwell/',
];
const MAC_LIBRARY = 'Library/Application Support/inkwell/library.db';

/** The Node of a version, or nothing where it is not here. */
function nodeOf(version: string): string | undefined {
  const [major = ''] = version.split('.');
  const brought = NODES === undefined ? undefined : join(NODES, 'node_modules', `node-${major}`, 'bin/node');
  if (brought !== undefined && existsSync(brought)) return brought;
  return process.versions.node.startsWith(`${version}.`) ? process.execPath : undefined;
}

/**
 * npm, run by the Node that is tried; its cache and its own settings stay out of the home that is looked at.
 */
async function npm(words: readonly string[], cwd: string, node?: string): Promise<{stdout: string}> {
  const {INKWELL_NODES: _, ...environment} = process.env;
  const path = [...(node === undefined ? [] : [dirname(node)]), process.env['PATH']].join(delimiter);
  return await run('npm', words, {cwd, env: {...environment, PATH: path}, maxBuffer: 1e8});
}

async function filesIn(place: string): Promise<readonly string[]> {
  const entries = await readdir(place, {recursive: true, withFileTypes: true});
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(place.length + 1))
    .toSorted();
}
