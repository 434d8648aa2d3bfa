import {inflateSync} from 'node:zlib';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Raster} from '../../../source/domain/page/picture.ts';
import {decode} from '../../../source/images/decode/decode.ts';
import {itermDrawn} from '../../../source/images/encode/iterm.ts';
import {kittyDeleted, kittyDrawn, kittyPlaced} from '../../../source/images/encode/kitty.ts';
import {sixelDrawn} from '../../../source/images/encode/sixel.ts';
import {draw} from '../../../source/platform/draw.ts';
import {halves} from '../../helpers/images.ts';

const CELLS = {columns: 12, rows: 4};
const NOISE: Raster = {width: 90, height: 60, rgb: noise(16_200)};

const rasters = fc
  .tuple(fc.integer({min: 1, max: 24}), fc.integer({min: 1, max: 20}))
  .chain(([width, height]) =>
    fc
      .uint8Array({minLength: width * height * 3, maxLength: width * height * 3})
      .map((rgb): Raster => ({width, height, rgb})),
  );

test('kitty gets the pixels packed, in pieces that it takes, and is not to answer', () => {
  const sequence = kittyPlaced(0x12_34_56, NOISE, CELLS);
  const commands = [...sequence.matchAll(/\u001B_G([^;\u001B]*);([^\u001B]*)\u001B\\/g)];
  expect(commands.map(([whole]) => whole).join('')).toBe(sequence);
  expect(commands[0]?.[1]).toBe('a=T,U=1,i=1193046,c=12,r=4,f=24,o=z,s=90,v=60,q=2,m=1');
  expect(commands.slice(1, -1).every(([, keys]) => keys === 'm=1')).toBe(true);
  expect(commands.at(-1)?.[1]).toBe('m=0');
  expect(commands.every(([, , data]) => (data?.length ?? 0) <= 4096)).toBe(true);
  const pixels = inflateSync(Buffer.from(commands.map(([, , data]) => data).join(''), 'base64'));
  expect(Uint8Array.from(pixels)).toEqual(NOISE.rgb);
});

test('iTerm2 gets a PNG of the very pixels', async () => {
  const [, size, data] =
    /^\u001B]1337;File=inline=1;size=(\d+);width=12;height=4;[^:]*:([^\u0007]*)\u0007$/.exec(
      itermDrawn(NOISE, CELLS),
    ) ?? [];
  const png = Buffer.from(data ?? '', 'base64');
  expect(png.length).toBe(Number(size));
  expect((await decode(png, new AbortController().signal)).raster).toEqual(NOISE);
});

test('sixels say every pixel once, in its own colour where there are few', () => {
  fc.assert(
    fc.property(rasters, raster => {
      const {width, height, colours, dots} = read(sixelDrawn(raster));
      expect([width, height]).toEqual([raster.width, raster.height]);
      expect(dots.every(number => number >= 0 && number < colours.length)).toBe(true);
    }),
    {numRuns: 60},
  );
  const {colours, dots} = read(sixelDrawn(halves(10, 8, [255, 0, 0], [0, 102, 204])));
  expect(colours[dots[0] ?? -1]).toEqual([100, 0, 0]);
  expect(colours[dots.at(-1) ?? -1]).toEqual([0, 40, 80]);
});

test('more than 256 colours become 256', () => {
  const {colours} = read(sixelDrawn(NOISE));
  expect(colours.length).toBeGreaterThan(100);
  expect(colours.length).toBeLessThanOrEqual(256);
});

test('all that is made is let through to the terminal', () => {
  let written = '';
  const write = (bytes: string): void => void (written += bytes);
  const sequences = [
    kittyPlaced(7, NOISE, CELLS),
    kittyDrawn(7, NOISE, CELLS),
    kittyDeleted(7),
    itermDrawn(NOISE, CELLS),
    sixelDrawn(NOISE),
  ];
  for (const sequence of sequences) draw(sequence, write);
  expect(written).toBe(sequences.join(''));
});

/** Bytes without a pattern, always the same. */
function noise(length: number): Uint8Array {
  let seed = 1;
  return Uint8Array.from({length}, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return seed >> 16;
  });
}

/**
 * A reader of sixels: the colour number of each pixel, -1 where nothing was drawn; twice drawn is an error.
 */
function read(sequence: string): {width: number; height: number; colours: number[][]; dots: number[]} {
  const [, w = '', h = '', body = ''] =
    /^\u001BP0;1;0q"1;1;(\d+);(\d+)([^\u001B]*)\u001B\\$/.exec(sequence) ?? [];
  const [width, height] = [Number(w), Number(h)];
  const dots = Array.from({length: width * height}, () => -1);
  const colours: number[][] = [];
  let [x, top, colour] = [0, 0, 0];
  for (const [, number, parts, times, signs, sign] of body.matchAll(
    /#(\d+)(?:;2;(\d+;\d+;\d+))?|!(\d+)([?-~])|([?-~$-])/g,
  )) {
    if (number !== undefined) {
      colour = Number(number);
      if (parts !== undefined) colours[colour] = parts.split(';').map(Number);
    } else if (sign === '$') x = 0;
    else if (sign === '-') [x, top] = [0, top + 6];
    else {
      const bits = (signs ?? sign ?? '?').charCodeAt(0) - 63;
      for (let left = Number(times ?? 1); left > 0; left--, x++)
        for (let row = 0; row < 6; row++) {
          if (((bits >> row) & 1) === 0) continue;
          const at = (top + row) * width + x;
          if (x >= width || dots[at] !== -1) throw new Error(`drawn twice or outside: ${x}, ${top + row}`);
          dots[at] = colour;
        }
    }
  }
  return {width, height, colours, dots};
}
