import {ALL, EVERYWHERE, READING, SCREENS} from './entry.ts';
import type {Entry, Mode} from './entry.ts';
import {TRIAGE} from './triage-acts.ts';

/**
 * The one table of keys: it drives the input, the help screen, the hints, the command line and the README.
 * The first key of an entry is the one that hints name.
 */
export const ACTS = {
  down: {keys: ['j', 'down'], title: 'Down', group: 'Move', modes: ALL},
  up: {keys: ['k', 'up'], title: 'Up', group: 'Move', modes: ALL},
  'page-down': {
    keys: ['space', 'f', 'pagedown'],
    title: 'Next page; at the end the next unread',
    group: 'Move',
    modes: ALL,
  },
  'page-up': {keys: ['b', 'pageup'], title: 'Previous page', group: 'Move', modes: ALL},
  'half-down': {keys: ['d'], title: 'Half a page down', group: 'Move', modes: ALL},
  'half-up': {keys: ['u'], title: 'Half a page up', group: 'Move', modes: ALL},
  top: {keys: ['g', 'home'], title: 'To the top', group: 'Move', modes: ALL},
  bottom: {keys: ['G', 'end'], title: 'To the bottom', group: 'Move', modes: ALL},
  open: {keys: ['enter', 'l', 'right'], title: 'Open', group: 'Move', modes: ALL, hint: 'open'},
  back: {keys: ['q', 'esc', 'h', 'left'], title: 'Back', group: 'Move', modes: ALL, hint: 'back'},
  'next-article': {keys: ['J'], title: 'Next article', group: 'Move', modes: READING},
  'previous-article': {keys: ['K'], title: 'Previous article', group: 'Move', modes: READING},
  'next-heading': {keys: [']'], title: 'Next heading', group: 'Move', modes: ['article']},
  'previous-heading': {keys: ['['], title: 'Previous heading', group: 'Move', modes: ['article']},
  backward: {
    keys: ['ctrl+o', 'alt+left'],
    title: 'Back through everything opened',
    group: 'Move',
    modes: SCREENS,
  },
  forward: {keys: ['ctrl+n', 'alt+right'], title: 'Forward again', group: 'Move', modes: SCREENS},
  find: {keys: ['/'], title: 'Find', group: 'Find', modes: [...SCREENS, 'help'], hint: 'find'},
  ...TRIAGE,
  'next-match': {keys: ['n'], title: 'Next match', group: 'Find', modes: READING},
  'previous-match': {keys: ['N'], title: 'Previous match', group: 'Find', modes: READING},
  'save-search': {keys: ['ctrl+s'], title: 'Keep this search', group: 'Find', modes: ['list']},
  'make-rule': {keys: ['ctrl+t'], title: 'Make a rule of this search', group: 'Find', modes: ['list']},
  contents: {keys: ['t'], title: 'Contents', group: 'Find', modes: ['article'], hint: 'contents'},
  'next-link': {keys: ['tab'], title: 'Choose the next link', group: 'Links', modes: ['article']},
  'previous-link': {
    keys: ['shift+tab'],
    title: 'Choose the previous link',
    group: 'Links',
    modes: ['article'],
  },
  links: {keys: ['L'], title: 'List of links', group: 'Links', modes: ['article']},
  'toggle-read': {
    keys: ['m'],
    title: 'Mark read or unread',
    group: 'Marks',
    modes: READING,
    hint: 'mark read',
  },
  select: {keys: ['Z'], title: 'Select several', group: 'Marks', modes: ['list']},
  'toggle-star': {keys: ['s'], title: 'Star', group: 'Marks', modes: READING, hint: 'star'},
  tag: {keys: ['T'], title: 'Your tags on it', group: 'Marks', modes: READING},
  'mark-all-read': {keys: ['A'], title: 'Mark all read', group: 'Marks', modes: ['list', 'publications']},
  undo: {keys: ['U'], title: 'Undo', group: 'Marks', modes: SCREENS},
  confirmed: {keys: ['m'], title: 'Mark as confirmed', group: 'Marks', modes: ['signups'], hint: 'confirmed'},
  browser: {
    keys: ['o'],
    title: 'Open in the browser',
    group: 'Act',
    modes: [...SCREENS, 'links'],
  },
  enclosure: {keys: ['E'], title: 'Open its recording or file', group: 'Act', modes: READING},
  comments: {keys: ['D'], title: 'Open the page of its comments', group: 'Act', modes: READING},
  'copy-url': {keys: ['y'], title: 'Copy the address', group: 'Act', modes: [...READING, 'links']},
  'copy-article': {keys: ['Y'], title: 'Copy the article as Markdown', group: 'Act', modes: READING},
  'copy-code': {keys: ['c'], title: 'Copy the code block in view', group: 'Act', modes: ['article']},
  'code-wrap': {keys: ['W'], title: 'Wrap long lines of code, or cut them', group: 'Act', modes: ['article']},
  'code-right': {keys: [')'], title: 'See more of the code on the right', group: 'Move', modes: ['article']},
  'code-left': {keys: ['('], title: 'See more of the code on the left', group: 'Move', modes: ['article']},
  pictures: {keys: ['i'], title: 'Show or hide the pictures', group: 'Act', modes: ['article']},
  picture: {keys: ['I'], title: 'The picture in view, on the whole screen', group: 'Act', modes: ['article']},
  save: {keys: ['w'], title: 'Save to a file', group: 'Act', modes: READING},
  'save-page': {
    keys: ['+'],
    title: 'Save the page of the link, or of the article, to Saved',
    group: 'Act',
    modes: ['article', 'links'],
    hint: 'save',
  },
  pipe: {keys: ['|'], title: 'Pipe to a command', group: 'Act', modes: READING},
  editor: {keys: ['v'], title: 'Open in the editor', group: 'Act', modes: READING},
  pager: {keys: ['V'], title: 'Open in the pager', group: 'Act', modes: READING},
  refresh: {keys: ['r'], title: 'Refresh', group: 'Go', modes: SCREENS, hint: 'refresh'},
  older: {keys: ['B'], title: 'Fetch older articles of this publication', group: 'Go', modes: ['list']},
  continue: {keys: ['c'], title: 'Continue reading', group: 'Go', modes: ['list'], hint: 'continue'},
  author: {keys: ['a'], title: "The author's page", group: 'Go', modes: READING},
  topics: {keys: ['#'], title: 'Authors, category and tags', group: 'Go', modes: READING},
  publications: {keys: ['p'], title: 'Publications', group: 'Go', modes: READING},
  add: {keys: ['+'], title: 'Add a blog', group: 'Go', modes: ['list', 'publications'], hint: 'add a blog'},
  'add-account': {keys: ['a'], title: 'Add an account', group: 'Go', modes: ['publications']},
  remove: {
    keys: ['x', 'delete'],
    title: 'Remove',
    group: 'Go',
    modes: ['publications', 'signups', 'rules', 'arranging'],
    hint: 'remove',
  },
  arrange: {
    keys: ['e'],
    title: 'Everything about the publication',
    group: 'Go',
    modes: ['publications'],
    hint: 'arrange',
  },
  hide: {
    keys: ['H'],
    title: 'Hide or show the publication',
    group: 'Go',
    modes: ['publications'],
    hint: 'hide',
  },
  mute: {
    keys: ['-'],
    title: 'Mute it: what comes in counts as read',
    group: 'Go',
    modes: ['publications'],
    hint: 'mute',
  },
  folder: {keys: ['F'], title: 'Put it in a folder', group: 'Go', modes: ['publications'], hint: 'folder'},
  fold: {
    keys: ['tab', 'z'],
    title: 'Close or open the folder',
    group: 'Go',
    modes: ['publications'],
    hint: 'close',
  },
  rename: {keys: ['R'], title: 'Give it another name', group: 'Go', modes: ['publications']},
  'move-down': {keys: ['J'], title: 'Move it down', group: 'Go', modes: ['publications', 'rules']},
  'move-up': {keys: ['K'], title: 'Move it up', group: 'Go', modes: ['publications', 'rules']},
  subscribe: {
    keys: ['S'],
    title: 'Subscribe to the newsletter',
    group: 'Go',
    modes: SCREENS,
    hint: 'subscribe',
  },
  leave: {keys: ['X'], title: 'Leave the newsletter', group: 'Go', modes: SCREENS},
  signups: {keys: ['@'], title: 'Sign-ups', group: 'Go', modes: SCREENS},
  command: {keys: [':'], title: 'Commands', group: 'Go', modes: SCREENS},
  rules: {keys: ['&'], title: 'Rules for what comes in', group: 'Go', modes: SCREENS},
  notices: {keys: ['M'], title: 'Messages', group: 'Go', modes: SCREENS},
  settings: {keys: [','], title: 'Settings', group: 'Go', modes: SCREENS},
  where: {keys: ["'"], title: 'Where you are, and how far', group: 'Go', modes: SCREENS},
  speech: {keys: [';'], title: 'By ear: how much is said', group: 'Go', modes: SCREENS},
  density: {keys: ['='], title: 'Denser or airier list', group: 'Go', modes: ['list']},
  'side-by-side': {keys: ['\\'], title: 'List and article side by side', group: 'Go', modes: READING},
  zen: {keys: ['z'], title: 'Nothing but the text', group: 'Go', modes: ['article']},
  help: {keys: ['?'], title: 'Help', group: 'Go', modes: SCREENS, hint: 'help'},
  cancel: {keys: ['ctrl+g'], title: 'Stop what is running', group: 'Go', modes: ALL},
  quit: {keys: ['Q', 'ctrl+c'], title: 'Quit', group: 'Go', modes: EVERYWHERE},
  suspend: {keys: ['ctrl+z'], title: 'Suspend', group: 'Go', modes: EVERYWHERE},
  redraw: {keys: ['ctrl+l'], title: 'Redraw', group: 'Go', modes: EVERYWHERE},
} as const satisfies Readonly<Record<string, Entry>>;

export type Act = keyof typeof ACTS;

export const ACT_NAMES = Object.keys(ACTS) as Act[];

/** Keys by act, after presets and the reader's own. */
export type Keymap = Readonly<Record<Act, readonly string[]>>;

export function entryOf(act: Act): Entry {
  return ACTS[act];
}

export const DEFAULT_KEYMAP: Keymap = Object.fromEntries(
  ACT_NAMES.map(act => [act, entryOf(act).keys]),
) as Record<Act, readonly string[]>;

/** The act that a key means in a mode. While a line is typed only keys with Ctrl act. */
export function actFor(keymap: Keymap, mode: Mode, key: string): Act | undefined {
  if ((mode === 'ask' || mode === 'subscribe') && !key.startsWith('ctrl+')) return undefined;
  return ACT_NAMES.find(act => entryOf(act).modes.includes(mode) && keymap[act].includes(key));
}
