import {PNG} from 'pngjs';
import type {Cells, Raster} from '../../domain/page/picture.ts';

/** Draws a picture where the cursor is, over so many cells (https://iterm2.com/documentation-images.html). */
export function itermDrawn({width, height, rgb}: Raster, {columns, rows}: Cells): string {
  const png = PNG.sync.write({width, height, data: Buffer.from(rgb)}, PLAIN);
  const size = `size=${png.length};width=${columns};height=${rows};preserveAspectRatio=1`;
  return `\u001B]1337;File=inline=1;${size}:${png.toString('base64')}\u0007`;
}

const PLAIN = {colorType: 2, inputColorType: 2, inputHasAlpha: false} as const;
