import {expect, test} from 'vitest';
import {actFor} from '../../../source/app/keys/keymap.ts';
import {modeOf} from '../../../source/app/keys/mode.ts';
import {keymapFrom} from '../../../source/app/keys/key-presets.ts';
import type {Effect} from '../../../source/app/core/effect.ts';
import {screenOf} from '../../../source/app/core/state.ts';
import type {State} from '../../../source/app/core/state.ts';
import {openArticle} from '../../../source/app/article/open-article.ts';
import {openPublications} from '../../../source/app/publications/act-publications.ts';
import {after, articleRow, keys, listState, publicationRow} from '../../helpers/state.ts';

/*
 * The keys that users of newsboat press, each with its operation and the sentence of newsboat's documentation
 * ("Newsboat Key Bindings"), and what it comes to here.
 */

type Came = Readonly<{state: State; effects: readonly Effect[]; before: State}>;

type Row = readonly [
  key: string,
  operation: string,
  documented: string,
  from: 'list' | 'article' | 'feeds',
  check: (came: Came) => void,
];

const FEEDS = [
  publicationRow({unread: 3}),
  publicationRow({id: 'publication-2', title: 'The Mill', location: '/mill', unread: 4}),
];

function stateIn(from: Row[3]): State {
  const list = after(
    listState(12, {publications: FEEDS, keymap: keymapFrom('newsboat', {}).keymap}),
    ...keys('down'),
  ).state;
  if (from === 'list') return list;
  const row = articleRow(1, {url: 'https://example.org/1'});
  return from === 'article' ? openArticle(list, row.id, row)[0] : after(openPublications(list)[0]).state;
}

const effect =
  (wanted: object) =>
  ({effects}: Came): void =>
    expect(effects).toContainEqual(expect.objectContaining(wanted));
const selects =
  (row: number) =>
  ({state}: Came): void =>
    expect(screenOf(state)).toMatchObject({selected: row});
const asks =
  (overlay: object) =>
  ({state}: Came): void =>
    expect(state.overlay).toMatchObject(overlay);
const fetches = (which: unknown) => effect({kind: 'refresh', which});

