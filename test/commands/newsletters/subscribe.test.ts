import {readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import pty from '@lydell/node-pty';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {writeBlog} from '../../helpers/blog.ts';
import {checked} from '../../helpers/checked.ts';
import {feedWithNewsletter, served} from '../../helpers/feeds.ts';
import {commands} from '../../helpers/commands.ts';
import type {Home} from '../../helpers/temporary-home.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';
import {ENTRY} from '../../helpers/terminal.ts';
import type {WebServer} from '../../helpers/web-server.ts';
import {webServer} from '../../helpers/web-server.ts';
import {PATIENCE} from '../../helpers/patience.ts';

let home: Home;
let run: ReturnType<typeof commands>;
let web: WebServer;
let feed: string;

beforeEach(async () => {
  home = await temporaryHome();
  run = commands(home);
  web = await webServer();
  feed = `${web.origin}/feed.json`;
  web.serve('/feed.json', served(feedWithNewsletter('Letters', `${web.origin}/join`)));
  web.serve('/join', {status: 201, body: '{}'});
});

afterEach(async () => {
  await Promise.all([web.close(), home.remove()]);
});

const posts = () => web.requests.filter(({method}) => method === 'POST');
const send = (...more: string[]) => run(['subscribe', 'ada@example.com', '--to', feed, '--yes', ...more]);

test('an address is posted once, the host told first, the outcome in the end', async () => {
  const {code, stderr, stdout} = await send();
  expect(code).toBe(0);
  expect(posts().map(({body}) => JSON.parse(body) as unknown)).toEqual([{address: 'ada@example.com'}]);
  expect(stderr).toContain('By mail\nOnce a week.\n2,500+ subscribers · No spam, ever\n');
  expect(stderr).toContain(`Goes to ${new URL(web.origin).host}`);
  expect(stdout.trim()).not.toBe('');
});

describe('the ledger', () => {
  test('notes the sign-up without the address, unless it may be remembered', async () => {
    checked('subscribe', await send('--json'));
    const {subscriptions} = checked('subscriptions', await run(['subscriptions', '--json']));
    expect(subscriptions).toMatchObject([{publicationTitle: 'Letters', state: 'requested'}]);
    expect(JSON.stringify(subscriptions)).not.toContain('ada@');
    await run(['subscriptions', '--confirm', String(subscriptions[0]?.id)]);
    expect((await run(['subscriptions'])).stdout).toContain('confirmed');
    await run(['subscriptions', '--forget', String(subscriptions[0]?.id)]);
    expect((await run(['subscriptions'])).stdout).toBe('');
    expect((await run(['subscriptions', '--forget', '7'])).code).toBe(4);
  });

  test('keeps the address where that was said, in a private file', async () => {
    await send('--remember');
    const file = join(home.folder, 'config/inkwell/config.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({email: {address: 'ada@example.com'}});
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await run(['subscriptions', '--json'])).stdout).toContain('ada@example.com');
  });
});

describe('nothing is sent', () => {
  test('for an address that can’t be one: exit 2', async () => {
    const ran = await run(['subscribe', 'ada@', '--to', feed, '--yes', '--json']);
    expect(ran).toMatchObject({code: 2, stdout: ''});
    expect(web.requests).toEqual([]);
  });

  test('without --yes where nobody can be asked: exit 2', async () => {
    expect((await run(['subscribe', 'ada@example.com', '--to', feed])).code).toBe(2);
    expect(posts()).toEqual([]);
  });

  test('offline; the wish waits in the ledger', async () => {
    await run(['add', feed]);
    const ran = await send('--json', '--offline');
    expect(checked('subscribe', ran)).toMatchObject({outcome: 'failed'});
    expect(ran.code).toBe(1);
    expect(posts()).toEqual([]);
    expect((await run(['subscriptions'])).stdout).toContain('waits for the network');
  });

  test('to a publication without a sign-up: the wish is recorded', async () => {
    const blog = await writeBlog(home.folder, {articles: 1});
    const ran = await run(['subscribe', 'ada@example.com', '--to', blog, '--yes', '--json']);
    expect(checked('subscribe', ran)).toMatchObject({outcome: 'recorded'});
    expect(ran.code).toBe(0);
  });
});

test.each([
  [
    {status: 400, headers: {'content-type': 'application/json'}, body: '{"message":"Not this one"}'},
    'refused',
  ],
  [{status: 429, headers: {'retry-after': '60'}}, 'rate-limited'],
  [{status: 500}, 'failed'],
])('%j is told as %s, exit 1', async (answer, outcome) => {
  web.serve('/join', answer);
  const ran = await send('--json');
  expect(checked('subscribe', ran)).toMatchObject({outcome});
  expect(ran.code).toBe(1);
  expect(posts()).toHaveLength(1);
});

test('at a terminal what is missing is asked for, and nothing is sent without a yes', async () => {
  const environment = {...home.environment, PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TERM: 'xterm'};
  const terminal = pty.spawn(process.execPath, [ENTRY, 'subscribe', '--to', feed], {
    env: environment,
    cols: 100,
    rows: 30,
  });
  let shown = '';
  terminal.onData(text => (shown += text));
  const ended = new Promise(resolve => {
    terminal.onExit(({exitCode}) => resolve(exitCode));
  });
  const waitFor = (text: string) =>
    vi.waitFor(() => expect(shown).toContain(text), {timeout: PATIENCE, interval: 20});
  await waitFor('Email: ');
  terminal.write('ada@gmial.com\r');
  await waitFor('Did you mean ada@gmail.com?');
  await waitFor('[y/N]');
  expect(posts()).toEqual([]);
  terminal.write('y\r');
  expect(await ended).toBe(0);
  expect(posts()).toHaveLength(1);
});
