import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {printableLine, printableText} from '../../../source/domain/text/printable.ts';
import {expectLinear} from '../../helpers/work.ts';

const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

describe('a line', () => {
  test('keeps words apart that stood on lines of their own, however a line ends', () => {
    expect(printableLine('one\rtwo\r\nthree\u2028four')).toBe('one two three four');
  });

  test('is one line with single spaces', () => {
    expect(printableLine('  A title\n\twith a\r\n break \u00a0 ')).toBe('A title with a break');
  });

  test.each([
    ['a window title', 'a\x1b]0;owned\x07b'],
    ['a clipboard write', 'a\x1b]52;c;cm0gLXJmIC8=\x1b\\b'],
    ['the same with eight-bit controls', 'a\x9d52;c;cm0gLXJmIC8=\x9cb'],
    ['colour and a cursor jump', 'a\x1b[31m\x1b[2Jb'],
    ['a device control string', 'a\x1bP+q544e\x1b\\b'],
    ['a lone escape', 'a\x1bcb'],
  ])('loses %s with all that it carries', (_, text) => {
    expect(printableLine(text)).toBe('ab');
  });

  test('does not become an escape sequence by losing one', () => {
    expect(printableLine('\x1b\x1b[31m[31mb')).not.toMatch(CONTROL);
  });

  test('cannot turn the rest of the row around', () => {
    expect(printableLine('safe\u202egnp.exe\u202c \u2066x\u2069\u200f')).toBe('safegnp.exe x');
  });

  test('keeps emoji sequences, and drops half a surrogate pair', () => {
    expect(printableLine('👩‍🚀 \ud83d flies')).toBe('👩‍🚀 flies');
  });

  test('holds no control whatever went in, and stays as it is when cleaned again', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        '\x1b',
        '[',
        ']',
        '\x9d',
        '\x9b',
        '\x07',
        '\\',
        'm',
        ';',
        '3',
        'a',
        ' ',
        '\u202e',
        '\ud800',
        '\n',
      ),
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({unit: 'binary'})), text => {
        const line = printableLine(text);
        return !CONTROL.test(line) && !/[\n\t]|\s\s|^\s|\s$/u.test(line) && printableLine(line) === line;
      }),
      {numRuns: 300},
    );
  });

  test.each(['\x9d', '\x1b]', '\x1b[1', '\x1bP', ' '])('is cleaned in linear time: a million of %j', mark => {
    expectLinear(count => `${mark.repeat(count)}é`, 500_000, printableLine);
  });
});

describe('a text', () => {
  test('keeps its line feeds and tabs', () => {
    expect(printableText('a\r\n\tb\rc\u0085d')).toBe('a\n\tb\ncd');
  });

  test('keeps nothing that reorders other lines', () => {
    expect(printableText('a\u202eb\nc\u2067d')).toBe('ab\ncd');
  });
});
