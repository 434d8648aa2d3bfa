import {expect, test} from 'vitest';
import {themeNamed} from '../../source/domain/theme/themes.ts';
import {ASCII, UNICODE} from '../../source/screen/glyphs.ts';
import {segment} from '../../source/ui/parts/line.ts';
import {paintLine} from '../../source/ui/parts/paint-line.ts';

const look = (colors: 0 | 3) => ({theme: themeNamed('terminal'), glyphs: UNICODE, colors});
const line = [segment('● ', 'unread'), segment('A title', 'title', true)];

test('a row has the looks of its roles, each closed where its words end', () => {
  expect(paintLine(look(3), line)).toBe('\u001B[36m● \u001B[39m\u001B[1mA title\u001B[22m');
});

test('without colours weight stays', () => {
  expect(paintLine(look(0), line)).toBe('● \u001B[1mA title\u001B[22m');
});

test('where there is only ASCII the signs of our own words are made of it, in as many cells', () => {
  const ascii = {...look(0), glyphs: ASCII};
  const words = 'Nothing here matches “zq…” · ↓ it’s José';
  expect(paintLine(ascii, [segment(words)])).toBe('Nothing here matches "zq~" - v it\'s José');
  expect(paintLine(look(0), [segment(words)])).toBe(words);
});

test('a row without words still takes its row', () => {
  expect([paintLine(look(3), []), paintLine(look(3), [segment('')])]).toEqual([' ', ' ']);
});

test('what comes from outside brings no sequences of its own', () => {
  expect(paintLine(look(3), [segment('a\u001B]0;title\u0007b\u001B[5mc')])).not.toMatch(/\u001B|\u0007/);
});
