import {expect, test} from 'vitest';
import {answer, misbehavingServer} from '../helpers/misbehaving-server.ts';
import {client, get, problemOf, text} from './client.ts';

test('asks with our name, what it accepts, and no cookie, ever', async () => {
  const {origin, asked} = await misbehavingServer(answer(200, {'set-cookie': 'a=1'}, 'hello'));
  const http = client({userAgent: 'Inkwell/1 (test)'});
  const first = await get(origin, {accept: 'text/html'}, http);
  await get(origin, {}, http);
  expect(text(first)).toBe('hello');
  expect(first.headers.has('set-cookie')).toBe(false);
  expect(asked.map(({headers}) => headers.cookie)).toEqual([undefined, undefined]);
  expect(asked[0]?.headers).toMatchObject({'user-agent': 'Inkwell/1 (test)', accept: 'text/html'});
});

test('gives validators back as they came, and sends them as they were', async () => {
  const {origin, asked} = await misbehavingServer((request, response) => {
    response
      .writeHead(request.headers['if-none-match'] ? 304 : 200, {
        etag: 'W/"a\\"b", "c"',
        'last-modified': 'yesterday',
      })
      .end();
  });
  const {validators} = await get(origin);
  expect(validators).toEqual({etag: 'W/"a\\"b", "c"', lastModified: 'yesterday'});
  const second = await get(origin, {validators});
  expect(second.status).toBe(304);
  expect(asked[1]?.headers).toMatchObject({
    'if-none-match': 'W/"a\\"b", "c"',
    'if-modified-since': 'yesterday',
  });
});

test('a validator that is too long to be sent back is none', async () => {
  const {origin} = await misbehavingServer((_, response) => {
    response.writeHead(200, {etag: `"${'a'.repeat(9000)}"`, 'last-modified': 'yesterday'}).end();
  });
  expect((await get(origin)).validators).toEqual({lastModified: 'yesterday'});
});

test('a source may have headers and a name of its own', async () => {
  const {origin, asked} = await misbehavingServer(answer(200));
  await get(origin, {headers: {'X-Key': 'k'}, userAgent: 'Mozilla/5.0'});
  expect(asked[0]?.headers).toMatchObject({'x-key': 'k', 'user-agent': 'Mozilla/5.0'});
});

test('a name and password in an address become a header and never a message', async () => {
  const {origin, asked} = await misbehavingServer((request, response) =>
    request.url === '/' ? response.end() : response.socket?.destroy(),
  );
  const address = origin.replace('://', '://ada:s%20ecret@');
  const {url} = await get(address);
  expect(url).not.toContain('ecret');
  expect(asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from('ada:s ecret').toString('base64')}`);
  expect(JSON.stringify(await problemOf(get(`${address}/x`)))).not.toContain('ecret');
});

test('offline is a Problem of its own, and nothing is asked', async () => {
  const {origin, asked} = await misbehavingServer(answer(200));
  expect(await problemOf(get(origin, {}, client({isOffline: true})))).toMatchObject({kind: 'offline'});
  expect(asked).toEqual([]);
});

test('an abort ends a request at once, with its own reason', async () => {
  const controller = new AbortController();
  const {origin} = await misbehavingServer(() => controller.abort(new Error('changed my mind')));
  await expect(client().request({url: origin}, controller.signal)).rejects.toThrow('changed my mind');
});

test('tries a GET again when the connection breaks or a gateway is without its server', async () => {
  const answers = [503, undefined, 200];
  const {origin, asked} = await misbehavingServer((_request, response) => {
    const status = answers.shift();
    if (status === undefined) response.socket?.destroy();
    else response.writeHead(status).end('there');
  });
  expect(text(await get(origin))).toBe('there');
  expect(asked.length).toBe(3);
});

test('does not try again what says when to come back', async () => {
  const {origin, asked} = await misbehavingServer(answer(503, {'retry-after': '60'}));
  expect((await get(origin)).status).toBe(503);
  expect(asked.length).toBe(1);
});

test('a POST is sent once, also when the server is gone before it answers', async () => {
  const {origin, asked} = await misbehavingServer((request, response) => {
    request.resume().once('end', () => response.socket?.destroy());
  });
  const sent = get(origin, {method: 'POST', body: 'email=ada'});
  await expect(sent).rejects.toMatchObject({mayHaveArrived: true});
  expect(asked.length).toBe(1);
});

test('a POST is sent once, also when a gateway is without its server', async () => {
  const {origin, asked} = await misbehavingServer(answer(503));
  expect((await get(origin, {method: 'POST', body: 'email=ada'})).status).toBe(503);
  expect(asked.length).toBe(1);
});

test('a POST that asks and changes nothing is tried again, over connections that are used again', async () => {
  const places = new Set<number | undefined>();
  const {origin, asked} = await misbehavingServer((request, response) => {
    places.add(request.socket.remotePort);
    request.resume();
    response.writeHead(asked.length === 1 ? 503 : 200).end();
  });
  const http = client();
  for (let n = 0; n < 3; n++) {
    const {status} = await get(origin, {method: 'POST', body: 'i=1', isQuestion: true}, http);
    expect(status).toBe(200);
  }
  expect(asked).toHaveLength(4);
  // The answer that was none has ended its own.
  expect(places.size).toBe(2);
});

test('a GET can be sent once, too', async () => {
  const {origin, asked} = await misbehavingServer(answer(503));
  await get(origin, {once: true});
  expect(asked.length).toBe(1);
});

test('a POST never follows a redirect', async () => {
  const {origin, asked} = await misbehavingServer(answer(307, {location: '/elsewhere'}));
  const {status, headers} = await get(origin, {method: 'POST', body: 'email=ada'});
  expect([status, headers.get('location'), asked.length]).toEqual([307, '/elsewhere', 1]);
});

test('knows when nothing can have arrived', async () => {
  const {origin} = await misbehavingServer(answer(200));
  const nobody = get(origin.replace(/:\d+$/u, ':1'), {method: 'POST', body: 'email=ada'});
  await expect(nobody).rejects.toMatchObject({mayHaveArrived: false, problem: {kind: 'refused'}});
});
