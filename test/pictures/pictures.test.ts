import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {FOLDER, PICTURES, frameOf} from './draw.ts';
import {svgOf} from './svg.ts';

test.each(PICTURES)('the picture “$name” shows the program as it is', async picture => {
  const drawn = await readFile(join(FOLDER, `${picture.name}.svg`), 'utf8');
  expect(wordsOf(svgOf(await frameOf(picture), picture.title))).toBe(wordsOf(drawn));
});

/** What can be read in a picture; a date has its year only when that is past. */
function wordsOf(svg: string): string {
  return Array.from(svg.matchAll(/<text[^>]*>([^<]*)</g), ([, text]) => text ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(\d+ [A-Z][a-z]{2}) 2026/g, '$1');
}
