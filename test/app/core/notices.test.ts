import {expect, test} from 'vitest';
import type {Action} from '../../../source/app/core/action.ts';
import {after, keys, listState} from '../../helpers/state.ts';

const ANSWERED = after(listState(12), ...keys('~')).state;
const said = (text: string, more: Partial<Extract<Action, {type: 'notice'}>> = {}): Action => ({
  type: 'notice',
  text,
  tone: 'warning',
  ...more,
});

test('an answer stays while the reader moves about, and makes way on the next screen', () => {
  expect(after(ANSWERED, ...keys('j', 'j')).state.notice?.text).toContain('~ does nothing');
  const elsewhere = ['enter', '?', ',', 'p', '/'];
  expect(elsewhere.filter(key => after(ANSWERED, ...keys(key)).state.notice)).toEqual([]);
  expect(after(ANSWERED, ...keys('?', 'esc', 'M')).state.notices[0]?.text).toContain('~ does nothing');
});

test('what nobody asked for is read first, wherever the reader goes', () => {
  const warned = after(listState(12), said('The disk is full.', {isUnasked: true})).state;
  expect(after(warned, ...keys('enter', '?')).state.notice?.text).toBe('The disk is full.');
  const news = after(listState(12), said('3 new articles.', {isUnasked: true, tone: 'good'})).state;
  expect(after(news, ...keys('enter')).state.notice).toBeUndefined();
});

test('an error is read to its end, but hides nothing that has begun since', () => {
  const failed = after(listState(12), said('Not found.', {tone: 'error'})).state;
  expect(after(failed, ...keys('p')).state.notice?.text).toBe('Not found.');
  expect(after(failed, {type: 'fetching', what: 'https://one.example/'}).state.notice).toBeUndefined();
  const moved: Action = {type: 'refresh-moved', done: 0, total: 3, isQuiet: false};
  expect(after(failed, moved).state.notice).toBeUndefined();
  expect(after(failed, {...moved, isQuiet: true}).state.notice?.text).toBe('Not found.');
});

test('what is said at the start goes after a while, as everything does', () => {
  const notice = {id: 1, text: 'No such key.', tone: 'warning', at: 0, isUnasked: true} as const;
  const {state, effects} = after(listState(3, {notice}), {type: 'begun'});
  expect(effects).toContainEqual({kind: 'fade-notice', id: 1, milliseconds: 8000});
  expect(after(state, {type: 'notice-faded', id: 1}).state.notice).toBeUndefined();
});

test('when an answer makes way, what has waited is said', () => {
  const failed = after(listState(12), said('Not found.')).state;
  const waiting = after(failed, said('The disk is full.', {isUnasked: true})).state;
  expect(waiting.notice?.text).toBe('Not found.');
  const {state, effects} = after(waiting, ...keys('enter'));
  expect(state.notice?.text).toBe('The disk is full.');
  expect(effects).toContainEqual({kind: 'fade-notice', id: state.notice?.id, milliseconds: 8000});
});
