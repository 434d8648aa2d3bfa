import {GifReader} from 'omggif';
import type {Header} from '../kinds.ts';
import type {Pixels} from './pixels.ts';

/** The first picture of a GIF. */
export function pixelsOfGif(bytes: Uint8Array, {width, height}: Header): Pixels {
  const reader = new GifReader(bytes);
  const frame = reader.frameInfo(0);
  // It would take memory for a picture of its own size.
  if (frame.width * frame.height > width * height) throw new RangeError('A frame is larger than the picture');
  const data = new Uint8Array(width * height * 4);
  reader.decodeAndBlitFrameRGBA(0, data);
  return {data, channels: 4};
}
