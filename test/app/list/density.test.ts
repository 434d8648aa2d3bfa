import {expect, test} from 'vitest';
import {layoutOf} from '../../../source/app/core/layout.ts';
import {listScreen} from '../../../source/app/list/list.ts';
import type {State} from '../../../source/app/core/state.ts';
import {after, keys, listState, publicationRow} from '../../helpers/state.ts';

const TWO = [publicationRow(), publicationRow({id: 'publication-2', title: 'The Mill', location: '/mill'})];

/** A reader on the list of everything, of two publications. */
function mixed(change: Partial<State> = {}): State {
  const state = listState(60, {publications: TWO, ...change});
  const [list] = state.trail;
  if (list.kind !== 'list') throw new Error('A list is shown');
  return {...state, trail: [{...listScreen(1, {query: ''}), window: list.window}]};
}

test('one publication has cards, several have one line an article, 20 of them at 80×24', () => {
  expect(layoutOf(listState(60)).density).toBe('airy');
  expect(layoutOf(mixed())).toMatchObject({density: 'lines', rowHeight: 1});
  expect(layoutOf(mixed()).visibleRows).toBeGreaterThanOrEqual(20);
});

test('in a large library one publication has lines, too, and what a search found has cards', () => {
  const publications = [publicationRow({total: 60_000})];
  expect(layoutOf(listState(60, {publications})).density).toBe('lines');
  const found = mixed();
  const [list] = found.trail;
  if (list.kind !== 'list') throw new Error('A list is shown');
  const view = {query: 'lamp', order: 'relevance'} as const;
  expect(layoutOf({...found, trail: [{...list, view, base: view}]}).density).toBe('airy');
});

test('the key changes the density of one list, which is kept; others stay as they are', () => {
  const {state, effects} = after(mixed(), ...keys('='));
  expect(layoutOf(state).density).toBe('airy');
  expect(state.settings.listDensities).toEqual(['airy all']);
  expect(effects).toContainEqual(expect.objectContaining({kind: 'keep-settings'}));
  const other = listScreen(2, {publications: ['publication-1'], query: 'is:unread'});
  expect(layoutOf(state, other).density).toBe('airy');
  expect(layoutOf(after(state, ...keys('=', '=')).state).density).toBe('lines');
  expect(after(state, ...keys('=', '=')).state.settings.listDensities).toEqual(['lines all']);
});

test('a setting for all lists holds where no list has its own', () => {
  const state = mixed();
  const compact: State = {...state, settings: {...state.settings, density: 'compact'}};
  expect(layoutOf(compact).density).toBe('compact');
  expect(layoutOf(after(compact, ...keys('=')).state).density).toBe('lines');
});
