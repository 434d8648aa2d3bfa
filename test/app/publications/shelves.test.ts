import {expect, test} from 'vitest';
import {lineOf, shelvesOf} from '../../../source/app/publications/shelves.ts';
import type {PublicationsScreen} from '../../../source/app/core/state.ts';
import {after, keys, listState, publicationRow} from '../../helpers/state.ts';

const SCREEN: PublicationsScreen = {kind: 'publications', key: 9, selected: 0, top: 0};
const ROWS = [
  publicationRow({id: 'a', title: 'Aurora', unread: 2, total: 5}),
  publicationRow({id: 'b', title: 'Breakwater', unread: 1, total: 4, folder: 'Sea'}),
  publicationRow({id: 'c', title: 'Compass', unread: 3, total: 3, isHidden: true}),
];
const state = listState(1, {
  publications: ROWS,
  savedQueries: [{name: 'Short', query: 'read:<5m'}],
  counts: {'is:starred': 7, 'read:<5m': 4},
});

test('shelves over everything come first, then searches, folders, and what is in none', () => {
  expect(shelvesOf(state, SCREEN).map(({title, total, unread}) => [title, total, unread])).toEqual([
    ['All', 9, 3],
    ['Unread', 3, undefined],
    ['New since last time', undefined, undefined],
    ['Continue reading', undefined, undefined],
    ['Starred', 7, undefined],
    ['Short', 4, undefined],
    ['Sea', 4, 1],
    ['Breakwater', 4, 1],
    ['Aurora', 5, 2],
    ['Compass', 3, 3],
  ]);
});

test('a blank line stands before each group, and is counted', () => {
  const shelves = shelvesOf(state, SCREEN);
  expect(lineOf(shelves, 4)).toBe(4);
  expect(lineOf(shelves, 5)).toBe(6);
  expect(lineOf(shelves, 6)).toBe(8);
  expect(lineOf(shelves, 8)).toBe(11);
});

test('a search keeps what has all of its words', () => {
  expect(shelvesOf(state, {...SCREEN, search: 'co'}).map(({title}) => title)).toEqual([
    'Continue reading',
    'Compass',
  ]);
});

test('where nothing is followed the shelves are over what was opened', () => {
  const opened = listState(1, {publications: [publicationRow({isListed: false, unread: 2, total: 9})]});
  expect(shelvesOf(opened, SCREEN)[0]).toMatchObject({total: 9, view: {publications: ['publication-1']}});
});

test('a closed folder keeps its publications out of sight, and what is searched for is found in it all the same', () => {
  const closed = {...state, settings: {...state.settings, closedFolders: ['Sea']}};
  expect(shelvesOf(closed, SCREEN).map(({title}) => title)).not.toContain('Breakwater');
  expect(shelvesOf(closed, SCREEN)).toContainEqual(
    expect.objectContaining({title: 'Sea', unread: 1, isClosed: true}),
  );
  expect(shelvesOf(closed, {...SCREEN, search: 'break'}).map(({title}) => title)).toEqual(['Breakwater']);
});

test('a folder is closed from within, and the selection stands on it then', () => {
  const inside = {...SCREEN, selected: 7};
  const {state: folded, effects} = after({...state, trail: [inside]}, ...keys('tab'));
  expect(folded.settings.closedFolders).toEqual(['Sea']);
  expect(effects.some(({kind}) => kind === 'keep-settings')).toBe(true);
  expect(folded.trail[0]).toMatchObject({selected: 6});
  expect(after(folded, ...keys('z')).state.settings.closedFolders).toEqual([]);
  const elsewhere = after({...state, trail: [SCREEN]}, ...keys('tab')).state;
  expect(elsewhere.notice?.text).toContain('Choose a folder first');
});

test('a count goes to the shelf of that number', () => {
  expect(after({...state, trail: [SCREEN]}, ...keys('7', 'G')).state.trail[0]).toMatchObject({selected: 6});
});
