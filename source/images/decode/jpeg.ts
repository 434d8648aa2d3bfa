import {decode} from 'jpeg-js';
import type {Pixels} from './pixels.ts';

/** Megabytes that decoding may take, as its decoder counts them. */
const MEMORY = 400;

export function pixelsOfJpeg(bytes: Uint8Array): Pixels {
  const {data} = decode(bytes, {useTArray: true, formatAsRGBA: false, maxMemoryUsageInMB: MEMORY});
  return {data, channels: 3};
}
