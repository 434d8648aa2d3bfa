import {expect, test} from 'vitest';
import {themeNamed} from '../../../source/domain/theme/themes.ts';
import {UNICODE} from '../../../source/screen/glyphs.ts';
import {inVisualOrder, loadVisualOrder} from '../../../source/screen/frame/visual-order.ts';
import {segment} from '../../../source/ui/parts/line.ts';
import {paintLine} from '../../../source/ui/parts/paint-line.ts';

test('right-to-left words of a title are put in the order in which they are seen, marks behind their letters', async () => {
  await loadVisualOrder();
  expect(inVisualOrder('ספר חדש')).toBe('שדח רפס');
  expect(inVisualOrder('A word: ספר 12')).toBe('A word: 12 רפס');
  expect(inVisualOrder('(ספר)')).toBe('(רפס)');
  expect(inVisualOrder('בָּ א')).toBe('א בָּ');
  expect(inVisualOrder('Plain words')).toBe('Plain words');
});

test('a row is ordered only for a terminal that shows text as it is stored', async () => {
  await loadVisualOrder();
  const look = {theme: themeNamed('plain'), glyphs: UNICODE, colors: 0} as const;
  const line = [segment('● '), segment('ספר'), segment('  9 min')];
  expect(paintLine({...look, isOrdering: true}, line)).toBe('● רפס  9 min');
  expect(paintLine(look, line)).toBe('● ספר  9 min');
});
