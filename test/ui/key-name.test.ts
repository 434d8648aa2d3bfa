import type {Key} from 'ink';
import {expect, test} from 'vitest';
import {keyNames} from '../../source/ui/key-name.ts';

const NONE = {} as Key;

test('held keys that come glued together are taken apart', () => {
  expect(keyNames('jjj', NONE)).toEqual(['j', 'j', 'j']);
});

test('a grapheme is one key', () => {
  expect(keyNames('👨‍👩‍👧é', NONE)).toEqual(['👨‍👩‍👧', 'é']);
});

test('the name holds the modifier', () => {
  expect(keyNames('q', {ctrl: true} as Key)).toEqual(['ctrl+q']);
  expect(keyNames('b', {meta: true} as Key)).toEqual(['alt+b']);
  expect(keyNames('', {tab: true, shift: true} as Key)).toEqual(['shift+tab']);
  expect(keyNames('', {escape: true} as Key)).toEqual(['esc']);
});

test('an end of line within fast typing is Enter', () => {
  expect(keyNames('ab\r', NONE)).toEqual(['a', 'b', 'enter']);
  expect(keyNames('\n', NONE)).toEqual(['enter']);
});

test('a control character within fast typing is its key', () => {
  expect(keyNames('a\u0015b', NONE)).toEqual(['a', 'ctrl+u', 'b']);
});

test('what no key sends is none', () => {
  expect(keyNames('\u0000\u009B', NONE)).toEqual([]);
});

test('a key that is let go is not pressed again', () => {
  expect(keyNames('j', {eventType: 'release'} as Key)).toEqual([]);
});
