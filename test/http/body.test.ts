import * as zlib from 'node:zlib';
import {expect, test} from 'vitest';
import {answer, misbehavingServer, pour} from '../helpers/misbehaving-server.ts';
import {get, LIMITS, problemOf, text} from './client.ts';

const feed = '<rss>ünïcode</rss>'.repeat(50);

test.for([
  ['gzip', zlib.gzipSync(feed)],
  ['deflate', zlib.deflateSync(feed)],
  ['deflate', zlib.deflateRawSync(feed)],
  ['br', zlib.brotliCompressSync(feed)],
  ['zstd', zlib.zstdCompressSync(feed)],
  ['gzip, gzip', zlib.gzipSync(zlib.gzipSync(feed))],
  ['deflate, br', zlib.brotliCompressSync(zlib.deflateSync(feed))],
  ['', zlib.gzipSync(feed)],
  ['gzip', Buffer.from(feed)],
  ['unheard-of', Buffer.from(feed)],
] as const)('unpacks %s, also where the header and the bytes disagree', async ([encoding, body]) => {
  const {origin} = await misbehavingServer(
    answer(200, encoding === '' ? {} : {'content-encoding': encoding}, body),
  );
  expect(text(await get(origin))).toBe(feed);
});

test.for([
  ['gzip', 'cut short', zlib.gzipSync(feed).subarray(0, 30)],
  ['br', 'no brotli at all', Buffer.from([0x3c, 0, 1, 2, 3, 4, 5, 6, 7, 8])],
  ['deflate', 'cut short', zlib.deflateRawSync(feed).subarray(0, 20)],
] as const)('says that a %s body is corrupt when it is %s', async ([encoding, , body]) => {
  const {origin} = await misbehavingServer(answer(200, {'content-encoding': encoding}, body));
  expect(await problemOf(get(origin))).toMatchObject({
    kind: 'malformed',
    message: expect.stringContaining('corrupt') as string,
  });
});

test.for(['br', 'gzip', 'deflate', 'zstd', 'gzip, br'])(
  'reads plain text that is announced as %s',
  async encoding => {
    for (const text of [feed, '\ufeff<?xml version="1.0"?><a/>', '{"version": 1}', '<p>é'.repeat(40)]) {
      const {origin} = await misbehavingServer(
        answer(200, {'content-encoding': encoding}, Buffer.from(text)),
      );
      expect(Buffer.from((await get(origin)).body).toString()).toBe(text);
    }
  },
);

test('an answer that says it is packed many times over is refused before a decoder is made', async () => {
  const {origin} = await misbehavingServer(
    answer(200, {'content-encoding': 'br,'.repeat(20_000)}, zlib.brotliCompressSync(feed)),
  );
  expect(await problemOf(get(origin))).toMatchObject({
    kind: 'malformed',
    message: expect.stringContaining('packed 20000 times over') as string,
  });
});

test('an empty body is empty, whatever its encoding', async () => {
  const {origin} = await misbehavingServer(answer(200, {'content-encoding': 'gzip'}));
  expect((await get(origin)).body.length).toBe(0);
});

test.for([
  ['a length that is announced', (size: number) => answer(200, {}, Buffer.alloc(size))],
  ['a bomb', (size: number) => answer(200, {'content-encoding': 'gzip'}, zlib.gzipSync(Buffer.alloc(size)))],
] as const)('holds %s to the limit of bytes after unpacking, and names it', async ([, make]) => {
  const fits = await misbehavingServer(make(LIMITS.bytes));
  expect((await get(fits.origin)).body.length).toBe(LIMITS.bytes);
  const bursts = await misbehavingServer(make(LIMITS.bytes + 1));
  const problem = await problemOf(get(bursts.origin));
  expect(problem.kind).toBe('too-large');
  expect(problem.message).toMatch(/100 kB.*limits\.bytes/u);
});

test('leaves an endless body at the limit', async () => {
  const {origin} = await misbehavingServer((_request, response) => pour(response, Buffer.alloc(50_000)));
  expect(await problemOf(get(origin))).toMatchObject({kind: 'too-large'});
});

test('keeps the beginning of a long body where that is enough', async () => {
  const {origin} = await misbehavingServer((_request, response) => pour(response, Buffer.alloc(50_000, 'x')));
  const {body} = await get(origin, {maxBytes: 70_000, overflow: 'cut'});
  expect(body.length).toBe(70_000);
});

test('a body that ends before its length is an answer that was cut', async () => {
  const {origin} = await misbehavingServer((_request, response) => {
    response.writeHead(200, {'content-length': '100'});
    response.write('only this', () => response.socket?.end());
  });
  const problem = await problemOf(get(origin));
  expect(problem.message).toContain('closed the connection before its answer was complete');
});
