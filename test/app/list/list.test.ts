import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {selectedRow} from '../../../source/app/list/list.ts';
import {layoutOf} from '../../../source/app/core/layout.ts';
import type {ListScreen, State} from '../../../source/app/core/state.ts';
import {after, articleRow, keys, listState, publicationRow} from '../../helpers/state.ts';

function list(state: State): ListScreen {
  const screen = state.trail.at(-1);
  if (screen?.kind !== 'list') throw new Error('The list is not shown');
  return screen;
}

describe('the selection', () => {
  test('moves by one, by counts and to the ends', () => {
    const start = listState(12);
    expect(list(after(start, ...keys('j', 'j')).state).selected).toBe(2);
    expect(list(after(start, ...keys('5', 'j')).state).selected).toBe(5);
    expect(list(after(start, ...keys('G')).state).selected).toBe(11);
    expect(list(after(start, ...keys('G', 'g')).state).selected).toBe(0);
    expect(list(after(start, ...keys('7', 'G')).state).selected).toBe(6);
  });

  test('stays within the list', () => {
    expect(list(after(listState(3), ...keys('k', 'k')).state).selected).toBe(0);
    expect(list(after(listState(3), ...keys('9', '9', 'j')).state).selected).toBe(2);
    expect(list(after(listState(0), ...keys('j', 'G', 'k')).state).selected).toBe(0);
  });

  test('is always on the screen, with its rows at hand, whatever is pressed', () => {
    const moves = fc.constantFrom('j', 'k', 'space', 'b', 'd', 'u', 'g', 'G', '3', '=');
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 5000}),
        fc.integer({min: 8, max: 60}),
        fc.array(moves, {maxLength: 30}),
        (total, rows, pressed) => {
          const {state} = after(listState(total, {rows}), ...keys(...pressed));
          const screen = list(state);
          const {visibleRows} = layoutOf(state);
          expect(screen.selected).toBeGreaterThanOrEqual(screen.top);
          expect(screen.selected).toBeLessThan(screen.top + visibleRows);
          expect(selectedRow(screen)?.id).toBe(articleRow(screen.selected).id);
        },
      ),
      {numRuns: 60},
    );
  });

  test('reaches the newsletter card below the last article, and Enter opens the prompt', () => {
    const newsletter = {promises: ['No spam'], signup: {kind: 'none'}} as const;
    const {state} = after(
      listState(3, {publications: [publicationRow({newsletter})]}),
      ...keys('G', 'enter'),
    );
    expect(list(state).selected).toBe(3);
    expect(state.overlay?.kind).toBe('subscribe');
  });
});

test('stays on its article, and on its row of the screen, when articles come in above', () => {
  const {state} = after(listState(100), ...keys('3', '0', 'j'));
  const before = list(state);
  const rows = Array.from({length: 107}, (_, number) =>
    number < 7 ? articleRow(1000 + number) : articleRow(number - 7),
  );
  const news = after(state, {
    type: 'list-loaded',
    key: before.key,
    window: {offset: 0, rows, total: 107, unread: 107},
    selected: before.selected + 7,
  });
  const now = list(news.state);
  expect(selectedRow(now)?.id).toBe(selectedRow(before)?.id);
  expect(now.selected - now.top).toBe(before.selected - before.top);
});

test('asks before marking all as read, and says how many', () => {
  const {state} = after(listState(12), ...keys('A'));
  expect(state.overlay).toMatchObject({
    kind: 'confirm',
    question: 'Mark all 12 unread articles of this list as read?',
  });
  expect(after(state, ...keys('n')).effects).toEqual([]);
  expect(after(state, ...keys('y')).effects).toContainEqual({
    kind: 'mark-all-read',
    view: list(listState(12)).view,
  });
});

test('Esc clears a search', () => {
  const searching = after(listState(12), ...keys('/', 'a', 'b', 'enter'));
  expect(list(searching.state).view.filter).toBe('ab');
  const cleared = after(searching.state, ...keys('esc'));
  expect(list(cleared.state).view.filter).toBeUndefined();
  expect(cleared.state.isLeaving).toBe(false);
});

test('holds what is typed as one line, whatever is in it', () => {
  const {state} = after(listState(12), ...keys('/'), {type: 'paste', text: 'two\nlines\u001B[31m'});
  expect(list(state).view.filter).toBe('two lines');
});

function reloading(state: State) {
  return after(state, {type: 'library-changed'}).effects.find(({kind}) => kind === 'reload-list');
}

test('before a key is pressed the beginning of the list stays; afterwards the article that is selected', () => {
  const opened = listState(20, {isUntouched: true});
  expect(reloading(opened)).not.toHaveProperty('selectedId');
  expect(reloading(after(opened, ...keys('j', 'k')).state)).toHaveProperty('selectedId', 'article-0');
});

test('moves no further than it must when the next unread one is read in its place', () => {
  const {state} = after(listState(100), ...keys('3', '0', 'j'));
  const before = list(state);
  const {offset, rows} = before.window;
  const next = after(state, {
    type: 'list-loaded',
    key: before.key,
    window: {offset, rows, total: 100, unread: 99},
    selected: before.selected - 1,
  });
  expect(list(next.state)).toMatchObject({selected: before.selected - 1, top: before.top});
});
