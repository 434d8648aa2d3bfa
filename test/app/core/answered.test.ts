import {isDeepStrictEqual} from 'node:util';
import {describe, expect, test} from 'vitest';
import {ACT_NAMES, entryOf} from '../../../source/app/keys/keymap.ts';
import {modeOf} from '../../../source/app/keys/mode.ts';
import type {State} from '../../../source/app/core/state.ts';
import {setSheet} from '../../helpers/set-page.ts';
import {after, articleRow, keys, listState} from '../../helpers/state.ts';

/* No key is pressed for nothing: something moves, something is begun, or the status line says why not. */

const ROW = articleRow(0);

function reading(markdown: string): State {
  const page = setSheet({markdown, bodyOnly: true}, {measure: 70});
  const position = {block: 0, offset: 0};
  const opened = after(listState(3), ...keys('enter')).state;
  return after(opened, {type: 'article-set', id: ROW.id, row: ROW, page, position, isPreview: false}).state;
}

const LONG = `${'Text. '.repeat(600)}\n\n## One\n\n[a](https://one.example/)\n\n    code\n\n${'Text. '.repeat(600)}\n\n## Two`;

const PLACES: Readonly<Record<string, State>> = {
  'a list': listState(12),
  'the end of a list': after(listState(12), ...keys('G')).state,
  'an empty list': listState(0),
  'an article': reading(LONG),
  'the end of an article': after(reading(LONG), ...keys('G')).state,
  'a short article': reading('Short.'),
  'the publications': after(listState(12), ...keys('p')).state,
  'the end of the publications': after(listState(12), ...keys('p', 'G')).state,
  'the help': after(listState(12), ...keys('?')).state,
  'the contents': after(reading(LONG), ...keys('t')).state,
  'the links': after(reading(LONG), ...keys('L')).state,
  'the sign-ups': after(listState(12), ...keys('@')).state,
  'the messages': after(listState(12), ...keys('%', 'M')).state,
  'the settings': after(listState(12), ...keys(',')).state,
  'an article read aloud': {...reading(LONG), isSpoken: true},
};

describe.each(Object.entries(PLACES))('in %s', (_, state) => {
  test('every key that acts there is answered', () => {
    const mode = modeOf(state);
    const silent = ACT_NAMES.filter(act => entryOf(act).modes.includes(mode)).filter(act => {
      const key = state.keymap[act][0] ?? '';
      const pressed = after(state, ...keys(key));
      return pressed.effects.length === 0 && isDeepStrictEqual(pressed.state, state);
    });
    expect(silent).toEqual([]);
  });
});

test('at an end that is said, and nobody finds it among the messages', () => {
  const top = after(listState(12), ...keys('k')).state;
  expect(top.notice?.text).toBe('This is the top.');
  expect(top.notices).toEqual([]);
  expect(after(listState(12), ...keys('G', 'j')).state.notice?.text).toBe('This is the end.');
  expect(after(reading(LONG), ...keys('G', 'd')).state.notice?.text).toBe('This is the end.');
});

test('what comes next is worth more than that this is the end', () => {
  const end = after(reading(LONG), ...keys('G')).state;
  const named = after(end, {type: 'next-found', afterId: ROW.id, row: articleRow(1)}).state;
  expect(after(named, ...keys('j')).state.notice).toBeUndefined();
});
