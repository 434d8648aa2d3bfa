import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {describe, expect, onTestFinished, test} from 'vitest';
import {firstHop, followRedirect} from '../../source/http/redirect.ts';
import {get, problemOf} from './client.ts';

/** A server that answers each path with these bytes; what was asked comes back. */
async function rawServer(
  answers: (path: string) => string | Buffer,
): Promise<{origin: string; paths: string[]}> {
  const paths: string[] = [];
  const server = createServer(socket => {
    socket.on('error', () => {});
    socket.once('data', data => {
      const path = data.toString('latin1').split(' ')[1] ?? '';
      paths.push(path);
      socket.end(answers(path));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return {origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, paths};
}

describe('reads what browsers read', () => {
  test.each([
    [
      'control characters in a header',
      'HTTP/1.1 200 OK\r\nX-Bad: \u0001\u0002\r\nConnection: close\r\n\r\nwords',
    ],
    ['line feeds alone', 'HTTP/1.1 200 OK\nContent-Type: text/plain\nConnection: close\n\nwords'],
    ['a status line without words', 'HTTP/1.1 200\r\nConnection: close\r\n\r\nwords'],
    ['HTTP/1.0 without a length', 'HTTP/1.0 200 OK\r\n\r\nwords'],
    [
      'bytes that are no UTF-8 in a header',
      Buffer.from('HTTP/1.1 200 OK\r\nX-Name: \u00e9\r\nConnection: close\r\n\r\nwords', 'latin1'),
    ],
  ])('%s', async (_, answer) => {
    const {origin} = await rawServer(() => answer);
    const {body, status} = await get(origin);
    expect([status, Buffer.from(body).toString()]).toEqual([200, 'words']);
  });
});

test('what is no HTTP at all is still a Problem', async () => {
  const {origin} = await rawServer(() => 'SSH-2.0-OpenSSH_9\r\n');
  expect(await problemOf(get(origin))).toMatchObject({kind: 'malformed'});
});

describe('a redirect whose address has raw bytes is sent back byte for byte', () => {
  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from('/нов?q=é'), '/%D0%BD%D0%BE%D0%B2?q=%C3%A9'],
    ['Latin-1', Buffer.from('/caf\u00e9', 'latin1'), '/caf%E9'],
    ['already encoded', Buffer.from('/caf%C3%A9'), '/caf%C3%A9'],
  ])('%s', async (_, location, wanted) => {
    const head = Buffer.from('HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: ');
    const {origin, paths} = await rawServer(path =>
      path === '/'
        ? Buffer.concat([head, location, Buffer.from('\r\n\r\n')])
        : 'HTTP/1.0 200 OK\r\n\r\nthere',
    );
    expect(Buffer.from((await get(`${origin}/`)).body).toString()).toBe('there');
    expect(paths.at(-1)).toBe(wanted);
  });
});

test.each([
  ['http://a.example/', 'https://www.a.example/', true],
  ['http://www.a.example/', 'http://a.example/', true],
  ['https://a.example/', 'https://www.a.example/', true],
  ['https://a.example/', 'https://b.example/', false],
  ['https://a.example/', 'https://sub.a.example/', false],
  ['https://a.example:8443/', 'https://www.a.example/', false],
])('from %s to %s the headers of the source go along: %s', (from, to, isKept) => {
  const hop = firstHop({url: from, headers: {'x-key': 'k'}, userAgent: 'U'});
  const next = followRedirect(hop, 301, to, {most: 5, mayBePrivate: false});
  expect(next.headers).toEqual(isKept ? {'x-key': 'k'} : {});
  expect(next.userAgent).toBe('U');
});

test('a redirect that waits for its own cookie is named as such', async () => {
  const {origin} = await rawServer(
    () =>
      'HTTP/1.1 302 Found\r\nSet-Cookie: a=1\r\nLocation: /\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  );
  expect(await problemOf(get(`${origin}/`))).toMatchObject({
    message: expect.stringContaining('cookie') as string,
  });
});
