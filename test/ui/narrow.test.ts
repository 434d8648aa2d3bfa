import {expect, test} from 'vitest';
import {layoutOf} from '../../source/app/core/layout.ts';
import type {State} from '../../source/app/core/state.ts';
import {UNICODE} from '../../source/screen/glyphs.ts';
import {textOf} from '../../source/ui/parts/line.ts';
import {statusLine} from '../../source/ui/parts/status-line.ts';
import {frameOf} from '../helpers/frame.tsx';
import {after, articleRow, keys, listState, publicationRow, REQUEST} from '../helpers/state.ts';

/*
 * What gives way where there is little room, and how: whole words and whole hints, never the end of
 * something.
 */

const SMALL = {columns: 40, rows: 15} as const;
const NEWSLETTER = {
  heading: 'Letters from the well',
  pitch: 'One essay a week on engineering, design and how to keep water cold.',
  subscribers: '2,500+',
  promises: ['No spam, ever', 'Free forever', 'Written by people who carry the buckets'],
  signup: REQUEST,
} as const;
const withLetter = {publications: [publicationRow({newsletter: NEWSLETTER})]};

test('hints are shown whole or not at all', () => {
  for (let columns = 20; columns <= 110; columns++) {
    const filtered = after(listState(12, {columns}), ...keys('/', 'a', 'enter')).state;
    for (const state of [listState(12, {columns}), filtered])
      expect(textOf(statusLine(state, layoutOf(state), UNICODE))).not.toMatch(/…(?! ?”)/);
  }
});

test('a question keeps its answers in view', () => {
  const frame = frameOf(after(listState(12, SMALL), ...keys('A')).state);
  expect(frame.slice(-3).map(line => line.trimEnd())).toEqual([
    ' Mark all 12 unread articles of this',
    ' list as read?',
    ' y yes  n no',
  ]);
});

test('a message is worth more than the place in the list', () => {
  const frame = frameOf(after(listState(12, SMALL), ...keys('~')).state);
  expect(frame.at(-1)?.trimEnd()).toBe(' ~ does nothing. ? shows the keys.');
});

test('what can be pressed after an answer stays, what was promised before it gives way', () => {
  const asked = after(listState(2, {...SMALL, rows: 9, ...withLetter}), ...keys('S')).state;
  if (asked.overlay?.kind !== 'subscribe') throw new Error('the prompt is open');
  const outcome = {
    outcome: 'failed',
    host: 'letters.example',
    message: 'Nothing was sent. letters.example refused the connection: nobody answers there.',
  } as const;
  const frame = frameOf({...asked, overlay: {...asked.overlay, step: 'answered', outcome}});
  expect(frame.join('\n')).toContain('Letters from the well');
  expect(frame.join('\n')).toContain('e edit and try again  Enter done');
});

test('the card makes whole promises, and its pitch may take two lines', () => {
  const frame = frameOf(after(listState(2, {columns: 60, rows: 24, ...withLetter}), ...keys('G')).state);
  const card = frame.filter(line => line.startsWith('▌')).map(line => line.slice(4).trimEnd());
  expect(card.slice(1)).toEqual([
    'One essay a week on engineering, design and how to',
    'keep water cold.',
    'Join 2,500+ subscribers · No spam, ever · Free forever',
  ]);
});

test('a line to type says in its empty field what is wanted', () => {
  const lines = frameOf(after(listState(2, SMALL), ...keys('+')).state);
  expect(lines.at(-1)?.trimEnd()).toBe(' Add a blog: address or folder');
});

test('commands leave the list behind them in view, with air between, and say how many there are', () => {
  const frame = frameOf(after(listState(12, SMALL), ...keys(':')).state);
  expect(frame.at(-1)).toMatch(/^ : +\d+ commands$/);
  expect(frame[9]?.trim()).toBe('');
  expect(frame[8]?.trim()).not.toBe('');
});

test('the keys of the help take no more room than they need', () => {
  const help = frameOf(after(listState(2, SMALL), ...keys('?')).state).join('\n');
  expect(help).toContain('Next page; at the end');
});

test('the settings leave air above the status line', () => {
  const frame = frameOf(after(listState(12), ...keys(',', 'j', 'j', 'j', 'j', 'j')).state);
  expect(frame.at(-2)?.trim()).toBe('');
});

