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

  test('for every emoji that the engine knows as one of several characters', () => {
    const pictures = charactersOf(/\p{Emoji}/u);
    const skins = ['', ...charactersOf(/\p{Emoji_Modifier}/u), '\uFE0F'];
    const joined = ['\u2640\uFE0F', '\u2695\uFE0F', '\u{1F4BB}', '\u{1F9B0}', '\u2B1B', '\u{1F4A5}'];
    const flags = charactersOf(/\p{RI}/u);
    const all = [
      ...pictures.flatMap(one => skins.flatMap(skin => ['', ...joined].map(next => join(one + skin, next)))),
      ...flags.flatMap(one => flags.map(other => one + other)),
      '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
      '\u{1F3F4}\u{E0067}\u{E007F}',
      ...['1', '#', 'a'].flatMap(one => [`${one}\u20E3`, `${one}\uFE0F\u20E3`]),
    ];
    expect(all.filter(one => /^\p{RGI_Emoji}$/v.test(one)).length).toBeGreaterThan(1500);
    expect(all.filter(one => lean.stringWidth(one) !== realWidth(one))).toEqual([]);
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

function join(one: string, next: string): string {
  return next === '' ? one : `${one}\u200D${next}`;
}

function charactersOf(kind: RegExp): string[] {
  return Array.from({length: 0x1ffff}, (_, code) => String.fromCodePoint(code)).filter(one => kind.test(one));
}

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
