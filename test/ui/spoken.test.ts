import {expect, test} from 'vitest';
import type {State} from '../../source/app/core/state.ts';
import {createVoice} from '../../source/ui/spoken/voice.ts';
import {after, articleRow, keys, listState, publicationRow, REQUEST} from '../helpers/state.ts';

/** What is appended when keys are pressed one after another. */
function said(start: State, ...names: readonly string[]): string {
  let text = '';
  const voice = createVoice(more => (text += more));
  let state = start;
  voice.say(state);
  text = '';
  for (const name of names) {
    voice.press(name, () => {
      const {state: next} = after(state, ...keys(name));
      if (next !== state) voice.say(next);
      state = next;
    });
  }
  return text;
}

const spoken = (total: number, change: Partial<State> = {}): State =>
  listState(total, {isSpoken: true, columns: 200, ...change});

const withSettings = (total: number, settings: Partial<State['settings']>): State =>
  spoken(total, {settings: {...listState(1).settings, ...settings}});

test('a newly selected row is said whole: where, unread, title, who, when, how long', () => {
  expect(said(spoken(20), 'j')).toBe(
    '2 of 20, unread, Article 1, Mara Lindqvist, 11 days ago, 6 minute read\n',
  );
});

test('a row says its parts in the order that was chosen, and no others', () => {
  expect(said(withSettings(20, {speechRow: ['title', 'age', 'position']}), 'j')).toBe(
    'Article 1, 11 days ago, 2 of 20\n',
  );
});

test('brief rows say what matters, full ones the excerpt, too', () => {
  expect(said(withSettings(20, {speechLevel: 'brief'}), 'j')).toBe('unread, Article 1\n');
  const full = withSettings(2, {speechLevel: 'full'});
  const [list] = full.trail;
  if (list.kind !== 'list') throw new Error('No list');
  const rows = [articleRow(0), articleRow(1, {excerpt: 'Water is cold.'})];
  expect(said({...full, trail: [{...list, window: {...list.window, rows}}]}, 'j')).toContain(
    '6 minute read, Water is cold.\n',
  );
});

test('a key says how much is said from now on', () => {
  expect(said(spoken(3), ';', ';', ';')).toBe(
    'By ear, how much, full, 3 of 3.\nBy ear, how much, brief, 1 of 3.\nBy ear, how much, normal, 2 of 3.\n',
  );
});

test('of a password a star is written for each letter, also where the caret moves', () => {
  const account = {to: 'unlock', what: 'home', whose: 'home'} as const;
  const asking = {kind: 'ask', purpose: 'password', field: {value: '', caret: 0}, account} as const;
  const text = said(spoken(20, {overlay: asking}), 'a', 'b', 'q', 'left', 'backspace', 'enter');
  expect(text).toContain('***');
  expect(text).not.toMatch(/[abq](?![a-z])/);
});

test('what is typed comes letter by letter behind its question', () => {
  expect(said(spoken(20), ':', 'h', 'e', 'l')).toBe('Command: hel');
});

test('what is taken back is said anew, for nothing that was written can be changed', () => {
  expect(said(spoken(20), ':', 'h', 'e', 'backspace', 'a')).toBe('Command: he\nCommand: ha');
});

test('moving within what is typed says the letter by its name', () => {
  expect(said(spoken(20), ':', 'a', '/', 'left', 'left', 'end')).toBe(
    'Command: a/\nslash\nCommand: a/\na\nCommand: a/\nend\nCommand: a/',
  );
});

test('a question comes before the keys that answer it', () => {
  expect(said(spoken(3), 'A')).toBe(
    'Mark all 3 unread articles of this list as read?\ny for yes, n for no.\n',
  );
  expect(said(spoken(3), 'A', 'x')).toContain('n for no.\ny for yes, n for no.\n');
});

test('where the keys are is said at the beginning, and never again', () => {
  let text = '';
  const {say} = createVoice(more => (text += more));
  say(spoken(1));
  expect(text).toContain('The Well. 1 article, 1 unread. Question mark lists the keys.\n');
  expect(said(spoken(3), 'enter', 'q')).not.toContain('lists the keys');
});

test('leaving says where one is back', () => {
  expect(said(spoken(20), 'j', 'j', ',', 'esc')).toMatch(
    /Back in The Well, row 3 of 20\.\nunread, Article 2, .*\n$/,
  );
  expect(said(spoken(20), 'p', 'q')).toMatch(/Back in The Well, row 1 of 20\.\n/);
  expect(said(withSettings(20, {speechLevel: 'brief'}), '?', 'esc')).toMatch(
    /Back in The Well, row 1 of 20\.\nunread, Article 0\n$/,
  );
});

test('a changed setting is said with its value and which of how many it is', () => {
  expect(said(spoken(3), ',', 'j', 'j', 'j', 'j', 'enter')).toMatch(/Theme, light, 2 of 7\.\n$/);
  expect(said(spoken(3), '=')).toBe('Rows of this list, airy, 1 of 3.\n');
});

