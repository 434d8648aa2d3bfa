import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {rss, served} from '../helpers/feeds.ts';
import {program} from '../helpers/program.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import {ENTRY} from '../helpers/terminal.ts';
import type {WebServer} from '../helpers/web-server.ts';
import {webServer} from '../helpers/web-server.ts';

let home: Home;
let web: WebServer;
let shell: (script: string) => Promise<{stdout: string; stderr: string}>;

beforeAll(async () => {
  home = await temporaryHome();
  web = await webServer();
  const many = Array.from({length: 3000}, (_, index) => ({title: `Article ${index}`, day: '2026-11-01'}));
  web.serve('/many.xml', served(rss('Many', many)));
  await writeFile(join(home.folder, 'inkwell'), `#!/bin/sh\nexec "${process.execPath}" "${ENTRY}" "$@"\n`, {
    mode: 0o755,
  });
  const environment = {
    ...home.environment,
    PATH: `${home.folder}:${process.env['PATH']}`,
    LANG: 'C.UTF-8',
    FEED: `${web.origin}/many.xml`,
  };
  shell = script =>
    promisify(execFile)('bash', ['-o', 'pipefail', '-c', script], {env: environment, cwd: home.folder});
});

afterAll(async () => {
  await Promise.all([home.remove(), web.close()]);
});

test('a closed pipe ends the program quietly', async () => {
  expect(await shell('inkwell list "$FEED" | head -1')).toEqual({stdout: 'Many\n', stderr: ''});
  expect(await shell('inkwell list --json "$FEED" | head -c 12')).toEqual({
    stdout: '{"version":1',
    stderr: '',
  });
});

test.runIf(existsSync('/dev/full'))('a full disk is told in a sentence', async () => {
  await expect(shell('inkwell list "$FEED" > /dev/full')).rejects.toMatchObject({
    code: 1,
    stderr: 'inkwell: What was printed could not be written: the disk is full.\n',
  });
});

test('a slow reader gets everything', async () => {
  const {stdout} = await shell('inkwell list --format "{title}" "$FEED" | (sleep 0.2; cat) | wc -l');
  expect(stdout.trim()).toBe('3000');
});

test('standard output and standard error never mix', async () => {
  const run = program(home);
  expect(await run(['list', `${web.origin}/gone`])).toMatchObject({
    stdout: '',
    stderr: expect.stringContaining('/gone') as string,
  });
  const json = await run(['list', '--json', `${web.origin}/gone`]);
  expect(json.stderr).toBe('');
  expect(json.json()).toMatchObject({articles: [], problems: [{location: `${web.origin}/gone`}]});
});

test('--quiet says nothing but what went wrong', {tags: 'long'}, async () => {
  const {stderr} = await shell('inkwell add --quiet "$FEED"; inkwell refresh --quiet');
  expect(stderr).toBe('');
});

test('Ctrl-C ends what is fetched, with 130', {tags: 'long'}, async () => {
  const server = await silentServer();
  const child = spawn(process.execPath, [ENTRY, 'list', server.origin], {
    env: {...home.environment},
    stdio: 'ignore',
  });
  await server.asked;
  child.kill('SIGINT');
  expect(await new Promise(resolve => child.on('close', resolve))).toBe(130);
  server.close();
});

test('a log has what was fetched, without addresses and secrets', {tags: 'long'}, async () => {
  const run = program(home);
  await run(['list', '--log', 'out/inkwell.log', `${web.origin}/many.xml?key=secret`]);
  const {stdout} = await shell('stat -c %a out/inkwell.log; cat out/inkwell.log');
  const [mode, ...lines] = stdout.trimEnd().split('\n');
  expect(mode).toBe('600');
  expect(lines.map(line => JSON.parse(line) as unknown)).toContainEqual(
    expect.objectContaining({
      event: 'open',
      location: `${web.origin}/many.xml?key=…`,
      outcome: 'loaded',
      articles: 3000,
    }),
  );
});

test('--timings says where the time went', {tags: 'long'}, async () => {
  const {stderr} = await program(home)(['list', '--timings', `${web.origin}/many.xml`]);
  expect(stderr).toMatch(
    /Milliseconds since the process began: \d+\. Of these: .*load sources \d+.*, open \d+/,
  );
});

/** A server that takes a request and never answers. */
async function silentServer(): Promise<{origin: string; asked: Promise<unknown>; close: () => void}> {
  const server = createServer(socket => socket.on('error', () => undefined));
  const asked = once(server, 'connection');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  return {origin: `http://127.0.0.1:${port}/`, asked, close: () => server.close()};
}
