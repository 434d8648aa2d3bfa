/** @module-tag long */

import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readFile, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {archive} from '../../packaging/archive.ts';
import {isThere} from '../helpers/is-there.ts';
import {Terminal} from '../helpers/terminal.ts';
import {webServer} from '../helpers/web-server.ts';

/*
 * The archive with Node inside, unpacked where no Node is in PATH. `.ci/run` brings the Node that goes into
 * it.
 */

const NODE = join(process.env['INKWELL_NODES'] ?? '', 'node_modules/node-24');
const canTry = process.platform === 'linux' && process.arch === 'x64' && existsSync(NODE) && isThere('xz');
if (!canTry)
  console.warn('NOT TRIED: the archive with Node inside; it needs linux-x64, xz, and the Node of .ci/run.');
const run = promisify(execFile);

describe.skipIf(!canTry)('the archive with Node inside', () => {
  let folder: string;
  let root: string;
  let file: string;
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inkwell-archive-test-'));
    file = await archive('linux-x64', folder, NODE);
    await run('tar', ['-xJf', file, '-C', folder]);
    root = file.replace('.tar.xz', '');
    // Only what the starter itself calls is in PATH.
    await mkdir(join(folder, 'bin'));
    for (const program of ['sh', 'dirname', 'readlink'])
      await run('ln', ['-s', `/usr/bin/${program}`, join(folder, 'bin', program)]);
    await run('ln', ['-s', join(root, 'bin/inkwell'), join(folder, 'bin/inkwell')]);
    environment = {PATH: join(folder, 'bin'), HOME: join(folder, 'home'), LANG: 'C.UTF-8', TZ: 'UTC'};
  }, 300_000);

  afterAll(() => rm(folder, {recursive: true, force: true, maxRetries: 3}));

  const inkwell = (...words: string[]) =>
    run(join(folder, 'bin/inkwell'), words, {env: environment, cwd: folder});

  test('is under 45 MB', async () => {
    expect((await stat(file)).size).toBeLessThan(45_000_000);
  });

  test('reports its version, platform and Node', async () => {
    const {version} = JSON.parse(await readFile('package.json', 'utf8')) as {version: string};
    expect((await inkwell('--version')).stdout).toMatch(
      new RegExp(`^${version.replaceAll('.', '\\.')} \\(archive for linux-x64, Node 24\\.\\d+\\.\\d+\\)\\n$`),
    );
  });

  test('lists and reads the journal', async () => {
    const {stdout} = await inkwell('list', '--json');
    const {articles} = JSON.parse(stdout) as {articles: readonly {id: string; title: string}[]};
    const {id = '', title = ''} = articles[0] ?? {};
    expect((await inkwell('read', id, '--format', 'text')).stdout).toContain(title);
  });

  test('follows a feed of a server and refreshes it', async () => {
    const server = await webServer();
    try {
      server.serve('/feed.xml', {
        headers: {'content-type': 'application/rss+xml'},
        body: '<rss version="2.0"><channel><title>Harbour</title><item><title>Tide</title><guid>1</guid><description>Low.</description></item></channel></rss>',
      });
      await inkwell('add', `${server.origin}/feed.xml`);
      await inkwell('refresh');
      expect((await inkwell('list')).stdout).toContain('Tide');
    } finally {
      await server.close();
    }
  });

  test('opens the reader in a terminal and quits', async () => {
    const terminal = new Terminal({
      command: [join(folder, 'bin/inkwell')],
      cwd: folder,
      environment: {
        ...environment,
        HOME: join(folder, 'other-home'),
        XDG_CONFIG_HOME: undefined,
        XDG_DATA_HOME: undefined,
      },
    });
    await terminal.until(/The Inkwell Journal[\s\S]+ 1 of \d+/);
    terminal.act('quit');
    expect((await terminal.exit()).code).toBe(0);
    terminal.close();
  });

  test('carries the man page and the completions of three shells', () => {
    for (const file of [
      'man/man1/inkwell.1',
      'completions/inkwell.bash',
      'completions/inkwell.zsh',
      'completions/inkwell.fish',
    ])
      expect(existsSync(join(root, 'share', file))).toBe(true);
  });
});
