import {expect, onTestFinished, test, vi} from 'vitest';
import {misbehavingServer, raw, type Behaviour} from '../helpers/misbehaving-server.ts';
import {client, get, problemOf} from './client.ts';

const wrong: readonly (readonly [what: string, behave: Behaviour, kind: string, message: RegExp])[] = [
  ['speaks no HTTP', raw('+OK POP3 ready\r\n'), 'malformed', /not valid HTTP/u],
  [
    'announces a negative length',
    raw('HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx'),
    'malformed',
    /not valid HTTP/u,
  ],
  [
    'has headers without end',
    raw(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`),
    'too-large',
    /headers/u,
  ],
  ['hangs up', (_request, response) => response.socket?.destroy(), 'refused', /closed the connection/u],
];

test.for(wrong)('says so when a server %s', async ([, behave, kind, message]) => {
  const {origin} = await misbehavingServer(behave);
  const problem = await problemOf(get(origin));
  expect(problem.kind).toBe(kind);
  expect(problem.message).toMatch(message);
});

test('says so when nobody listens', async () => {
  expect(await problemOf(get('http://127.0.0.1:1/'))).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('refused the connection') as string,
  });
});

test.for(['http://no-such-host.invalid/', 'https://no-such-host.invalid/'])(
  'says so when a host has no address: %s',
  async url => {
    expect((await problemOf(get(url))).kind).toMatch(/^(?:missing|offline)$/u);
  },
);

test.for(['gopher://127.0.0.1/', 'file:///etc/passwd', 'javascript:alert(1)'])(
  'does not ask %s',
  async url => {
    expect(await problemOf(get(url))).toMatchObject({kind: 'unsupported'});
  },
);

test('a header that can’t be sent is told as one', async () => {
  expect(await problemOf(get('http://127.0.0.1:1/', {headers: {'x y': 'a\nb'}}))).toMatchObject({
    kind: 'malformed',
    message: expect.stringContaining('header') as string,
  });
});

test.for<readonly [string, Behaviour]>([
  ['never answers', () => {}],
  ['sends its headers and no more', (_request, response) => response.writeHead(200).flushHeaders()],
])('a server that %s is left after the idle time', async ([, behave]) => {
  const {origin} = await misbehavingServer(behave);
  const problem = await problemOf(get(origin, {idleTimeout: 100}));
  expect(problem).toMatchObject({
    kind: 'timeout',
    message: expect.stringMatching(/timed out: nothing came for 0\.1 seconds/u) as string,
  });
});

test('a server that drips is left after the total time, which names its setting', async () => {
  const {origin} = await misbehavingServer((_request, response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.once('close', () => clearInterval(timer));
  });
  const problem = await problemOf(get(origin, {totalTimeout: 300, idleTimeout: 60_000}));
  expect(problem.kind).toBe('timeout');
  expect(problem.message).toContain('limits.seconds');
});

test('time waiting for our own turn is not the server’s', async () => {
  const held: (() => void)[] = [];
  const {origin, asked} = await misbehavingServer((_request, response) => {
    if (asked.length <= 2) held.push(() => response.end());
    else response.end();
  });
  const http = client();
  const first = [get(origin, {}, http), get(origin, {}, http)];
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance']});
  onTestFinished(() => void vi.useRealTimers());
  const third = get(origin, {totalTimeout: 150, idleTimeout: 150}, http);
  await expect.poll(() => held.length).toBe(2);
  // Longer than the third may take once it is asked.
  vi.advanceTimersByTime(200);
  for (const release of held) release();
  await Promise.all(first);
  expect((await third).status).toBe(200);
});
