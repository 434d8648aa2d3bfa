import {expect, test} from 'vitest';
import {after, keys, listState} from '../../helpers/state.ts';

test('a refresh asked for before the reader has begun is not ended by the one at the start', () => {
  const asked = after(listState(3), ...keys('r'));
  expect(asked.effects.map(({kind}) => kind)).toContain('refresh');

  const moved = {type: 'refresh-moved', done: 0, total: 1, isQuiet: false, current: 'Tides'} as const;
  const begun = after(asked.state, moved, {type: 'begun', which: 'due'});
  expect(begun.effects.map(({kind}) => kind)).toContain('begin-visit');
  expect(begun.effects.map(({kind}) => kind)).not.toContain('refresh');
  expect(begun.state.refreshing?.isQuiet).toBe(false);
});

test('with nothing under way the start fetches what is due, quietly', () => {
  const {effects} = after(listState(3), {type: 'begun', which: 'due'});
  expect(effects).toContainEqual({kind: 'refresh', which: 'due', isQuiet: true});
});

test('older articles are asked for page by page, of one publication at a time', () => {
  const one = after(listState(3), ...keys('B'));
  expect(one.effects.filter(({kind}) => kind === 'refresh')).toEqual([
    {kind: 'refresh', which: ['publication-1'], isQuiet: false, pages: 6},
  ]);
  const again = after(one.state, ...keys('2', 'B'));
  expect(again.effects).toContainEqual({kind: 'refresh', which: ['publication-1'], isQuiet: false, pages: 8});

  const ended = {type: 'refresh-ended', failed: [], isQuiet: false, isOlder: true} as const;
  expect(after(one.state, {...ended, added: 2}).state.notice?.text).toBe('2 older articles.');
  expect(after(one.state, {...ended, added: 0}).state.notice?.text).toBe('No older articles were found.');
});
