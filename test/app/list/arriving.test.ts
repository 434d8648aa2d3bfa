import {expect, test} from 'vitest';
import type {State} from '../../../source/app/core/state.ts';
import {after, keys, listState} from '../../helpers/state.ts';

const shown = (state: State) => {
  const [list] = state.trail;
  if (list.kind !== 'list') throw new Error('A list is shown');
  return list;
};

const kinds = (state: State) => after(state, ...keys('1', '9', '9', 'j')).effects.map(({kind}) => kind);

test('a library that grows by itself reads no list again, but an empty one', () => {
  const grew = {type: 'library-grew'} as const;
  expect(after(listState(20), grew).effects.map(({kind}) => kind)).toEqual([
    'load-publications',
    'count-news',
    'load-rows',
  ]);
  expect(after(listState(0), grew).effects.map(({kind}) => kind)).toContain('reload-list');
});

test('new articles are counted until the list is read, and a key reads it from the top', () => {
  const counted = {type: 'news-counted', key: 1, news: 3} as const;
  const {state, effects} = after(listState(20), counted, ...keys('j', 'j', 'tab'));
  expect(effects).toContainEqual(expect.objectContaining({kind: 'reload-list', selected: 0, top: 0}));
  const {window} = shown(state);
  const {state: read} = after(state, {type: 'list-loaded', key: 1, window: {...window, total: 23}});
  expect(shown(read).news).toBeUndefined();
  expect(after(read, ...keys('tab')).state.notice?.text).toBe('Nothing new has come in.');
});

test('beyond the rows at hand the list is read around the selected article while something is new', () => {
  const counted = {type: 'news-counted', key: 1, news: 3} as const;
  expect(kinds(listState(400))).toContain('load-list');
  expect(kinds(after(listState(400), counted).state)).toContain('reload-list');
});

test('the interval fetches what is due while the reader is open, of this run alone where it has sources of its own', () => {
  const passed = {type: 'interval-passed'} as const;
  expect(after(listState(3), passed).effects).toEqual([{kind: 'refresh', which: 'due', isQuiet: true}]);
  expect(after(listState(3, {scope: ['a']}), passed).effects).toEqual([
    {kind: 'refresh', which: 'due', isQuiet: true, within: ['a']},
  ]);
  const refreshing = {done: 0, total: 1, isQuiet: true};
  expect(after(listState(3, {refreshing}), passed).effects).toEqual([]);
});
