import {describe, expect, test} from 'vitest';
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

describe('a refresh that is asked for while a quiet one is under way', () => {
  const quiet = after(listState(3), {type: 'refresh-moved', done: 0, total: 2, isQuiet: true});
  const ended = {type: 'refresh-ended', added: 0, failed: [], isQuiet: true, isOlder: false} as const;

  test('is answered at once, and begins when that one ends', () => {
    const asked = after(quiet.state, ...keys('r'));
    expect(asked.state.notice?.text).toBe('Fetching is under way; yours comes next.');
    expect(asked.effects).not.toContainEqual(expect.objectContaining({kind: 'refresh'}));

    const moved = after(asked.state, {type: 'refresh-moved', done: 1, total: 2, isQuiet: true});
    const {state, effects} = after(moved.state, ended);
    expect(effects).toContainEqual({kind: 'refresh', which: ['publication-1'], isQuiet: false});
    expect(state.refreshing).toBeUndefined();
  });

  test('goes with it when that one is stopped', () => {
    const asked = after(quiet.state, ...keys('B'));
    const stopped = after(asked.state, {type: 'refresh-stopped'});
    expect(after(stopped.state, ended).effects).not.toContainEqual(
      expect.objectContaining({kind: 'refresh'}),
    );
  });

  test('asks for nothing twice while an asked one is under way', () => {
    const loud = after(listState(3), {type: 'refresh-moved', done: 0, total: 2, isQuiet: false});
    const asked = after(loud.state, ...keys('r', 'B'));
    expect(asked.state.notice?.text).toBe('Fetching is under way.');
    expect(asked.state.olderPages).toEqual({});
    expect(after(asked.state, {...ended, isQuiet: false}).effects).not.toContainEqual(
      expect.objectContaining({kind: 'refresh'}),
    );
  });
});
