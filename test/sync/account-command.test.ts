import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {createServer as createSecureServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {expect, onTestFinished, test, vi} from 'vitest';
import {testEach} from '../helpers/test-each.ts';
import {runCommand} from '../helpers/commands.ts';
import {program, type Ran} from '../helpers/program.ts';
import {temporaryHome, type Home} from '../helpers/temporary-home.ts';
import {DIALECTS, Double, type Dialect} from './double.ts';

const SECRET = 'apipw123';
const VARIABLE = 'INKWELL_TEST_PASSWORD';

type Desk = Readonly<{
  double: Double;
  home: Home;
  run: (line: string, how?: {password?: string}) => Promise<Ran>;
}>;

async function desk(dialect: Dialect = DIALECTS.freshrss): Promise<Desk> {
  const double = await new Double(dialect).start();
  const home = await temporaryHome();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await double.stop();
    await home.remove();
  });
  return {
    double,
    home,
    run: (line, {password = SECRET} = {}) => {
      vi.stubEnv(VARIABLE, password);
      return runCommand(home.environment, line.split(' '));
    },
  };
}

/** A key alone opens Miniflux's own API. */
const addLine = ({dialect, origin}: Double): string =>
  `account add ${origin} --name home ${dialect.api ? '' : '--user alice '}--password-env INKWELL_TEST_PASSWORD`;

