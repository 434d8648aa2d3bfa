/** @module-tag long */

import fc from 'fast-check';
import realTruncate from 'cli-truncate';
import realSlice from 'slice-ansi';
import realWidth from 'string-width';
import realWrap from 'wrap-ansi';
import {beforeAll, describe, expect, test} from 'vitest';
import {built} from './built.ts';

type Packages = {
  stringWidth: typeof realWidth;
  sliceAnsi: typeof realSlice;
  wrapAnsi: typeof realWrap;
  cliTruncate: typeof realTruncate;
};

let lean: Packages;

beforeAll(async () => {
  lean = await built<Packages>(`
    export {default as stringWidth} from 'string-width';
    export {default as sliceAnsi} from 'slice-ansi';
    export {default as wrapAnsi} from 'wrap-ansi';
    export {default as cliTruncate} from 'cli-truncate';`);
});

const HARD: readonly string[] = [
  '👩‍💻',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  '🇨🇭',
  '🇨',
  '👍🏽',
  '❤️',
  '❤',
  '☆',
  '★',
  '✓',
  '1️⃣',
  '#️⃣',
  '▶',
  '▶️',
  '◾',
  '◼️',
  '©',
  '©️',
  '\u00AD',
  'กำลัง',
  'น้ำ',
  'हिन्दी',
  'क्षि',
  '한국어',
  '한',
  '日本語',
  'ｶﾞ',
  'e\u0301',
  'a\u200Db',
  '\u200B',
  '\uFE0F',
  '\r\n',
  '\r',
  '\t',
  '\u0007',
  '▌',
  '●',
  '·',
  '←',
  '━',
  '╸',
  '…',
  '\u00A0',
  '“',
  '€',
  'ł',
  'Ж',
  '҈',
  '\u001B[31m',
  '\u001B[0m',
  '\u001B[1;4m',
  '\u001B]8;;https://a.example\u0007',
  ' ',
  'x',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...HARD), fc.string({unit: 'grapheme-ascii', maxLength: 6})), {
    maxLength: 10,
  })
  .map(parts => parts.join(''));

describe('what the build makes lazy gives what the packages give', () => {
  test('for every single character of the basic plane', () => {
    expect(differing(0xffff, [''])).toEqual([]);
  });

  test('for every such character before a variation selector, a mark and a joiner', () => {
    expect(differing(0x2fff, ['\uFE0F', '\u0301', '\u200D', '\u20E3'])).toEqual([]);
  });

  test('for pictures beyond it, alone and with what may follow them', () => {
    const endings = ['', '\uFE0F', '\u{1F3FB}', '\u200D\u2642\uFE0F', '\u{1F1E8}', 'a'];
    expect(differing(0x1fbff, endings, 0x1f000)).toEqual([]);
  });

  test.each(HARD)('for %j', one => {
    for (const whole of [one, `a${one}b`, `${one}${one}`])
      expect(lean.stringWidth(whole)).toBe(realWidth(whole));
  });

  test('whatever is measured, cut, sliced and wrapped', () => {
    fc.assert(
      fc.property(text, fc.integer({min: 1, max: 30}), (one, width) => {
        expect(lean.stringWidth(one)).toBe(realWidth(one));
        expect(lean.cliTruncate(one, width)).toBe(realTruncate(one, width));
        expect(lean.sliceAnsi(one, 1, width)).toBe(realSlice(one, 1, width));
        expect(lean.wrapAnsi(one, width, {hard: true})).toBe(realWrap(one, width, {hard: true}));
      }),
      {numRuns: 300},
    );
  });
});

function differing(last: number, endings: readonly string[], first = 0): string[] {
  const found: string[] = [];
  for (let code = first; code <= last; code++) {
    for (const ending of endings) {
      const one = String.fromCodePoint(code) + ending;
      if (lean.stringWidth(one) !== realWidth(one)) found.push(`U+${code.toString(16)} ${ending}`);
    }
  }
  return found;
}