test('an empty shelf says so in its own words, and offers nothing that acts on an article', () => {
  const starred = listState(0);
  const [list] = starred.trail;
  if (list.kind !== 'list') throw new Error('a list is shown');
  const shelf = {...list, view: {query: 'is:starred'}, heading: 'Starred'};
  const frame = frameOf({...starred, trail: [shelf]}).join('\n');
  expect(frame).toContain('Nothing is starred yet.');
  expect(frame).not.toMatch(/Enter open|\bs star\b/);
});

test('an author is introduced above their articles', () => {
  const bio = 'Mara has kept databases awake for fifteen years and would like them to let her sleep.';
  const author = {name: 'Mara Lindqvist', role: 'Staff Engineer', bio};
  const state = listState(3);
  const [list] = state.trail;
  if (list.kind !== 'list') throw new Error('a list is shown');
  const rows = [0, 1, 2].map(number => articleRow(number, {authors: [author]}));
  const page = {...list, heading: author.name, author, window: {...list.window, rows}};
  const frame = frameOf({...state, trail: [page]});
  expect(frame[0]).toMatch(/^ {2}Mara Lindqvist {2}Staff Engineer/);
  expect(frame.slice(1, 3).join(' ').replaceAll(/\s+/g, ' ').trim()).toBe(bio);
  expect(frame[3]?.trim()).toBe('');
});

test('what is being fetched gives way to how it is stopped', () => {
  const refreshing = {done: 3, total: 14, current: 'It Will Never Work in Theory', isQuiet: false};
  const line = (columns: number) =>
    frameOf(listState(12, {columns, rows: 15, refreshing}))
      .at(-1)
      ?.trim();
  expect(line(40)).toBe('Fetching 3 of 14 · It Will…  Esc stops');
  expect(line(30)).toBe('Fetching 3 of 14  Esc stops');
  expect(line(80)).toMatch(/^Fetching 3 of 14 · It Will Never Work in Theory {2}Esc stops/);
});

test('the date of an article is read whole, its author and publication as far as there is room', () => {
  expect(byline('Mara Lindqvist', 'The Well')).toBe('The Well · Mara Lindqvist · 12 Nov');
  expect(byline('Manish Goregaokar', 'The Rust')).toBe('The Rust · Manish Goregao… · 12 Nov');
  expect(byline('Manish Goregaokar', 'It Will Never Work in Theory')).toBe(
    'It Will Never Work in The… · 12 Nov',
  );
  expect(byline('lcnr', 'A blog with a name that is long')).toBe('A blog with a name that i… · 12 Nov');
});

/** The line below a title, in a list of several publications. */
function byline(name: string, publicationTitle: string): string | undefined {
  const publications = [publicationRow(), publicationRow({id: 'publication-2'})];
  const small = listState(1, {...SMALL, publications});
  const state: State = {...small, settings: {...small.settings, density: 'compact'}};
  const [list] = state.trail;
  if (list.kind !== 'list') throw new Error('No list');
  const rows = [articleRow(0, {authors: [{name}], publicationTitle})];
  const mixed = {...list, view: {query: ''}, window: {...list.window, rows}};
  return frameOf({...state, trail: [mixed]})[3]
    ?.replace('▌', '')
    .trim();
}

test('an address that was perhaps meant is shown whole', () => {
  const asked = after(listState(2, {...SMALL, ...withLetter}), ...keys('S')).state;
  const typed = after(asked, {type: 'paste', text: 'somebody.long@gmial.com'}).state;
  if (typed.overlay?.kind !== 'subscribe') throw new Error('the prompt is open');
  expect(typed.overlay.suggestion).toBe('somebody.long@gmail.com');
  expect(frameOf(typed).join('\n')).toMatch(/Did you mean somebody\.long@gmail\.com\?\s+Tab takes it/);
});

test('every message can be scrolled to, however often it is folded', () => {
  const said = Array.from({length: 12}, (_, number) => ({
    type: 'notice' as const,
    text: `Message ${number}: what was said here takes more than one line of this window.`,
    tone: 'plain' as const,
  }));
  const {state} = after(listState(12, SMALL), ...said, ...keys('M', 'G'));
  const frame = frameOf(state);
  expect(frame[0]).toMatch(/(\d+) of \1\s*$/);
  expect(frame.join('\n')).toContain('Message 0:');
});

