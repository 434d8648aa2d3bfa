import {createServer} from 'node:http';
import {connect, type AddressInfo, type Socket} from 'node:net';
import {expect, onTestFinished, test} from 'vitest';
import {answer, misbehavingServer} from '../helpers/misbehaving-server.ts';
import {client, get, problemOf, text} from './client.ts';

/** A proxy that leads every name to one server. */
async function proxyTo(origin: string): Promise<{address: string; asked: string[]}> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const target = new URL(origin);
  const lead = (socket: Socket, head: Buffer | string): void => {
    const there = connect(Number(target.port), target.hostname, () => there.write(head));
    sockets.add(there).add(socket);
    for (const end of [there, socket]) end.on('error', () => {});
    there.pipe(socket).pipe(there);
  };
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end(`by way of ${request.headers.host}`);
  });
  proxy.on('connect', (request, socket: Socket, head: Buffer) => {
    asked.push(`CONNECT ${request.url}`);
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    lead(socket, head);
  });
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    proxy.closeAllConnections();
    await new Promise(resolve => proxy.close(resolve));
  });
  return {address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked};
}

test('goes by the proxy of the environment, but not to this machine', async () => {
  const {origin} = await misbehavingServer(answer(200, {}, 'straight'));
  const {address, asked} = await proxyTo(origin);
  const http = client({environment: {http_proxy: address}});
  expect(text(await get('http://blog.example/feed', {}, http))).toContain('blog.example');
  expect(text(await get(origin, {}, http))).toBe('straight');
  expect(asked).toEqual([
    expect.stringMatching(/^(?:GET http:\/\/blog\.example\/feed|CONNECT blog\.example:80)$/u),
  ]);
});

test('no_proxy names hosts that are asked straight', async () => {
  const {origin} = await misbehavingServer(answer(200));
  const {address, asked} = await proxyTo(origin);
  const http = client({environment: {HTTP_PROXY: address, NO_PROXY: 'invalid'}});
  await problemOf(get('http://blog.invalid/', {}, http));
  expect(asked).toEqual([]);
});

test('private hosts stay out of an article’s reach with a proxy too', async () => {
  const {origin} = await misbehavingServer(answer(200));
  const {address, asked} = await proxyTo(origin);
  const http = client({environment: {http_proxy: address}});
  expect(await problemOf(get('http://192.168.1.1/', {reach: 'public-only'}, http))).toMatchObject({
    kind: 'unsafe',
  });
  expect(text(await get('http://blog.example/', {reach: 'public-only'}, http))).toContain('blog.example');
  expect(asked.length).toBe(1);
});

test('a proxy that is no address is told', async () => {
  const http = client({environment: {http_proxy: 'http://['}});
  expect(await problemOf(get('http://blog.example/', {}, http))).toMatchObject({
    kind: 'malformed',
    message: expect.stringContaining('proxy') as string,
  });
});

test('its password is not', async () => {
  for (const http_proxy of ['http://ada:open sesame@[', 'ada:opensesame@[', 'ada:open@sesame@quay:99999']) {
    const problem = await problemOf(get('http://blog.example/', {}, client({environment: {http_proxy}})));
    expect(JSON.stringify(problem)).toContain('proxy');
    expect(JSON.stringify(problem)).not.toMatch(/open|sesame/u);
  }
});
