import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {safeAnsi, safeJson, safeText} from '../../../source/domain/text/sink.ts';

const HOSTILE = fc
  .array(
    fc.oneof(
      fc.string({unit: 'binary'}),
      fc.constantFrom(
        '\u001B[31m',
        '\u001B[8m',
        '\u001B[2J',
        '\u009B2J',
        '\u001B]8;;file:///etc\u0007',
        '\u001B]0;x\u0007',
        '\u202E',
        '\r',
        '\uD83D',
        'a',
      ),
    ),
    {maxLength: 12},
  )
  .map(parts => parts.join(''));

const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;

describe('what leaves the program', () => {
  test('as text holds no control but line feed and tab, and no half of a character', () => {
    fc.assert(
      fc.property(HOSTILE, text => {
        expect(safeText(text)).not.toMatch(CONTROL);
        expect(safeText(text).isWellFormed()).toBe(true);
      }),
    );
  });

  test('as JSON holds no control inside its strings', () => {
    fc.assert(
      fc.property(HOSTILE, text => {
        const [value] = JSON.parse(safeJson([text])) as [string];
        expect(value).not.toMatch(CONTROL);
        expect(value.isWellFormed()).toBe(true);
      }),
    );
  });

  test('as styled text holds SGR and links to the web only', () => {
    fc.assert(
      fc.property(HOSTILE, text => {
        const plain = safeAnsi(text).replaceAll(
          /\u001B\[[\d:;]*m|\u001B\]8;[^;]*;(?:https?:\/\/[^\u0007\u001B]*|mailto:[^\u0007\u001B]*)?(?:\u0007|\u001B\\)/g,
          '',
        );
        expect(plain).not.toMatch(CONTROL);
      }),
    );
  });

  test('keeps our own styles and links as they are', () => {
    const page =
      '\u001B[1;38;2;5;6;8mBold\u001B[0m \u001B]8;;https://example.com/?a=1\u0007link\u001B]8;;\u0007';
    expect(safeAnsi(page)).toBe(page);
  });

  test.each([
    '\u001B[5m',
    '\u001B[8m',
    '\u001B[1;8m',
    '\u001B]8;;file:///etc/passwd\u0007',
    '\u001B]8;;javascript:1\u001B\\',
  ])('loses %j', sequence => {
    expect(safeAnsi(`a${sequence}b`)).toBe('ab');
  });

  test('passes ordinary text by without touching it', () => {
    const text = 'Grüße, 日本 👩‍👩‍👧 – “ok”\n\tend';
    expect(safeText(text)).toBe(text);
    expect(safeJson({text})).toBe(JSON.stringify({text}));
  });
});