/** All that Inkwell has written into a home. */
function writtenIn(folder: string): string {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

testEach(
  'an account at a server like %s is found by the address of its site',
  {cases: Object.entries(DIALECTS), always: 1},
  async (_, dialect: Dialect) => {
    const {double, run} = await desk(dialect);
    double.addItem(double.addFeed('https://one.example/feed', 'One'));
    const added = await run(`${addLine(double)} --json`);
    expect(added.stderr).toBe('');
    expect(added.json()).toMatchObject({
      accounts: [{name: 'home', base: double.base, api: dialect.api ?? 'google-reader', feeds: 1}],
    });
    const synced = await run('sync --json');
    expect(synced.json()).toMatchObject({
      synced: [{name: 'home', added: 1, feedsAdded: 1, waiting: 0}],
      problems: [],
    });
    expect((await run('list --json')).json()).toMatchObject({
      articles: [{title: expect.stringMatching(/^Article/)}],
    });
  },
);

test('the password is written nowhere: not into settings, the library, logs, exports or reports', async () => {
  const {double, home, run} = await desk();
  double.addItem(double.addFeed('https://one.example/feed'));
  const said = [
    await run(addLine(double)),
    await run(`sync --verbose --timings --log ${join(home.folder, 'everything.log')}`),
    await run('account list'),
    await run('account test'),
    await run('export --state --secrets'),
    await run('config list'),
    await run('doctor'),
  ];
  expect(said.map(({code}) => code)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  const token = /Auth=(\S+)|GoogleLogin auth=(\S+)/u.exec(
    double.log.map(({headers}) => headers.authorization).join('\n'),
  )?.[2];
  expect(token).toMatch(/^alice\//);
  const everything = said.map(({stdout, stderr}) => stdout + stderr).join('\n') + writtenIn(home.folder);
  expect(everything).toContain('home');
  expect(everything).not.toContain(SECRET);
  expect(everything).not.toContain(token);
});

test('acts of commands wait, are counted, and are sent with the next round', async () => {
  const {double, run} = await desk();
  const feed = double.addFeed('https://one.example/feed', 'One');
  const item = double.addItem(feed);
  await run(addLine(double));
  await run('sync');
  await run('mark --read --query is:unread');
  await run('arrange One --name Uno --folder Sea');
  expect((await run('account list --json')).json()).toMatchObject({accounts: [{waiting: 2}]});
  expect(item.isRead).toBe(false);
  expect((await run('refresh --json')).json()).toMatchObject({synced: [{sent: 2, waiting: 0}]});
  expect(item.isRead).toBe(true);
  expect([...double.feeds.values()]).toMatchObject([{title: 'Uno', folder: 'Sea'}]);

  await run('mark --undo');
  expect(await run('remove https://one.example/feed')).toMatchObject({code: 0, stderr: ''});
  expect((await run('sync --json')).json()).toMatchObject({synced: [{waiting: 0}], problems: []});
  expect(double.feeds.size).toBe(0);
});

test('a source is added at the server, and its articles come from there', async () => {
  const {double, run} = await desk();
  await run(addLine(double));
  await run('sync');
  const added = await run('add https://new.example/feed --account home --folder Sea --json');
  expect(added.json()).toMatchObject({added: [{location: 'https://new.example/feed'}], problems: []});
  expect([...double.feeds.values()]).toMatchObject([{url: 'https://new.example/feed', folder: 'Sea'}]);
});

test('removing an account needs a word where acts wait, and can leave its feeds to be fetched from here', async () => {
  const {double, run} = await desk();
  double.addItem(double.addFeed('https://one.example/feed', 'One'));
  await run(addLine(double));
  await run('sync');
  await run('mark --read --query is:unread');
  expect((await run('account remove home')).code).toBe(1);
  expect((await run('account remove home --force --keep')).code).toBe(0);
  expect((await run('account list --json')).json()).toMatchObject({accounts: []});
  const {sources} = (await run('sources --json')).json() as {sources: object[]};
  expect(sources).toHaveLength(1);
  expect(sources[0]).not.toHaveProperty('account');
});

function articlesIn({stdout}: Ran): number {
  return stdout.split('\n').filter(line => line.includes('"kind":"article"')).length;
}

/** What a server may do, and the word by which the reader knows it. */
const FAULTS: readonly (readonly [what: string, fault: (double: Double) => void, sentence: RegExp])[] = [
  [
    'refuses the password',
    double => (double.fault = answer('/accounts/ClientLogin', 401, 'Error=BadAuthentication')),
    /does not accept the name or the password/,
  ],
  ['has its API switched off', double => (double.isOpen = false), /API switched off/],
  [
    'limits requests',
    double => (double.fault = answer('', 429, 'slow down', {'retry-after': '3600'})),
    /asked again from/,
  ],
  ['has a fault', double => (double.fault = answer('stream/items/ids', 500, 'oh')), /server error 500/],
  [
    'shows a sign-in page with 200',
    double => (double.fault = answer('subscription/list', 200, '<html>Sign in</html>')),
    /with a web page/,
  ],
  [
    'shows a sign-in page at once',
    double => (double.fault = answer('', 200, '<html>Sign in</html>')),
    /with a web page/,
  ],
  [
    'breaks off',
    double => (double.fault = cutOff('stream/items/contents')),
    /breaks? off|ended|broke|closed|early/i,
  ],
  [
    'breaks off in the middle of a list',
    double => (double.fault = answer('stream/items/ids', 200, '{"itemRefs":[{"id":"17')),
    /ends early/,
  ],
  [
    'answers something else',
    double => (double.fault = answer('stream/items/ids', 200, '[]')),
    /something else/,
  ],
  ['answers without an end', double => (double.fault = endless('stream/items/ids')), /too large/],
];

function answer(
  part: string,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): Double['fault'] {
  return (path, _, response) => {
    if (!path.includes(part)) return false;
    response.writeHead(status, headers).end(body);
    return true;
  };
}

function cutOff(part: string): Double['fault'] {
  return (path, request, response) => {
    if (!path.includes(part)) return false;
    response.writeHead(200, {'content-length': '1000'});
    response.write('{"items":[', () => request.socket.destroy());
    return true;
  };
}

function endless(part: string): Double['fault'] {
  return (path, _, response) => {
    if (!path.includes(part)) return false;
    response.writeHead(200);
    const line = `{"id":"${'1'.repeat(60_000)}"},`;
    const more = (): void => {
      while (!response.destroyed && response.write(line));
      if (!response.destroyed) response.once('drain', more);
    };
    response.write('{"itemRefs":[');
    more();
    return true;
  };
}

test.each(FAULTS)(
  'a server that %s costs one sentence and nothing else',
  {tags: 'long'},
  async (_, fault, sentence) => {
    const {double, run} = await desk();
    const feed = double.addFeed('https://one.example/feed', 'One');
    for (let n = 0; n < 5; n++) double.addItem(feed, {isStarred: n === 0});
    await run(addLine(double));
    await run('sync');
    const before = await run('export --state');
    await run('mark --read --query is:starred');
    double.addItem(feed);
    fault(double);
    const failed = await run('sync');
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(sentence);
    expect(failed.stderr).not.toContain(SECRET);
    expect(failed.stderr.trim().split('\n').length).toBeLessThanOrEqual(3);

    double.fault = undefined;
    double.isOpen = true;
    await run('mark --undo');
    const after = await run('export --state');
    expect(articlesIn(after)).toBeGreaterThanOrEqual(articlesIn(before));
    expect((await run('sync')).code).toBe(0);
    const {articles: unread} = (await run('list --query is:unread --json')).json() as {articles: object[]};
    expect(unread).toHaveLength([...double.items.values()].filter(({isRead}) => !isRead).length);
  },
);

test('a redirect to another origin gets neither the name nor the password nor the token', async () => {
  const {double, run} = await desk();
  double.addFeed('https://one.example/feed');
  await run(addLine(double));
  const other = await new Double().start();
  onTestFinished(() => other.stop());
  for (const part of ['/accounts/ClientLogin', 'subscription/list', '/token']) {
    double.fault = answer(part, 307, '', {location: `${other.origin}/api/greader.php/accounts/ClientLogin`});
    const failed = await run('sync');
    if (part !== '/token') expect(failed.stderr).toContain('The password was not sent there');
    expect(other.requests).toBe(0);
  }
});

test('a certificate that nobody vouches for is a sentence, and no password is sent', async () => {
  const {double: _, home, run} = await desk();
  const [cert, key] = [join(home.folder, 'cert'), join(home.folder, 'key')];
  const how = [
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-subj',
    '/CN=127.0.0.1',
  ];
  execFileSync('openssl', ['req', ...how, '-keyout', key, '-out', cert], {stdio: 'ignore'});
  let requests = 0;
  const server = createSecureServer({cert: readFileSync(cert), key: readFileSync(key)}, (__, response) => {
    requests++;
    response.end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const failed = await run(`account add ${origin} --user alice --password-env INKWELL_TEST_PASSWORD`);
  expect(failed.code).toBe(1);
  expect(failed.stderr).toMatch(/certificate/i);
  expect(requests).toBe(0);
});

test('a password that is not there is named by where it should come from', async () => {
  const {double, run} = await desk();
  await run(addLine(double));
  const failed = await run('sync', {password: ''});
  expect(failed.code).toBe(1);
  expect(failed.stderr).toContain('INKWELL_TEST_PASSWORD is not set');
});

test('an imported state brings no command that would be run for a password', async () => {
  const {double, home, run} = await desk();
  await run(addLine(double));
  const {stdout} = await run('export --state --secrets');
  expect(stdout).not.toContain('"accounts"');
  const line = JSON.stringify({
    kind: 'preferences',
    values: {accounts: [{name: 'evil', base: double.base, passwordCommand: 'touch pwned'}]},
  });
  const inkwell = program(home);
  await run('account remove home --force');
  await inkwell(['import', '-'], {input: `{"kind":"inkwell","version":1}\n${line}\n`});
  expect((await run('account list --json')).json()).toMatchObject({accounts: []});
  await run('sync');
  expect(readdirSync(home.folder)).not.toContain('pwned');
});