const TABLE: readonly Row[] = [
  [
    'enter',
    'open',
    'Open the currently selected feed or article.',
    'list',
    ({state}) => {
      expect(screenOf(state)).toMatchObject({kind: 'article', id: 'article-1'});
    },
  ],
  [
    'q',
    'quit',
    'Quit the program or return to the previous dialog.',
    'article',
    ({state}) => {
      expect(screenOf(state).kind).toBe('list');
    },
  ],
  ['Q', 'hard-quit', 'Quit the program without confirmation.', 'article', effect({kind: 'quit'})],
  ['r', 'reload', 'Reload the currently selected feed.', 'list', fetches(['publication-1'])],
  ['R', 'reload-all', 'Reload all feeds.', 'list', fetches('all')],
  [
    'A',
    'mark-feed-read',
    'Mark all articles in the currently selected feed read.',
    'list',
    asks({
      kind: 'confirm',
      yes: {kind: 'mark-all-read', view: {publications: ['publication-1'], query: ''}},
    }),
  ],
  [
    'C',
    'mark-all-feeds-read',
    'Mark articles in all feeds read.',
    'feeds',
    asks({
      kind: 'confirm',
      yes: {kind: 'mark-all-read', view: {query: ''}},
    }),
  ],
  [
    's',
    'save',
    'Export the currently selected article to a plain text file.',
    'list',
    asks({
      kind: 'ask',
      purpose: 'save',
    }),
  ],
  [
    'n',
    'next-unread',
    'Jump to the next unread article.',
    'list',
    effect({
      kind: 'find-unread',
      by: 1,
      afterId: 'article-1',
    }),
  ],
  ['n', 'next-unread', 'Jump to the next unread article.', 'article', effect({kind: 'find-unread', by: 1})],
  ['p', 'prev-unread', 'Jump to the previous unread article.', 'list', effect({kind: 'find-unread', by: -1})],
  ['J', 'next', 'Jump to next list entry.', 'list', selects(2)],
  ['K', 'prev', 'Jump to previous list entry.', 'list', selects(0)],
  [
    'ctrl+k',
    'random-unread',
    'Jump to a random unread article.',
    'list',
    effect({
      kind: 'find-unread',
      by: 'any',
    }),
  ],
  [
    'o',
    'open-in-browser',
    'Open the URL associated with the current article in the browser.',
    'article',
    effect({
      kind: 'open-url',
      url: 'https://example.org/1',
    }),
  ],
  [
    'O',
    'open-in-browser-and-mark-read',
    'Open the URL and mark the article as read.',
    'article',
    came => {
      effect({kind: 'open-url', url: 'https://example.org/1'})(came);
      effect({kind: 'mark', ids: ['article-1'], isRead: true})(came);
    },
  ],
  ['?', 'help', 'Run the help screen.', 'list', asks({kind: 'help'})],
  [
    'N',
    'toggle-article-read',
    'Toggle the read flag for the currently selected article.',
    'list',
    effect({
      kind: 'mark',
      ids: ['article-1'],
      isRead: true,
    }),
  ],
  [
    'l',
    'toggle-show-read-feeds',
    'Toggle whether read articles are shown in the list.',
    'list',
    ({state}) => {
      expect(screenOf(state)).toMatchObject({view: {query: 'is:unread'}});
    },
  ],
  [
    'l',
    'toggle-show-read-feeds',
    'Toggle whether read feeds are shown in the feed list.',
    'feeds',
    ({state}) => {
      expect(screenOf(state)).toMatchObject({isUnreadOnly: true});
    },
  ],
  [
    'u',
    'show-urls',
    'Show all URLs in the article in a list.',
    'article',
    ({state}) => {
      expect(state.notice?.text).toBe('This article has no links.');
    },
  ],
  ['/', 'open-search', 'Open the search dialog.', 'list', asks({kind: 'ask', purpose: 'search'})],
  ['/', 'open-search', 'Open the search dialog.', 'feeds', asks({kind: 'ask', purpose: 'search'})],
  [
    '3',
    'three',
    'Open URL 3 in the browser.',
    'article',
    ({state}) => {
      expect(state.notice?.text).toBe('No link here has the number 3.');
    },
  ],
  [
    '0',
    'zero',
    'Open URL 10 in the browser.',
    'article',
    ({state}) => {
      expect(state.notice?.text).toBe('No link here has the number 10.');
    },
  ],
  ['ctrl+l', 'redraw', 'Redraw the screen.', 'list', effect({kind: 'redraw'})],
  [':', 'cmdline', 'Open the command line.', 'list', asks({kind: 'ask', purpose: 'command'})],
  ['F', 'set-filter', 'Set a filter.', 'list', asks({kind: 'ask', purpose: 'filter'})],
  [
    'ctrl+e',
    'edit-flags',
    'Edit the flags of the currently selected article.',
    'list',
    asks({
      kind: 'ask',
      purpose: 'tag',
    }),
  ],
  [
    'ctrl+n',
    'next-unread-feed',
    'Go to the next feed with unread articles.',
    'list',
    ({state}) => {
      expect(screenOf(state)).toMatchObject({view: {publications: ['publication-2']}});
    },
  ],
  [
    'ctrl+p',
    'prev-unread-feed',
    'Go to the previous feed with unread articles.',
    'list',
    ({state}) => {
      expect(screenOf(state)).toMatchObject({view: {publications: ['publication-2']}});
    },
  ],
  [
    'g',
    'sort',
    'Sort articles by interactively choosing the sort method.',
    'list',
    asks({
      kind: 'orders',
      isReversed: false,
    }),
  ],
  [
    'G',
    'rev-sort',
    'Sort articles by interactively choosing the sort method (reversed).',
    'list',
    asks({
      kind: 'orders',
      isReversed: true,
    }),
  ],
  ['|', 'pipe-to', 'Pipe article to command.', 'list', asks({kind: 'ask', purpose: 'pipe'})],
  ['up', 'up', 'Go up one item in the list.', 'list', selects(0)],
  ['down', 'down', 'Go down one item in the list.', 'list', selects(2)],
  ['pagedown', 'pagedown', 'Go down one page in the list.', 'list', selects(6)],
  ['pageup', 'pageup', 'Go up one page in the list.', 'list', selects(0)],
  ['home', 'home', 'Go to the first item in the list.', 'list', selects(0)],
  ['end', 'end', 'Go to the last item in the list.', 'list', selects(11)],
];

test('thirty keys of newsboat and more are in the table', () => {
  expect(new Set(TABLE.map(([key]) => key)).size).toBeGreaterThanOrEqual(30);
});

test.each(TABLE)('%s, %s: %s (%s)', (key, _, __, from, check) => {
  const before = stateIn(from);
  expect(actFor(before.keymap, modeOf(before), key)).toBeDefined();
  check({...after(before, ...keys(key)), before});
});

test('g d sorts by date, G d the other way round', () => {
  expect(sortedBy('g', 'd')).toMatchObject({order: 'newest'});
  expect(sortedBy('G', 'd')).toMatchObject({order: 'newest', isReversed: true});
  expect(sortedBy('g', 't')).toMatchObject({order: 'title'});
});

function sortedBy(...pressed: readonly string[]) {
  const screen = screenOf(after(stateIn('list'), ...keys(...pressed)).state);
  return screen.kind === 'list' ? screen.view : undefined;
}
