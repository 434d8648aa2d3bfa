import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {cellsOf, graphemesOf} from '../../../source/typeset/text/cells.ts';

test('measures every character of the first plane as string-width does, alone and beside others', () => {
  const different: string[] = [];
  for (let unit = 0x20; unit < 0x10000; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) continue;
    const sign = String.fromCharCode(unit);
    for (const text of [sign, `a${sign}`, `漢${sign}1`])
      if (cellsOf(text) !== stringWidth(text)) different.push(text);
  }
  expect(different).toEqual([]);
});

test('measures any text as string-width does, whole and in parts', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), text => {
      expect(cellsOf(text)).toBe(stringWidth(text));
      expect(graphemesOf(text).join('')).toBe(text);
      expect(graphemesOf(text).reduce((sum, grapheme) => sum + cellsOf(grapheme), 0)).toBe(stringWidth(text));
    }),
    {numRuns: 500},
  );
});