test('a long title of the help is folded, and its end can be reached', () => {
  const {state} = after(listState(12, SMALL), ...keys('?'));
  expect(frameOf(state).join('\n')).toMatch(/Space f PgDn {2}Next page; at the end\n +the next unread/);
  const end = frameOf(after(state, ...keys('G')).state);
  expect(end[0]).toMatch(/(\d+) of \1\s*$/);
});

test('what a setting means is told whole', {tags: 'long'}, () => {
  for (const columns of [40, 60, 80]) {
    let {state} = after(listState(12, {columns, rows: 34}), ...keys(','));
    for (let row = 0; row < 10; row++) {
      const lines = frameOf(state).slice(12, 17);
      expect(lines.join(' '), `${columns} ${row}`).not.toContain('…');
      state = after(state, ...keys('j')).state;
    }
  }
});

test('the card’s own hints: Enter subscribes, and nothing is starred', () => {
  const card = after(listState(2, withLetter), ...keys('G')).state;
  expect(frameOf(card).at(-1)).toMatch(/^ Enter subscribe {2}\/ find/);
  expect(frameOf(card).at(-1)).not.toContain('star');
});

test('in a dense list the card keeps its distance', () => {
  const {settings} = listState(1);
  const dense = listState(2, {...withLetter, settings: {...settings, density: 'lines'}});
  const frame = frameOf(dense).map(line => line.trim());
  const card = frame.findIndex(line => line.startsWith('Letters from the well'));
  expect(frame[card - 1]).toBe('');
  expect(frame[card - 2]).toContain('Article 1');
});

test('that something can be undone is offered whole, however long the message', () => {
  expect(offered('Marked as read.', 40).at(-1)).toMatch(/^Marked as read\. {2}U undoes it +1 of 12$/);
  expect(offered('Removed And now it’s all this.', 40).slice(1)).toEqual([
    'Removed And now it’s all this.',
    'U undoes it',
  ]);
  expect(offered('Removed It Will Never Work in Theory.', 30).slice(1)).toEqual([
    'Removed It Will Never Work',
    'in Theory.  U undoes it',
  ]);
});

/** The last lines of the screen, when a message can be undone. */
function offered(text: string, columns: number): readonly string[] {
  const notice = {type: 'notice', text, tone: 'plain', canUndo: true} as const;
  const frame = frameOf(after(listState(12, {...SMALL, columns}), notice).state);
  return frame.slice(-3).map(line => line.trim());
}

test('that more waits to be said stands behind what is said, also where that takes two lines', () => {
  const unasked = {type: 'notice', tone: 'warning', isUnasked: true} as const;
  const {state} = after(
    listState(12, SMALL),
    {...unasked, text: 'The library is busy: another Inkwell is writing to it.'},
    {...unasked, text: 'The disk is full.'},
  );
  expect(frameOf(state).slice(-2).join(' ')).toMatch(/another Inkwell\s+is writing to it\. {2}1 more\s*$/);
});

test('what a newsletter promises is said in whole sentences, or left out', {tags: 'long'}, () => {
  const asked = after(listState(2, {...SMALL, ...withLetter}), ...keys('S')).state;
  for (let rows = 5; rows <= 24; rows++) {
    const text = frameOf({...asked, rows})
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    expect(text).toContain('Email you@example.com');
    const isBegun = text.includes('One essay a week');
    expect(text.includes('how to keep water cold.')).toBe(isBegun);
  }
});

test('how far an article was read stands in its row until it is read', () => {
  expect(underTitle({progress: 0.38})).toMatch(/38 % read$/);
  expect(underTitle({progress: 0.38, isRead: true})).toMatch(/12 Nov$/);
});

/** The line below the title of the only article. */
function underTitle(change: Parameters<typeof articleRow>[1]): string | undefined {
  const state = listState(1);
  const [list] = state.trail;
  if (list.kind !== 'list') throw new Error('No list');
  const rows = [articleRow(0, change)];
  return frameOf({...state, trail: [{...list, window: {...list.window, rows}}]})[4]?.trimEnd();
}
