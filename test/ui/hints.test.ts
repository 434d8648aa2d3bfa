import {expect, test} from 'vitest';
import type {State} from '../../source/app/core/state.ts';
import {screenOf} from '../../source/app/core/state.ts';
import {layoutOf} from '../../source/app/core/layout.ts';
import {UNICODE} from '../../source/screen/glyphs.ts';
import {statusLine} from '../../source/ui/parts/status-line.ts';
import {hints} from '../../source/ui/parts/hints.ts';
import {textOf} from '../../source/ui/parts/line.ts';
import {frameOf} from '../helpers/frame.tsx';
import {setSheet} from '../helpers/set-page.ts';
import {after, articleRow, keys, listState, publicationRow} from '../helpers/state.ts';

/* A hint that names a key names what it does here, on the row that is selected. */

const hinted = (state: State): string => textOf(hints(state, 110));

const ROW = articleRow(0);
function reading(markdown: string): State {
  const page = setSheet({markdown}, {measure: 70});
  const opened = after(listState(3), ...keys('enter')).state;
  const position = {block: 0, offset: 0};
  return after(opened, {type: 'article-set', id: ROW.id, row: ROW, page, position, isPreview: false}).state;
}

test('an article has contents where it has headings', () => {
  expect(hinted(reading('## One\n\nText.'))).toBe('t contents  / find  s star  S subscribe  q back  ? help');
  expect(hinted(reading('Text.'))).toBe('/ find  s star  S subscribe  q back  ? help');
});

test('a book is not read to its end for what stands on its first screen', () => {
  const state = reading('A paragraph of a book.\n\n'.repeat(10_000));
  expect(hinted(state)).toContain('t contents');
  frameOf(state);
  const screen = screenOf(state);
  const page = screen.kind === 'article' ? screen.page : undefined;
  let slices = 1;
  while (page?.prepare()) slices++;
  expect(slices).toBeGreaterThan(40);
});

test('a link without an address is not opened in the browser', () => {
  const links = after(reading('[a](https://one.example/)'), ...keys('L')).state;
  expect(hinted(links)).toBe('Enter open  o browser  y copy  + save  Esc close');
  expect(hinted(after(links, ...keys('G')).state)).toBe('Enter open  Esc close');
});

test('each row of the publications has its own', () => {
  const publications = [
    publicationRow(),
    publicationRow({id: 'publication-2', title: 'Tides', folder: 'Sea', isHidden: true, isMuted: true}),
  ];
  let {state} = after(
    listState(3, {publications, savedQueries: [{name: 'Short', query: 'read:<5m'}]}),
    ...keys('p'),
  );
  const seen = new Set<string>();
  for (let row = 0; row < 12; row++) {
    seen.add(hinted(state));
    state = after(state, ...keys('j')).state;
  }
  expect([...seen]).toEqual([
    'Enter open  + add a blog  / find  q back  ? help',
    'Enter open  + add a blog  / find  x remove  q back  ? help',
    'Enter open  Tab fold  + add a blog  / find  q back  ? help',
    'Enter open  + add a blog  / find  x remove  H show  - unmute  F folder  q back  ? help',
    'Enter open  + add a blog  / find  x remove  H hide  - mute  F folder  q back  ? help',
  ]);
});

test('what is fetched by itself takes no hint away', () => {
  const refreshing = {done: 3, total: 14, current: 'Tides', isQuiet: true};
  const line = textOf(statusLine(listState(12, {refreshing}), layoutOf(listState(12)), UNICODE));
  expect(line).toMatch(/^ Enter open {2}\/ find.* \? help +fetching 3 of 14 · 1 of 12$/);
  const narrow = listState(12, {refreshing, columns: 60});
  expect(textOf(statusLine(narrow, layoutOf(narrow), UNICODE))).toMatch(/\? help +1 of 12$/);
});
