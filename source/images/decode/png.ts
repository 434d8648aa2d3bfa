import {inflateSync} from 'node:zlib';
import {PNG} from 'pngjs';
import type {Pixels} from './pixels.ts';

/** The pixels of a PNG, after they have proved to be no more than its header says. */
export function pixelsOfPng(bytes: Uint8Array): Pixels {
  checkLength(bytes);
  const {data} = PNG.sync.read(Buffer.from(bytes));
  return {data, channels: 4};
}

/**
 * Unpacks the pixels once, and no further than to their number: the decoder would unpack those of an
 * interlaced picture to any length.
 */
function checkLength(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = SAMPLES[view.getUint8(25)] ?? 1;
  const row = 1 + Math.ceil((view.getUint32(16) * view.getUint8(24) * samples) / 8);
  // The seven passes of an interlaced picture have a few bytes more.
  inflateSync(packed(bytes, view), {maxOutputLength: 2 * row * view.getUint32(20) + 4096});
}

/** Samples of a pixel by the kind of its colours: grey, RGB, palette, and the two with transparency. */
const SAMPLES: Readonly<Record<number, number>> = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4};

/** The chunks that hold the pixels. Each chunk is a length, a name, its data and a checksum. */
function packed(bytes: Uint8Array, view: DataView): Buffer {
  const data: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === IDAT) data.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  return Buffer.concat(data);
}

const IDAT = 0x49_44_41_54;
