import {crc32, deflateSync} from 'node:zlib';
import {encode} from 'jpeg-js';
import type {Raster} from '../../source/domain/page/picture.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** A picture with one colour on the left and another on the right. */
export function halves(width: number, height: number, left: Colour, right: Colour): Raster {
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++)
    rgb.set(pixel % width < width / 2 ? left : right, pixel * 3);
  return {width, height, rgb};
}

/** A PNG of a picture; what its header says, and what its pixels unpack to, can be told otherwise. */
export function pngOf(
  {width, height, rgb}: Raster,
  lie: Readonly<{width?: number; height?: number; data?: Uint8Array; interlaced?: boolean}> = {},
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(lie.width ?? width, 0);
  header.writeUInt32BE(lie.height ?? height, 4);
  header.set([8, 2, 0, 0, lie.interlaced ? 1 : 0], 8);
  const rows = Array.from({length: height}, (_, row) =>
    Buffer.concat([Buffer.of(0), rgb.subarray(row * width * 3, (row + 1) * width * 3)]),
  );
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lie.data ?? Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function jpegOf({width, height, rgb}: Raster): Buffer {
  const rgba = Buffer.alloc(width * height * 4, 255);
  for (let pixel = 0; pixel < width * height; pixel++)
    rgba.set(rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  return encode({width, height, data: rgba}, 90).data;
}

/** A table of two colours, black and green. */
const GREEN = [0, 0, 0, 10, 200, 90];

/** Numbers of two bytes, the lower first. */
function words(...values: readonly number[]): number[] {
  return values.flatMap(value => [value & 255, value >> 8]);
}

/** A GIF of one row of so many pixels, all of the second colour of two. */
export function gifOf(width: number, frame = width): Buffer {
  // Codes of three bits: clear, then one pixel each with a clear between, so that the codes never grow.
  const codes = [...Array.from({length: frame}, () => [4, 1]).flat(), 5];
  let bits = 0n;
  for (const [index, code] of codes.entries()) bits |= BigInt(code) << BigInt(index * 3);
  const data = Array.from({length: Math.ceil((codes.length * 3) / 8)}, (_, index) =>
    Number((bits >> BigInt(index * 8)) & 255n),
  );
  return Buffer.from([
    ...Buffer.from('GIF89a'),
    ...words(width, 1),
    0x80,
    0,
    0,
    ...GREEN,
    0x2c,
    ...words(0, 0, frame, 1),
    0,
    2,
    data.length,
    ...data,
    0,
    0x3b,
  ]);
}

/** A WebP without loss: 6 by 4 pixels of one orange. */
export const WEBP = Buffer.from('UklGRh4AAABXRUJQVlA4TBEAAAAvBcAAAAdQwIIXpP+BiOh/AAA=', 'base64');

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