test('keys are named in the help, row by row, and found there', () => {
  const text = said(spoken(3), '?', 'j', 'j', '/', 's', 't', 'a', 'r', 'enter', 'j');
  expect(text).toContain('1 of');
  expect(text).toContain('Enter or l or right arrow, Open\n');
  expect(text).toMatch(/Find in the help: star\n1 key\.\n1 of \d+, /);
  expect(text).toContain('s, Star\n');
});

test('a key that does nothing here is named, and where it would work', () => {
  expect(said(spoken(3), '~', 'W')).toBe(
    'tilde does nothing. question mark shows the keys.\nWrap long lines of code, or cut them: capital W works in an article.\n',
  );
});

test('acts about what is seen say that nothing changes', () => {
  expect(said(spoken(3), '\\')).toBe('By ear list and article are never side by side.\n');
});

test('each press at an end is answered', () => {
  expect(said(spoken(3), 'k', 'k')).toBe('This is the top.\nThis is the top.\n');
});

test('where one is can be asked for', () => {
  expect(said(spoken(80), 'j', "'")).toMatch(/The Well, row 2 of 80, 80 unread\.\n$/);
});

test('several that are selected are counted, and that they no longer are is said', () => {
  expect(said(spoken(9), 'Z', 'j', 'Z')).toMatch(
    /several at once\. capital Z ends it\.\n2 selected\.\n2 of 9, .*\nNothing is selected now\.\n$/,
  );
});

test('a count is said as it is typed', () => {
  expect(said(spoken(80), '1', '2', 'j')).toMatch(/^1\n12\n13 of 80, /);
});

test('what is known of a row is said in words', () => {
  let text = '';
  const {say} = createVoice(more => (text += more));
  const row = articleRow(0, {isPartial: true, isStarred: true, progress: 0.38, authors: []});
  const state = spoken(1);
  const [list] = state.trail;
  if (list.kind !== 'list') throw new Error('No list');
  say({...state, trail: [{...list, window: {...list.window, rows: [row]}}]});
  expect(text).toContain(
    '1 of 1, unread, starred, Article 0, 11 days ago, about 6 minute read, 38 percent read\n',
  );
});

const FACTS = {
  isElsewhere: false,
  isForeign: false,
  where: 'Goes to well.example.',
  next: 'You may get a mail.',
} as const;

/** The prompt of a sign-up as it opens, with where an address would go. */
function prompt(signup: typeof REQUEST | {kind: 'none'}): {
  state: State;
  text: () => string;
  say: (state: State) => void;
} {
  let text = '';
  const {say} = createVoice(more => (text += more));
  const newsletter = {promises: [], signup};
  const {state} = after(spoken(3, {publications: [publicationRow({newsletter})]}), ...keys('S'), {
    type: 'found-newsletter',
    publicationId: 'publication-1',
    newsletter,
    facts: FACTS,
  });
  say(state);
  return {state, text: () => text, say};
}

test('a sign-up says where an address goes, asks, and only then names the keys', () => {
  expect(prompt(REQUEST).text()).toBe(
    'Subscribe to the newsletter of The Well.\nGoes to well.example. You may get a mail.\nWhich address is to be subscribed?\nEnter sends what you type, Escape leaves, Control R has the address remembered.\nYour email address: ',
  );
});

test('a sign-up that can’t be sent asks for no address', () => {
  const {state, text} = prompt({kind: 'none'});
  expect(text()).not.toContain('address');
  expect(text()).toMatch(/Save a reminder on this machine\?\nEnter saves it, Escape leaves\.\n$/);
  const {effects} = after(state, ...keys('a', 'enter'));
  expect(effects).toMatchObject([{kind: 'subscribe', email: ''}]);
});

test('that something is wrong with an address is said, and not that it is sent', () => {
  const {state, text, say} = prompt(REQUEST);
  const typed = after(state, ...keys('a', 'enter')).state;
  say(typed);
  const rejected = {type: 'email-rejected', publicationId: 'publication-1', reason: 'It has no @.'} as const;
  say(after(typed, rejected).state);
  expect(text()).toMatch(/It has no @\.\n/);
  expect(text()).not.toContain('Sending');
  say(after(typed, {type: 'email-accepted', publicationId: 'publication-1'}).state);
  expect(text()).toMatch(/Sending\.\n$/);
});

test('a sign-up that failed says what can be done about it', () => {
  const {state, text, say} = prompt(REQUEST);
  if (state.overlay?.kind !== 'subscribe') throw new Error('the prompt is open');
  const outcome = {
    outcome: 'failed',
    message: 'Nothing was sent.',
    page: 'https://letters.example/',
  } as const;
  say({...state, overlay: {...state.overlay, step: 'answered', outcome}});
  expect(text()).toContain(
    'Nothing was sent.\ne edits the address and tries again. o opens the page. Enter closes.\n',
  );
});
