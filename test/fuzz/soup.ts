import * as fc from 'fast-check';

/** A text in pieces, each so many times: bombs stay small enough to be kept and read. */
export type Soup = readonly (readonly [piece: string, times: number])[];

/** No text of a case is longer. */
const LONGEST = 200_000;

export function textOf(soup: Soup): string {
  let text = '';
  for (const [piece, times] of soup)
    text += piece.repeat(Math.min(times, Math.floor((LONGEST - text.length) / Math.max(1, piece.length))));
  return text;
}

/**
 * Words of a language in any order, texts that no one would write between them, some of them thousands of
 * times.
 */
export function soupOf(words: readonly string[], most = 40): fc.Arbitrary<Soup> {
  const piece = fc.oneof(
    {weight: 8, arbitrary: fc.constantFrom(...words)},
    {weight: 2, arbitrary: fc.constantFrom(...HOSTILE)},
    {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 12})},
    {weight: 1, arbitrary: fc.string({unit: 'grapheme', maxLength: 12})},
  );
  const times = fc.oneof(
    {weight: 60, arbitrary: fc.constant(1)},
    {weight: 4, arbitrary: fc.integer({min: 2, max: 40})},
    {weight: 1, arbitrary: fc.integer({min: 100, max: 20_000})},
  );
  return fc.array(fc.tuple(piece, times), {maxLength: most});
}

/**
 * A document of the kind that is wanted, into which pieces are put: most of what comes from outside is almost
 * right.
 */
export function damaged(documents: readonly string[], words: readonly string[]): fc.Arbitrary<Soup> {
  const cut = fc.tuple(
    fc.constantFrom(...documents),
    fc.array(fc.double({min: 0, max: 1, noNaN: true}), {maxLength: 4}),
    soupOf(words, 5),
  );
  return fc.oneof(
    {weight: 1, arbitrary: soupOf(words)},
    {
      weight: 2,
      arbitrary: cut.map(([document, places, soup]) => {
        const pieces: (readonly [string, number])[] = [];
        let from = 0;
        for (const [index, place] of places.toSorted((a, b) => a - b).entries()) {
          const to = Math.floor(place * document.length);
          pieces.push([document.slice(from, to), 1]);
          const put = soup[index];
          if (put) pieces.push(put);
          // Now and then something is missing.
          from = index % 3 === 2 ? Math.min(document.length, to + 7) : to;
        }
        return [...pieces, [document.slice(from), 1] as const];
      }),
    },
  );
}

/** What has no business in a text. */
export const HOSTILE = [
  '\u001B[2J',
  '\u001B]0;title\u0007',
  '\u001B]52;c;aGk=\u001B\\',
  '\u001B[?1049l',
  '\u001B[6n',
  '\u001BPq#0\u001B\\',
  '\u009B31m',
  '\u009D0;x\u009C',
  '\u001B',
  '&#27;[8m',
  '&#x9b;2J',
  '&amp;#27;]0;x&amp;#7;',
  '\r',
  '\b\b\b',
  '\0',
  '\u202E',
  '\u2066',
  '\u200B',
  '\uD800',
  '\uDC00',
  '\uFEFF',
  '\u2028',
  '\u{E0041}',
  'a\u0301\u0301\u0301',
  '\u061C',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'http://[',
  '//',
  '\t',
  '\n',
  ' ',
  '"',
  "'",
  '<',
  '>',
  '&',
];
