import {once} from 'node:events';
import {createServer} from 'node:net';
import type {AddressInfo, Socket} from 'node:net';
import {afterAll, beforeAll, describe, expect, onTestFinished, test, vi} from 'vitest';
import type {Newsletter} from '../../source/domain/newsletter/newsletter.ts';
import {createHttp} from '../../source/http/http.ts';
import {createNewsletters} from '../../source/newsletters/newsletters.ts';
import {playUrl} from '../newsroom/play-desk.ts';
import {EMAIL, openSender} from './sender.ts';
import type {Sender} from './sender.ts';

let sender: Sender;
beforeAll(async () => {
  sender = await openSender();
});
afterAll(() => sender.close());

const FAULTS = [
  ['cut', {outcome: 'failed', isUnknown: true}],
  ['half', {outcome: 'failed', isUnknown: true}],
  ['endless', {outcome: 'check-inbox'}],
  ['elsewhere', {outcome: 'needs-browser'}],
  ['forever', {outcome: 'needs-browser'}],
  ['moved', {outcome: 'needs-browser', message: expect.stringMatching(/passes sign-ups on to 127/)}],
  ['thanks-elsewhere', {outcome: 'check-inbox'}],
  ['downgrade', {outcome: 'needs-browser'}],
  ['captcha', {outcome: 'needs-browser'}],
  ['picture', {outcome: 'failed', isUnknown: true}],
  ['truncated', {outcome: 'failed', isUnknown: true}],
  ['busy', {outcome: 'rate-limited', retryAt: expect.stringMatching(/^2027-01-01T00:0[12]:00/)}],
  ['broken', {outcome: 'failed', isUnknown: true}],
] as const;

describe.each(['form', 'json'])('a %s sign-up that misbehaves', service => {
  test.each(FAULTS)('%s is told as it is, and the address was sent once', async (fault, expected) => {
    const {outcome, arrived} = await sender.play(service, fault);
    expect(outcome).toMatchObject(expected);
    expect(arrived).toHaveLength(1);
    expect(sender.elsewhere.requests).toEqual([]);
  });
});

test.each(['mailchimp', 'ghost', 'kit'])(
  '%s is not asked twice when the connection breaks',
  async service => {
    const {outcome, arrived} = await sender.play(service, 'cut');
    expect(outcome).toMatchObject({outcome: 'failed', isUnknown: true});
    expect(arrived).toHaveLength(1);
  },
);

test('a server that is gone before the request means that nothing was sent', async () => {
  const signup = requestTo(`http://127.0.0.1:${await freePort()}/subscribe`);
  const outcome = await sender.send(signup);
  expect(outcome).toMatchObject({outcome: 'failed', isUnknown: false});
  expect(outcome.message).toMatch(/^Nothing was sent\. .*refused the connection/);
});

/** What a server does with a connection on which a request begins to arrive. */
const GOING: readonly [string, (socket: Socket) => void][] = [
  ['is taken and closed at once', socket => void socket.end()],
  ['is reset at the first byte', socket => void socket.once('data', () => socket.resetAndDestroy())],
  [
    'is closed half way through the headers of an answer',
    socket => void socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-ty')),
  ],
];

test.each(GOING)('a connection that %s: nobody knows, and there is no second one', async (_, go) => {
  let connections = 0;
  const server = createServer(socket => {
    connections++;
    socket.on('error', () => {});
    go(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const outcome = await sender.send(
    requestTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/s`),
  );
  server.close();
  expect(outcome).toMatchObject({outcome: 'failed', isUnknown: true});
  expect(outcome.message).toMatch(/^The address may have reached 127\.0\.0\.1:\d+, but no answer came\. /);
  expect(connections).toBe(1);
});

test.each(['silent', 'stuck'])(
  'a reader who stops waiting for a %s server learns that it may have arrived',
  async fault => {
    const controller = new AbortController();
    const url = playUrl(sender.room.origin, 'form', fault);
    const before = sender.room.requests.length;
    const sending = sender.newsletters.subscribe(
      sender.publication,
      requestTo(url),
      EMAIL,
      controller.signal,
    );
    await expect.poll(() => sender.room.requests.length).toBe(before + 1);
    controller.abort();
    expect(await sending).toMatchObject({
      outcome: 'failed',
      isUnknown: true,
      message: expect.stringMatching(/You stopped waiting/),
    });
  },
);

test.each(['silent', 'stuck'])('patience with a %s server ends, and it is not asked again', async fault => {
  const http = createHttp({environment: {}});
  const impatient = createNewsletters({http, patience: 30_000});
  const before = sender.room.requests.length;
  const url = playUrl(sender.room.origin, 'form', fault);
  const signal = new AbortController().signal;
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance']});
  onTestFinished(() => void vi.useRealTimers());
  const sending = impatient.subscribe(sender.publication, requestTo(url), EMAIL, signal);
  await expect.poll(() => sender.room.requests.length).toBe(before + 1);
  vi.advanceTimersByTime(30_001);
  expect(await sending).toMatchObject({
    outcome: 'failed',
    isUnknown: true,
    message: expect.stringMatching(/took too long/),
  });
  expect(sender.room.requests).toHaveLength(before + 1);
  await http.close();
});

test('a plain http address on another machine is not used', async () => {
  const outcome = await sender.send(requestTo('http://letters.example/subscribe'));
  expect(outcome).toMatchObject({
    outcome: 'failed',
    isUnknown: false,
    message: expect.stringMatching(/https only/),
  });
});

test('offline, nothing is sent and that is said', async () => {
  const newsletters = createNewsletters({http: createHttp({isOffline: true, environment: {}})});
  const signal = new AbortController().signal;
  const url = playUrl(sender.room.origin, 'form', 'okay');
  const outcome = await newsletters.subscribe(sender.publication, requestTo(url), EMAIL, signal);
  expect(outcome).toMatchObject({
    outcome: 'failed',
    isUnknown: false,
    message: expect.stringMatching(/offline/),
  });
});

test.each(['', 'ada', 'ada@', 'a b@c.example', 'a@b.example\r\nBcc: all@example.com'])(
  'what cannot be an address (%j) is not sent',
  async email => {
    const before = sender.room.requests.length;
    const outcome = await sender.send(requestTo(playUrl(sender.room.origin, 'form', 'okay')), email);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(/^Nothing was sent\. /),
    });
    expect(sender.room.requests).toHaveLength(before);
  },
);

test('a newsletter without an endpoint is noted, one for browsers gives its page', async () => {
  expect(await sender.send({promises: [], signup: {kind: 'none'}})).toMatchObject({outcome: 'recorded'});
  const page = 'https://gazette.substack.com/subscribe';
  expect(
    await sender.send({promises: [], signup: {kind: 'browser', provider: 'substack', page}}),
  ).toMatchObject({
    outcome: 'needs-browser',
    host: 'gazette.substack.com',
    page,
  });
});

function requestTo(url: string): Newsletter {
  const signup = {kind: 'request', provider: 'form', url, method: 'form', field: 'email', fixed: {}} as const;
  return {promises: [], signup};
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
