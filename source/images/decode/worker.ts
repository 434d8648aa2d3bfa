import {parentPort, workerData} from 'node:worker_threads';
import {shrink, within} from '../shrink.ts';
import type {Header} from '../kinds.ts';
import type {Answer, Order} from './order.ts';
import type {Pixels} from './pixels.ts';

/*
 * A thread of its own for one image: what an image does to a decoder ends with the thread. It is given memory
 * and time by whoever starts it.
 */
const {bytes, header, edge, smallEdge} = workerData as Order;
let answer: Answer = {};
try {
  const {data, channels} = await pixelsOf(bytes, header);
  const raster = shrink({...header, data, channels}, within(header, edge));
  const small = shrink({...raster, data: raster.rgb, channels: 3}, within(raster, smallEdge));
  answer = {raster, small};
} catch {
  // A decoder's message means nothing to a user: the image is damaged.
}
parentPort?.postMessage(answer, answer.raster ? [answer.raster.rgb.buffer as ArrayBuffer] : []);

async function pixelsOf(bytes: Uint8Array, header: Header): Promise<Pixels> {
  switch (header.kind) {
    case 'PNG': {
      return (await import('./png.ts')).pixelsOfPng(bytes);
    }
    case 'JPEG': {
      return (await import('./jpeg.ts')).pixelsOfJpeg(bytes);
    }
    case 'GIF': {
      return (await import('./gif.ts')).pixelsOfGif(bytes, header);
    }
    case 'WebP': {
      return (await import('./webp.ts')).pixelsOfWebp(bytes);
    }
  }
}
