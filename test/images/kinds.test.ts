import fc from 'fast-check';
import {expect, test} from 'vitest';
import {ProblemError} from '../../source/domain/problem.ts';
import {headerOf} from '../../source/images/kinds.ts';
import {WEBP, gifOf, halves, jpegOf, pngOf} from '../helpers/images.ts';

const PICTURE = halves(40, 30, [200, 10, 10], [10, 10, 200]);

test('the kind and the size stand in the first bytes', () => {
  expect(headerOf(pngOf(PICTURE))).toEqual({kind: 'PNG', width: 40, height: 30});
  expect(headerOf(jpegOf(PICTURE))).toEqual({kind: 'JPEG', width: 40, height: 30});
  expect(headerOf(gifOf(7))).toEqual({kind: 'GIF', width: 7, height: 1});
  expect(headerOf(WEBP)).toEqual({kind: 'WebP', width: 6, height: 4});
});

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'It is an SVG drawing.'],
  ['<?xml version="1.0"?>\n<!-- made by hand -->\n<svg width="5">', 'It is an SVG drawing.'],
  ['\0\0\0\u0020ftypavif', 'It is an AVIF image.'],
  ['<!doctype html><title>Not here</title>', 'It is no image.'],
  ['', 'It is no image.'],
])('what is not shown says what it is: %j', (text, message) => {
  expect(() => headerOf(Buffer.from(text, 'latin1'))).toThrow(message);
});

test('an image that ends within its header is damaged', () => {
  for (const image of [
    pngOf(PICTURE).subarray(0, 18),
    jpegOf(PICTURE).subarray(0, 100),
    gifOf(7).subarray(0, 7),
  ])
    expect(() => headerOf(image)).toThrow('damaged');
  expect(() => headerOf(pngOf(PICTURE, {width: 0}))).toThrow('damaged');
});

test('whatever follows the first bytes, there is a size or a Problem', () => {
  const beginnings = fc.constantFrom(
    ...[pngOf(PICTURE), jpegOf(PICTURE), gifOf(7), WEBP].map(image => image.subarray(0, 12)),
  );
  fc.assert(
    fc.property(beginnings, fc.uint8Array({maxLength: 64}), (beginning, rest) => {
      try {
        const {width, height} = headerOf(Buffer.concat([beginning, rest]));
        expect(width * height).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(ProblemError);
      }
    }),
    {numRuns: 300},
  );
});
