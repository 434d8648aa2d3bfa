import {READING} from './entry.ts';
import type {Entry} from './entry.ts';

const LIST = ['list'] as const;
const LISTS = ['list', 'publications'] as const;

/** Acts of deciding quickly about many articles. */
export const TRIAGE = {
  'next-unread': {
    keys: ['n'],
    title: 'Next unread; at the end that of the next publication',
    group: 'Move',
    modes: READING,
  },
  'previous-unread': {keys: ['N'], title: 'Previous unread', group: 'Move', modes: READING},
  'random-unread': {keys: ['alt+n'], title: 'Any unread, by chance', group: 'Move', modes: READING},
  'next-publication': {
    keys: [']'],
    title: 'Next publication with unread articles',
    group: 'Move',
    modes: LIST,
  },
  'previous-publication': {
    keys: ['['],
    title: 'Previous publication with unread articles',
    group: 'Move',
    modes: LIST,
  },
  'show-new': {keys: ['tab'], title: 'Show what is new', group: 'Move', modes: LIST},
  'unread-only': {keys: ['.'], title: 'Unread only, or all', group: 'Find', modes: LISTS},
  sort: {keys: ['R'], title: 'Sort the list', group: 'Find', modes: LIST},
  'sort-reversed': {keys: ['alt+r'], title: 'Sort the list in reverse', group: 'Find', modes: LIST},
  search: {keys: ['ctrl+f', 'alt+/'], title: 'Search all text', group: 'Find', modes: [...LISTS, 'article']},
  'mark-above-read': {keys: ['<'], title: 'Mark read up to here', group: 'Marks', modes: LIST},
  'mark-below-read': {keys: ['>'], title: 'Mark read below here', group: 'Marks', modes: LIST},
  'mark-query-read': {keys: ['%'], title: 'Mark read what matches a query', group: 'Marks', modes: LIST},
  'mark-everything-read': {
    keys: ['C'],
    title: 'Mark every publication read',
    group: 'Marks',
    modes: LISTS,
  },
  history: {
    keys: ['alt+u'],
    title: 'What can be undone, to choose from',
    group: 'Marks',
    modes: [...LISTS, 'article'],
  },
  'browser-read': {
    keys: ['O'],
    title: 'Open in the browser and mark read',
    group: 'Act',
    modes: READING,
  },
  'browser-link': {
    keys: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map(digit => `alt+${digit}`),
    title: 'Open the link with this number in the browser',
    group: 'Links',
    modes: ['article'],
  },
  'refresh-all': {
    keys: ['ctrl+e'],
    title: 'Refresh everything',
    group: 'Go',
    modes: [...LISTS, 'article'],
  },
} as const satisfies Readonly<Record<string, Entry>>;
