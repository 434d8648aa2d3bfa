import {expect, test} from 'vitest';
import {DEFAULT_COLUMNS} from '../../source/domain/query/list-columns.ts';
import type {ListColumn} from '../../source/domain/query/list-columns.ts';
import {UNICODE} from '../../source/screen/glyphs.ts';
import {denseLine} from '../../source/ui/parts/dense-line.ts';
import {textOf} from '../../source/ui/parts/line.ts';
import {articleRow} from '../helpers/state.ts';

const NOW = Date.UTC(2026, 10, 23);
const ROW = articleRow(1, {title: 'A cache is a promise', ownTags: ['later'], tags: ['databases']});

function line(width: number, columns: readonly ListColumn[] = DEFAULT_COLUMNS, isMixed = true): string {
  const context = {width, now: NOW, glyphs: UNICODE, isMixed, columns, hasFocus: true};
  return textOf(denseLine(ROW, true, context)).trimEnd();
}

test('a line has its mark, the publication, the title with one’s own tags, the date and the read time', () => {
  expect(line(80)).toMatch(/^▌● The Well +A cache is a promise {2}#later +12 Nov +6 min$/);
});

const shown = (width: number): string[] => {
  const text = line(width);
  return ['Mara', '6 min', '12 Nov', 'The Well', 'A cache'].filter(word => text.includes(word));
};

test('as it narrows the author goes first and the publication last', () => {
  expect(shown(120)).toEqual(['Mara', '6 min', '12 Nov', 'The Well', 'A cache']);
  expect(shown(80)).toEqual(['6 min', '12 Nov', 'The Well', 'A cache']);
  expect(shown(36)).toEqual(['The Well', 'A cache']);
  expect(shown(20)).toEqual(['A cache']);
});

test('a list of one publication names its authors instead', () => {
  expect(line(80, DEFAULT_COLUMNS, false)).toMatch(/^▌● Mara Lindqvist +A cache is a promise/);
});

test('columns stand in the order that is asked for', () => {
  expect(line(90, ['age', 'title', 'tags', 'publication'])).toMatch(
    /^▌● +11 d +A cache is a promise +#later #databas\S* +The Well$/,
  );
});

test.each([20, 40, 66, 80, 120, 200])('a line of %i cells is no wider', width => {
  const context = {width, now: NOW, glyphs: UNICODE, isMixed: true, columns: DEFAULT_COLUMNS, hasFocus: true};
  expect(textOf(denseLine({...ROW, title: 'long '.repeat(80)}, false, context)).length).toBeLessThanOrEqual(
    width,
  );
});
