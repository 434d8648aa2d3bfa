import type {Raster} from '../../domain/page/picture.ts';
import {indexed} from './palette.ts';

/**
 * Draws a picture where the cursor is, pixel for pixel: bands of six rows, for each band and colour one line
 * of columns (DEC STD 070, https://vt100.net/docs/vt3xx-gp/chapter14.html).
 */
export function sixelDrawn(raster: Raster): string {
  const {width, height} = raster;
  const {palette, pixels} = indexed(raster);
  const colours = palette.map((colour, number) => `#${number};2;${colour.map(percent).join(';')}`);
  const bands: string[] = [];
  for (let top = 0; top < height; top += 6) {
    const lines = linesOf(pixels, width, top, Math.min(6, height - top));
    bands.push(lines.map(([number, line]) => `#${number}${line}`).join('$'));
  }
  return `\u001BP0;1;0q"1;1;${width};${height}${colours.join('')}${bands.join('-')}\u001B\\`;
}

function percent(part: number): number {
  return Math.round((part * 100) / 255);
}

/** The lines of a band by the number of their colour; `$` goes back to the left between them. */
function linesOf(
  pixels: Uint8Array,
  width: number,
  top: number,
  rows: number,
): readonly (readonly [number: number, line: string])[] {
  const columns = new Map<number, Uint8Array>();
  for (let row = 0; row < rows; row++) {
    for (let x = 0; x < width; x++) {
      const number = pixels[(top + row) * width + x] ?? 0;
      let bits = columns.get(number);
      if (!bits) columns.set(number, (bits = new Uint8Array(width)));
      bits[x] = (bits[x] ?? 0) | (1 << row);
    }
  }
  return [...columns].map(([number, bits]) => [number, runs(bits)]);
}

/** Columns as characters from `?` on; four and more that are alike as a count and one. */
function runs(bits: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bits.length;) {
    let to = from + 1;
    while (to < bits.length && bits[to] === bits[from]) to++;
    const character = String.fromCharCode(63 + (bits[from] ?? 0));
    text += to - from > 3 ? `!${to - from}${character}` : character.repeat(to - from);
    from = to;
  }
  return text;
}
