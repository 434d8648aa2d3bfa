import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {State} from '../../../source/app/core/state.ts';
import {after, articleRow, keys, listState} from '../../helpers/state.ts';

const shown = ({trail}: State): string => {
  const screen = trail.at(-1);
  return screen?.kind === 'article' ? screen.id : `${screen?.kind} ${screen?.key}`;
};

test('counts reach articles far beyond the rows at hand', () => {
  const far = after(listState(5000), ...keys('enter', '9', '0', '0', 'J')).state;
  expect(shown(far)).toBe('article-900');
  expect(shown(after(far, ...keys('8', '9', '9', 'K')).state)).toBe('article-1');
  expect(shown(after(far, ...keys('9', '9', '9', '9', 'J')).state)).toBe('article-4999');
  const last = after(far, ...keys('9', '9', '9', '9', 'J', 'J')).state;
  expect(last.notice?.text).toBe('This is the last article.');
});

describe('the way through what was opened', () => {
  test('goes back and forward like a browser’s', () => {
    const read = after(listState(12), ...keys('enter', 'J', 'q', 'p')).state;
    const back = (times: number) =>
      after(read, ...keys(...Array.from({length: times}, () => 'ctrl+o'))).state;
    expect(shown(back(1))).toBe('list 1');
    expect(shown(back(2))).toBe('article-1');
    expect(shown(back(3))).toBe('article-0');
    expect(shown(back(4))).toBe('list 1');
    expect(back(5).notice?.text).toBe('This is where you began.');
    expect(shown(after(back(3), ...keys('ctrl+n', 'ctrl+n', 'ctrl+n')).state)).toBe(shown(read));
  });

  test('is forgotten ahead when something else is opened', () => {
    const {state} = after(listState(12), ...keys('enter', 'ctrl+o', 'j', 'enter', 'ctrl+n'));
    expect(state.notice?.text).toBe('There is nothing further on.');
  });

  test('any way back leads the same way forward', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 8}), fc.integer({min: 1, max: 8}), (opened, steps) => {
        const start = after(
          listState(20),
          ...keys('enter', ...Array.from({length: opened}, () => 'J')),
        ).state;
        const back = after(start, ...keys(...Array.from({length: steps}, () => 'ctrl+o'))).state;
        const there = after(back, ...keys(...Array.from({length: steps}, () => 'ctrl+n'))).state;
        expect(shown(there)).toBe(shown(start));
      }),
      {numRuns: 30},
    );
  });
});

test('a row that was marked in a list about marks stays until the selection leaves it', () => {
  const searching = after(listState(5), ...keys('/', ...Array.from('is:unread'), 'enter', 'j')).state;
  const marked = after(searching, {type: 'marked', rows: [articleRow(1, {isRead: true})]});
  expect(marked.state.trail.at(-1)).toMatchObject({isHeld: true, selected: 1});
  expect(marked.effects.some(({kind}) => kind === 'reload-list')).toBe(false);
  expect(after(marked.state, {type: 'library-changed'}).effects.map(({kind}) => kind)).not.toContain(
    'reload-list',
  );
  const moved = after(marked.state, ...keys('j'));
  expect(moved.effects).toContainEqual(
    expect.objectContaining({kind: 'reload-list', selectedId: 'article-2'}),
  );
});

test('Esc stops what somebody waits for, and goes back from what nobody does', () => {
  const open = after(listState(5), ...keys('enter')).state;
  const moved = {type: 'refresh-moved', done: 0, total: 3} as const;
  expect(after(open, {...moved, isQuiet: false}, ...keys('esc')).effects).toContainEqual({kind: 'cancel'});
  expect(shown(after(open, {...moved, isQuiet: true}, ...keys('esc')).state)).toBe('list 1');
});

test('warnings that nobody asked for wait for one another, and an answer to a key comes at once', () => {
  const {state} = after(listState(5), warning('one'), warning('two'), warning('two'));
  expect(state.notice?.text).toBe('one');
  expect(state.waiting.map(({text}) => text)).toEqual(['two']);
  const faded = after(state, {type: 'notice-faded', id: state.notice?.id ?? 0}).state;
  expect(faded.notice?.text).toBe('two');
  expect(after(faded, ...keys('t')).state.notice?.text).toBe('t (Contents) works in an article.');
  expect(state.notices.map(({text}) => text).slice(0, 3)).toEqual(['two', 'one']);
});

test('wishes that wait are offered when the network is back, and nothing is sent', () => {
  const {state, effects} = after(listState(3), {type: 'wishes-wait', count: 2});
  expect(state.notice?.text).toBe('The network is back, and 2 sign-ups wait to be sent: @ shows them.');
  expect(effects.map(({kind}) => kind)).toEqual(['fade-notice']);
});

function warning(text: string) {
  return {type: 'notice', text, tone: 'warning', isUnasked: true} as const;
}
