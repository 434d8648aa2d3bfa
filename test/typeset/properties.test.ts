import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {themeNamed} from '../../source/domain/theme/themes.ts';
import {linesOf, setBody, setSheet} from '../helpers/set-page.ts';
import {isSameText, openStyles, withoutStyles} from '../helpers/styles.ts';
import {lettersOf, missingWords, tokenWords} from '../helpers/token-words.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/pages');
const documents = readdirSync(FOLDER)
  .filter(file => file.endsWith('.md'))
  .map(file => ({name: file, markdown: readFileSync(join(FOLDER, file), 'utf8')}));

const MEASURES = Array.from({length: 149}, (_, index) => index + 12);
const COLOURFUL = {theme: themeNamed('dark'), colors: 3, hyperlinks: true} as const;

/** Documents whose words stand in another order on narrow pages: cells side by side, notes at the end. */
const SIDE_BY_SIDE = new Set(['article.md', 'tables.md', 'emoji.md', 'mixed.md', 'html.md']);
const REORDERED = new Set(['records.md', 'wide-table.md']);
/**
 * Documents with words that are not for reading: templates, commands of formulas, names of headings, raw
 * HTML.
 */
const UNREAD = new Set([
  'footnotes.md',
  'templates.md',
  'mathematics.md',
  'headings.md',
  'inline-html.md',
  'quotes.md',
  'figures.md',
  'html.md',
]);

describe.each(documents)('$name', ({name, markdown}) => {
  test('fits every measure from 12 to 160', () => {
    const wide = MEASURES.flatMap(measure =>
      linesOf(setBody(markdown, {measure}))
        .filter(line => stringWidth(line) > measure)
        .map(line => ({measure, line})),
    );
    expect(wide).toEqual([]);
  });

  test.skipIf(UNREAD.has(name))('loses no word and keeps their order', () => {
    const words = tokenWords(markdown);
    for (const measure of SIDE_BY_SIDE.has(name) || REORDERED.has(name) ? [72, 160] : [12, 23, 40, 72, 160]) {
      const page = linesOf(setBody(markdown, {measure})).join('\n');
      const missing = REORDERED.has(name)
        ? words.filter(word => !lettersOf(page).join(' ').includes(word))
        : missingWords(words, page);
      expect({measure, missing}).toEqual({measure, missing: []});
    }
  });

  test('closes every style on its line, and says the same as without, where signs stand for what is struck out', () => {
    const plain = linesOf(setBody(markdown, {measure: 50}));
    const styled = linesOf(setBody(markdown, {measure: 50, ...COLOURFUL}));
    expect(styled.flatMap(openStyles)).toEqual([]);
    expect(isSameText(styled, plain)).toBe(true);
  });

  test('has no trailing blanks', () => {
    expect(linesOf(setBody(markdown, {measure: 60})).filter(line => /\s$/.test(line))).toEqual([]);
  });

  test('gives a slice of the page from any place', () => {
    const page = setSheet({markdown}, {measure: 36});
    const all = linesOf(page);
    for (let line = 0; line < all.length; line += 3) {
      const place = page.move(page.start, line);
      expect(page.lines(place, 7)).toEqual(all.slice(line, line + 7));
      expect(page.distance(page.start, place, 10_000)).toBe(line);
    }
  });
});

const WORDS = [
  'ink',
  'paper',
  'a',
  'state-of-the-art',
  '墨は生きている。',
  '한국어',
  'ไทยกำ',
  'שלום',
  '👩‍🚀',
  'é',
  'https://example.com/a/b?c=d',
  '\u00ad',
  '\u00a0',
  '—',
  '(',
  ')',
  '1.',
  '&amp;',
  '<b>',
  '</b>',
  '<br>',
  '$x$',
];
const MARKS = [
  '**',
  '*',
  '`',
  '~~',
  '[',
  '](x)',
  '![',
  '|',
  '\n',
  '\n\n',
  '> ',
  '- ',
  '1. ',
  '# ',
  '```',
  '    ',
  '---',
  '<div>',
  '</div>',
  '[^1]',
  '\n[^1]: ',
  ':::',
  '==',
  '{%',
  '\\',
];

const written = fc.array(
  fc.oneof(
    {weight: 3, arbitrary: fc.constantFrom(...WORDS)},
    {weight: 2, arbitrary: fc.constantFrom(...MARKS)},
    {weight: 1, arbitrary: fc.string({unit: 'grapheme', maxLength: 6})},
  ),
  {maxLength: 60},
);

describe('whatever is written', () => {
  test('every line fits and no style stays open', () => {
    fc.assert(
      fc.property(
        written,
        fc.integer({min: 12, max: 90}),
        fc.constantFrom('optimal', 'greedy'),
        (parts, measure, breaking) => {
          const lines = linesOf(setBody(parts.join(' '), {measure, breaking, ...COLOURFUL}));
          for (const line of lines) {
            expect(stringWidth(withoutStyles(line))).toBeLessThanOrEqual(measure);
            expect(openStyles(line)).toEqual([]);
          }
        },
      ),
      {numRuns: 300},
    );
  });

  test('even a page that is too narrow for anything can be walked', () => {
    fc.assert(
      fc.property(written, fc.integer({min: 0, max: 11}), (parts, measure) => {
        const page = setSheet({markdown: parts.join(' ')}, {measure});
        expect(page.lines(page.end(5), 5).length).toBeGreaterThan(0);
      }),
      {numRuns: 100},
    );
  });

  test('positions survive a change of measure', () => {
    fc.assert(
      fc.property(written, fc.integer({min: 0, max: 40}), (parts, by) => {
        const markdown = parts.join(' ');
        const [wide, narrow] = [setBody(markdown, {measure: 60}), setBody(markdown, {measure: 21})];
        const position = wide.position(wide.move(wide.start, by));
        const there = narrow.place(position);
        expect(there.block).toBe(position.block);
        expect(wide.position(wide.place(position))).toEqual(position);
      }),
      // The rule of a heading whose text begins behind a sign that is not seen.
      {numRuns: 150, examples: [[['# ', '\u00AD', 'a'], 1]]},
    );
  });
});
