import {expect, test} from 'vitest';
import type {State} from '../../source/app/core/state.ts';
import {createVoice} from '../../source/ui/spoken/voice.ts';
import {after, articleRow, keys, listState} from '../helpers/state.ts';

/** What is appended when keys are pressed one after another. */
function said(start: State, ...names: readonly string[]): string {
  let text = '';
  const say = createVoice(more => (text += more));
  let state = start;
  say(state);
  text = '';
  for (const name of names) {
    state = after(state, ...keys(name)).state;
    say(state);
  }
  return text;
}

const spoken = (total: number): State => listState(total, {isSpoken: true});

test('a newly selected row is spoken whole', () => {
  expect(said(spoken(20), 'j', 'j')).toBe(
    '2 of 20, Article 1, Mara Lindqvist, 6 minute read, unread\n3 of 20, Article 2, Mara Lindqvist, 6 minute read, unread\n',
  );
});

test('what is typed comes letter by letter behind its question', () => {
  expect(said(spoken(20), ':', 'h', 'e', 'l')).toBe('Command: hel');
});

test('what is taken back is said anew, for nothing that was written can be changed', () => {
  expect(said(spoken(20), ':', 'h', 'e', 'backspace', 'a')).toBe('Command: he\nCommand: ha');
});

test('a question says how it is answered', () => {
  expect(said(spoken(3), 'A')).toBe(
    'Mark all 3 unread articles of this list as read? y for yes, n for no.\n',
  );
});

test('where the keys are is said at the beginning, and never again', () => {
  let text = '';
  const say = createVoice(more => (text += more));
  say(spoken(1));
  expect(text).toContain('The Well. 1 article, 1 unread. Question mark lists the keys.\n');
  expect(said(spoken(3), 'enter', 'q')).not.toContain('lists the keys');
});

test('a sign-up that failed says what can be done about it', () => {
  const {state} = after(spoken(3), ...keys('S'));
  if (state.overlay?.kind !== 'subscribe') throw new Error('the prompt is open');
  let text = '';
  const say = createVoice(more => (text += more));
  say(state);
  const outcome = {
    outcome: 'failed',
    message: 'Nothing was sent.',
    page: 'https://letters.example/',
  } as const;
  say({...state, overlay: {...state.overlay, step: 'answered', outcome}});
  expect(text).toContain(
    'Nothing was sent.\ne edits the address and tries again. o opens the page. Enter closes.\n',
  );
});

test('nothing is said twice', () => {
  expect(said(spoken(3), 'k', 'k')).toBe('This is the top.\n');
});

test('what is known of a row is said in words', () => {
  let text = '';
  const say = createVoice(more => (text += more));
  const row = articleRow(0, {isPartial: true, isStarred: true, progress: 0.38, authors: []});
  const state = listState(1, {isSpoken: true});
  const [list] = state.trail;
  if (list.kind !== 'list') throw new Error('No list');
  say({...state, trail: [{...list, window: {...list.window, rows: [row]}}]});
  expect(text).toContain('1 of 1, Article 0, about 6 minute read, unread, starred, 38 percent read');
});
