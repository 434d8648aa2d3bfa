import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Breaking} from '../../../source/typeset/breaking/break-text.ts';
import {breakText} from '../../../source/typeset/breaking/break-text.ts';
import {cellsOf, graphemesOf} from '../../../source/typeset/text/cells.ts';

function broken(text: string, measure: number, breaking: Breaking = 'optimal', isCode = false): string[] {
  return breakText(text, measure, breaking, () => isCode).map(
    ({from, to, hyphen}) => text.slice(from, to) + (hyphen ? '-' : ''),
  );
}

function raggedness(lines: readonly string[], measure: number): number {
  return lines.slice(0, -1).reduce((sum, line) => sum + (measure - cellsOf(line)) ** 2, 0);
}

const PROSE =
  'The first terminal I set type for was narrow, and so was I. I filled each line to the brim and called the remainder an unfortunate accident.';

describe('a paragraph', () => {
  test('is broken as a whole: less ragged than one filled line by line', () => {
    for (const measure of [24, 32, 40, 55]) {
      expect(raggedness(broken(PROSE, measure), measure)).toBeLessThanOrEqual(
        raggedness(broken(PROSE, measure, 'greedy'), measure),
      );
    }
    expect(broken(PROSE, 32)).not.toEqual(broken(PROSE, 32, 'greedy'));
  });

  test('does not end in one little word if it can be helped', () => {
    expect(broken('aaaa bbbb cccc dddd eeee ffff gggg hhhh i', 39)).not.toContain('i');
  });

  test('balances a heading', () => {
    expect(broken('one two three four five six seven', 28, 'balanced')).toEqual([
      'one two three four',
      'five six seven',
    ]);
  });

  test('ends lines where it must', () => {
    expect(broken('one\ntwo\n\nthree', 40)).toEqual(['one', 'two', '', 'three']);
  });
});

describe('within words', () => {
  test('breaks behind a hyphen between words only', () => {
    expect(broken('a state-of-the-art thing', 14, 'greedy')).toEqual(['a state-of-', 'the-art thing']);
    expect(broken('an e-mail with --no-color', 10, 'greedy')).toEqual(['an e-mail', 'with', '--no-color']);
    expect(broken('use total-fit here', 10, 'greedy', true)).toEqual(['use', 'total-fit', 'here']);
  });

  test('shows a soft hyphen only where the line ends', () => {
    expect(broken('un\u00adbe\u00adliev\u00adable', 7, 'greedy')).toEqual([
      'un\u00adbe\u00ad-',
      'liev\u00adable'.slice(0, 5) + '-',
      'able',
    ]);
  });

  test('keeps words together that a no-break space joins', () => {
    expect(broken('it is 10\u00a0km away', 9, 'greedy')).toEqual(['it is', '10\u00a0km', 'away']);
  });

  test('breaks addresses behind separators and before dots', () => {
    expect(broken('https://example.com/some/path?with=parameters', 20, 'greedy')).toEqual([
      'https://example.com/',
      'some/path?with=',
      'parameters',
    ]);
  });

  test('breaks a host only where a line is too short for it', () => {
    expect(broken('see https://pictures.example.org/a/b.png', 30, 'greedy')).toEqual([
      'see',
      'https://pictures.example.org/',
      'a/b.png',
    ]);
    expect(broken('https://pictures.example.org/a', 22, 'greedy')).toEqual([
      'https://',
      'pictures.example.org/a',
    ]);
  });

  test('never begins a line with a mark that stands alone', () => {
    expect(broken('what is it – nobody knows', 12, 'greedy')).toEqual(['what is it –', 'nobody knows']);
    expect(broken('what is it – nobody knows', 10, 'greedy')).toEqual(['what is', 'it –', 'nobody', 'knows']);
  });
});

describe('other scripts', () => {
  test('keeps closing marks and small kana from the start of a line, opening ones from its end', () => {
    for (let measure = 10; measure < 40; measure++) {
      const lines = broken('墨は「生きている」。しかし、紙は（まだ）待っている。ちょっと待って', measure);
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[。、」）っょ]/u);
      for (const line of lines) expect(line).not.toMatch(/[「（]$/u);
    }
  });

  test('breaks Thai between words', () => {
    expect(broken('ภาษาไทยไม่เว้นวรรคระหว่างคำ', 12, 'greedy')).toEqual(['ภาษาไทยไม่เว้น', 'วรรคระหว่างคำ']);
  });

  test('breaks Korean at spaces rather than within words', () => {
    expect(broken('낱말 사이에서 줄을 바꾼다', 14)).toEqual(['낱말 사이에서', '줄을 바꾼다']);
  });
});

test('no grapheme is torn, nothing is lost, and only what can not be broken is too wide', () => {
  fc.assert(
    fc.property(
      fc.string({unit: 'grapheme', maxLength: 80}),
      fc.integer({min: 2, max: 30}),
      fc.constantFrom<Breaking>('optimal', 'greedy'),
      (raw, measure, breaking) => {
        const text = raw.replaceAll(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ').trim();
        const lines = breakText(text, measure, breaking, () => false);
        const graphemes = new Set<number>();
        let at = 0;
        for (const grapheme of graphemesOf(text)) graphemes.add((at += grapheme.length));
        for (const {from, to, width} of lines) {
          expect(from === 0 || graphemes.has(from)).toBe(true);
          expect(width).toBe(cellsOf(text, from, to));
          expect(
            width <= measure ||
              graphemesOf(text.slice(from, to)).length === 1 ||
              cellsOf(text.slice(from, to)) <= 2,
          ).toBe(true);
        }
        expect(
          lines
            .map(({from, to}) => text.slice(from, to))
            .join('')
            .replaceAll(' ', ''),
        ).toBe(text.replaceAll(' ', ''));
      },
    ),
    {numRuns: 400},
  );
});
