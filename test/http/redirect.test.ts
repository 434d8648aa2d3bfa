import {expect, test} from 'vitest';
import {firstHop, followRedirect} from '../../source/http/redirect.ts';
import {toProblem} from '../../source/domain/problem.ts';
import {answer, misbehavingServer} from '../helpers/misbehaving-server.ts';
import {get, LIMITS, problemOf, text} from './client.ts';

const FROM_PUBLIC = {most: 5, mayBePrivate: false};

test('follows to the end and says where permanent redirects led', async () => {
  const {origin} = await misbehavingServer((request, response) => {
    const next: Record<string, [number, string]> = {
      '/a': [301, '/b'],
      '/b': [308, 'c?x'],
      '/c?x': [302, '/d'],
    };
    const step = next[request.url ?? ''];
    if (step) response.writeHead(step[0], {location: step[1]}).end('moved');
    else response.end('here');
  });
  const found = await get(`${origin}/a`);
  expect([text(found), found.url, found.movedTo]).toEqual(['here', `${origin}/d`, `${origin}/c?x`]);
});

test('a temporary redirect before a permanent one moves nothing', async () => {
  const {origin} = await misbehavingServer((request, response) => {
    const next: Record<string, [number, string]> = {'/a': [302, '/b'], '/b': [301, '/c']};
    const step = next[request.url ?? ''];
    response.writeHead(step?.[0] ?? 200, step && {location: step[1]}).end();
  });
  expect((await get(`${origin}/a`)).movedTo).toBeUndefined();
});

test('headers of the source stay with its origin, and its user agent goes along', async () => {
  const there = await misbehavingServer(answer(200));
  const here = await misbehavingServer((request, response) => {
    response.writeHead(302, {location: request.url === '/a' ? '/b' : there.origin}).end();
  });
  await get(`${here.origin.replace('://', '://ada:secret@')}/a`, {
    headers: {'X-Key': 'k'},
    userAgent: 'Secret/1',
  });
  expect(here.asked.map(({headers}) => [headers['x-key'], headers.authorization !== undefined])).toEqual([
    ['k', true],
    ['k', true],
  ]);
  const {headers} = there.asked[0] ?? {};
  expect([headers?.['x-key'], headers?.authorization]).toEqual([undefined, undefined]);
  expect(headers?.['user-agent']).toBe('Secret/1');
});

test.for([
  ['in a circle', (): string => '/same', /circle/u],
  [
    'without end',
    (step: number): string => `/${step + 1}`,
    new RegExp(`${LIMITS.redirects}.*limits\\.redirects`, 'u'),
  ],
  ['to a file', () => 'file:///etc/passwd', /redirect.*file:/u],
  ['to a script', () => 'javascript:alert(1)', /redirect.*javascript:/u],
  ['to nowhere', () => 'http://[', /redirect.*no address/u],
] as const)('is not led %s', async ([, next, message]) => {
  const {origin, asked} = await misbehavingServer((request, response) =>
    response.writeHead(302, {location: next(Number(request.url?.slice(1)))}).end(),
  );
  expect((await problemOf(get(`${origin}/0`))).message).toMatch(message);
  expect(asked.length).toBeLessThanOrEqual(LIMITS.redirects + 1);
});

test('never leaves https for http', () => {
  expect(problemFrom('https://a.example/', 'http://a.example/')).toMatchObject({
    kind: 'unsafe',
    message: expect.stringContaining('https to plain http') as string,
  });
  expect(
    followRedirect(firstHop({url: 'http://a.example/'}), 301, 'https://a.example/', FROM_PUBLIC).movedTo,
  ).toBe('https://a.example/');
});

test.for([
  'http://127.0.0.1/',
  'http://[::1]/',
  'http://192.168.1.1/',
  'http://router/',
  'http://0x7f000001/',
])('is not led from a public host to %s', location => {
  expect(problemFrom('http://a.example/', location)).toMatchObject({
    kind: 'unsafe',
    message: expect.stringContaining('private') as string,
  });
});

test('drops a name and password that a redirect brings', () => {
  const hop = followRedirect(
    firstHop({url: 'https://a.example/'}),
    302,
    'https://x:y@b.example/p#f',
    FROM_PUBLIC,
  );
  expect([hop.url.href, hop.headers]).toEqual(['https://b.example/p', {}]);
});

test('a redirect that says nothing of where is an answer', async () => {
  const {origin} = await misbehavingServer(answer(302));
  expect((await get(origin)).status).toBe(302);
});

function problemFrom(url: string, location: string): unknown {
  try {
    return followRedirect(firstHop({url}), 302, location, FROM_PUBLIC);
  } catch (error) {
    return toProblem(error);
  }
}
