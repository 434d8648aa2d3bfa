import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect, onTestFinished, test} from 'vitest';
import {createHttp} from '../../source/http/http.ts';
import {createImages} from '../../source/images/images.ts';
import type {Images, ImagesOptions} from '../../source/images/images.ts';
import {halves, pngOf} from '../helpers/images.ts';
import {aServer} from '../helpers/story.ts';

const PICTURE = halves(80, 32, [200, 0, 0], [0, 0, 200]);
const ROOM = {columns: 20, rows: 10};
const NEVER = new AbortController().signal;

function images(change: Partial<ImagesOptions> = {}): Images {
  const client = createHttp({limits: {bytes: 100_000, seconds: 60, redirects: 5}});
  onTestFinished(() => client.close());
  return createImages({http: async () => client, most: 100_000, inline: 'blocks', send: () => {}, ...change});
}

async function aPicture() {
  const server = await aServer();
  server.serve('/a.png', {body: pngOf(PICTURE)});
  const subject = (src: string) => ({
    articleId: 'one',
    src,
    origin: {location: `${server.origin}/feed.xml`, isPrivate: true},
  });
  return {server, subject};
}

test('nothing is fetched before it is asked for, and then once for every size', async () => {
  const {server, subject} = await aPicture();
  const all = images();
  expect(all.at('one', '/a.png', ROOM)).toBeUndefined();
  expect(server.requests).toEqual([]);
  const loading = all.load(subject('/a.png'), ROOM, NEVER);
  expect(all.at('one', '/a.png', ROOM)).toEqual({state: 'coming'});
  await Promise.all([loading, all.load(subject('/a.png'), ROOM, NEVER)]);
  const shown = all.at('one', '/a.png', ROOM);
  expect(
    shown?.state === 'dots' && shown.rows.map(({upper}) => [upper.length, upper[0], upper.at(-1)]),
  ).toEqual([
    [10, 0xc8_00_00, 0x00_00_c8],
    [10, 0xc8_00_00, 0x00_00_c8],
  ]);
  await all.load(subject('/a.png'), {columns: 5, rows: 10}, NEVER);
  expect(all.at('one', '/a.png', {columns: 5, rows: 10})).toMatchObject({state: 'dots', rows: [{}]});
  expect(server.requests.map(({path}) => path)).toEqual(['/a.png']);
  expect(server.requests[0]?.headers).not.toHaveProperty('referer');
});

test('what can’t be had says why, and is not asked for again until it is forgotten', async () => {
  const {server, subject} = await aPicture();
  server.serve('/x.svg', {body: '<svg onload="alert(1)"/>', headers: {'content-type': 'image/png'}});
  server.serve('/large.png', {body: Buffer.alloc(100_001)});
  const all = images();
  const reason = async (src: string): Promise<string | undefined> => {
    await all.load(subject(src), ROOM, NEVER);
    const at = all.at('one', src, ROOM);
    return at?.state === 'failed' ? at.reason : at?.state;
  };
  const host = new URL(server.origin).host;
  expect(await reason('/none.png')).toBe(`It can’t be fetched: ${host} answered 404.`);
  expect(await reason('/none.png')).toContain('404');
  expect(await reason('/x.svg')).toBe('It can’t be shown: it is an SVG drawing.');
  expect(await reason('/large.png')).toContain('limits.bytes');
  expect(server.requests.filter(({path}) => path === '/none.png')).toHaveLength(1);
  all.forget('one');
  expect(all.at('one', '/none.png', ROOM)).toBeUndefined();
  await reason('/none.png');
  expect(server.requests.filter(({path}) => path === '/none.png')).toHaveLength(2);
});

test('a picture does not lead to an address near the reader, nor do redirects', async () => {
  const {server, subject} = await aPicture();
  const {port} = new URL(server.origin);
  const near = `http://localhost:${port}/a.png`;
  server.serve('/away.png', {status: 302, headers: {location: near}});
  const all = images();
  for (const src of [near, '/away.png', 'http://169.254.169.254/latest', 'http://[::1]/a.png']) {
    await all.load(subject(src), ROOM, NEVER);
    const at = all.at('one', src, ROOM);
    expect(at?.state === 'failed' && at.reason).toContain('private address');
  }
  const folder = {
    articleId: 'two',
    src: `${server.origin}/a.png`,
    origin: {location: '/blog', path: 'one.md'},
  };
  await all.load(folder, ROOM, NEVER);
  expect(all.at('two', folder.src, ROOM)?.state).toBe('failed');
  expect(server.requests.map(({path}) => path)).toEqual(['/away.png']);
});

test('a body without an end is read to the limit, or to the end of patience', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, {'content-type': 'image/png'});
    const more = (): void => {
      if (!response.destroyed && response.write(Buffer.alloc(20_000, 7))) setImmediate(more);
    };
    response.on('drain', more);
    more();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const location = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
  const all = images();
  await all.load({articleId: 'one', src: '/a.png', origin: {location, isPrivate: true}}, ROOM, NEVER);
  const at = all.at('one', '/a.png', ROOM);
  expect(at?.state === 'failed' && at.reason).toContain('too large');
});

test('a picture that is no longer wanted leaves nothing behind', async () => {
  const {server, subject} = await aPicture();
  server.hold('/a.png');
  const all = images();
  const controller = new AbortController();
  const loading = all.load(subject('/a.png'), ROOM, controller.signal);
  controller.abort();
  await loading;
  expect(all.at('one', '/a.png', ROOM)).toBeUndefined();
});

test('kitty gets each picture once for a size, again after another program, and takes it away at the end', async () => {
  const {subject} = await aPicture();
  const sent: string[] = [];
  const all = images({inline: 'kitty', send: sequence => void sent.push(sequence)});
  await all.load(subject('/a.png'), ROOM, NEVER);
  await all.load(subject('/a.png'), ROOM, NEVER);
  const at = all.at('one', '/a.png', ROOM);
  expect(at).toMatchObject({state: 'placed', cells: {columns: 10, rows: 2}});
  const id = at?.state === 'placed' ? at.id : 0;
  expect(sent).toHaveLength(1);
  expect(sent[0]).toContain(`i=${id},c=10,r=2`);
  all.sendAgain();
  expect(sent[1]).toBe(sent[0]);
  all.forget('one');
  expect(sent[2]).toBe(`\u001B_Ga=d,d=I,i=${id},q=2\u001B\\`);
});
