import {existsSync, readdirSync} from 'node:fs';
import {expect, onTestFinished, test} from 'vitest';
import {DECODING, decode as decodeAll} from '../../../source/images/decode/decode.ts';
import {WEBP, gifOf, halves, jpegOf, pngOf} from '../../helpers/images.ts';

const RED = [200, 16, 24] as const;
const BLUE = [24, 32, 180] as const;
const PICTURE = halves(64, 32, RED, BLUE);
const decode = async (bytes: Uint8Array, signal: AbortSignal) => (await decodeAll(bytes, signal)).raster;
const NEVER = new AbortController().signal;

function pixel({width, rgb}: {width: number; rgb: Uint8Array}, x: number, y: number): number[] {
  return [...rgb.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
}

test('PNG and JPEG come out as they went in', async () => {
  expect(await decode(pngOf(PICTURE), NEVER)).toEqual(PICTURE);
  const jpeg = await decode(jpegOf(PICTURE), NEVER);
  for (const [x, colour] of [
    [5, RED],
    [60, BLUE],
  ] as const)
    for (const [part, value] of pixel(jpeg, x, 20).entries())
      expect(Math.abs(value - (colour[part] ?? 0))).toBeLessThan(12);
});

test('GIF and WebP too', async () => {
  expect(pixel(await decode(gifOf(5), NEVER), 4, 0)).toEqual([10, 200, 90]);
  expect(pixel(await decode(WEBP, NEVER), 5, 3)).toEqual([0xe0, 0x80, 0x20]);
});

test('a large image is kept no larger than a screen', async () => {
  const {width, height, rgb} = await decode(pngOf(halves(2800, 70, RED, BLUE)), NEVER);
  expect([width, height, rgb.length]).toEqual([1400, 35, 1400 * 35 * 3]);
});

test('an image with more pixels than are shown is not decoded', async () => {
  let started = 0;
  const count = (): void => void started++;
  process.on('worker', count);
  onTestFinished(() => void process.off('worker', count));
  await expect(decode(pngOf(PICTURE, {width: 50_000, height: 50_000}), NEVER)).rejects.toThrow(
    'It has 50000 × 50000 pixels; 16 million are shown at most.',
  );
  expect(started).toBe(0);
  await decode(pngOf(PICTURE), NEVER);
  expect(started).toBe(1);
});

test.each([false, true])(
  'pixels that unpack to more than the header says are not unpacked (interlaced: %s)',
  async interlaced => {
    const bomb = pngOf(PICTURE, {data: new Uint8Array(200_000_000), interlaced});
    expect(bomb.length).toBeLessThan(250_000);
    const before = process.memoryUsage().rss;
    await expect(decode(bomb, NEVER)).rejects.toThrow('The PNG image is damaged.');
    expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000);
  },
);

test('a frame of a GIF that is larger than the picture is refused', async () => {
  const gif = gifOf(5);
  gif.writeUInt16LE(60_000, gif.indexOf(0x2c) + 5);
  gif.writeUInt16LE(60_000, gif.indexOf(0x2c) + 7);
  await expect(decode(gif, NEVER)).rejects.toThrow('The GIF image is damaged.');
});

test('a truncated image is damaged, and the next one is shown all the same', async () => {
  await expect(decode(pngOf(PICTURE).subarray(0, 60), NEVER)).rejects.toThrow('The PNG image is damaged.');
  await expect(decode(jpegOf(PICTURE).subarray(0, 300), NEVER)).rejects.toThrow('The JPEG image is damaged.');
  await expect(decode(WEBP.subarray(0, 30), NEVER)).rejects.toThrow('The WebP image is damaged.');
  expect((await decode(pngOf(PICTURE), NEVER)).width).toBe(64);
});

test('decoding ends when nobody waits for it any longer', async () => {
  const controller = new AbortController();
  const decoding = decode(jpegOf(halves(2000, 2000, RED, BLUE)), controller.signal);
  controller.abort(new Error('gone'));
  await expect(decoding).rejects.toThrow('gone');
});

const HARD = jpegOf(halves(3600, 3600, RED, BLUE));

test('decoding that takes too long is ended with its thread, and the next image is decoded', async () => {
  const before = threads();
  const decoding = decodeAll(HARD, NEVER, {...DECODING, seconds: 0.05});
  if (before > 0) expect(threads()).toBeGreaterThan(before);
  await expect(decoding).rejects.toThrow('It took more than 0.05 seconds to decode.');
  await expect.poll(threads).toBeLessThanOrEqual(before);
  expect((await decode(pngOf(PICTURE), NEVER)).width).toBe(64);
});

test('decoding that needs too much memory loses its thread and nothing else', async () => {
  await expect(decodeAll(HARD, NEVER, {...DECODING, megabytes: 24})).rejects.toThrow(
    'The JPEG image is damaged.',
  );
  expect((await decode(pngOf(PICTURE), NEVER)).width).toBe(64);
});

/** Threads of this process; 0 where the system does not say. */
function threads(): number {
  return existsSync('/proc/self/task') ? readdirSync('/proc/self/task').length : 0;
}
