/** @module-tag long */

import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {FOLDER, PICTURES, SESSION_TITLE, frameOf, session} from './draw.ts';
import {movingSvg} from './moving.ts';
import {svgOf} from './svg.ts';

test.each(PICTURES)('the picture “$name” shows the program as it is', async picture => {
  const drawn = await readFile(join(FOLDER, `${picture.name}.svg`), 'utf8');
  expect(wordsOf(svgOf(await frameOf(picture), picture.title))).toBe(wordsOf(drawn));
});

test('the moving picture shows the program as it is, and is light enough for a page', async () => {
  const drawn = await readFile(join(FOLDER, 'session.svg'), 'utf8');
  expect(drawn.length).toBeLessThan(400_000);
  expect(framesOf(movingSvg(await session(), SESSION_TITLE))).toEqual(framesOf(drawn));
});

/** The words of each frame of a moving picture, row by row; the port of this run's server is left out. */
function framesOf(svg: string): readonly (readonly string[])[] {
  const rows = new Map(
    Array.from(svg.matchAll(/<g id="(r\d+)">([^]*?)<\/g>/g), ([, id = '', row = '']) => [
      id,
      wordsOf(row).replaceAll(/127\.0\.0\.1:80\d\d/g, '127.0.0.1'),
    ]),
  );
  return Array.from(svg.matchAll(/<g id="f\d+">(.*)<\/g>/g), ([, uses = '']) =>
    Array.from(uses.matchAll(/href="#(r\d+)"/g), ([, id = '']) => rows.get(id) ?? '').filter(
      row => row !== '',
    ),
  );
}

/**
 * The words of a picture. A date has its year only when that is past, and blanks around a row are not words.
 */
function wordsOf(svg: string): string {
  return Array.from(svg.matchAll(/<text[^>]*>([^<]*)</g), ([, text]) => text ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(\d+ [A-Z][a-z]{2}) 2026/g, '$1')
    .trim();
}
