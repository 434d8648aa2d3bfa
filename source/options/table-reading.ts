import {DEFAULT_COLUMNS, LIST_COLUMNS} from '../domain/query/list-columns.ts';
import {THEMES} from '../domain/theme/themes.ts';
import type {Setting} from './setting.ts';

/** Settings of looks and of reading. */
export const READING = [
  {
    key: 'theme',
    kind: {type: 'name-or-file', names: [...THEMES.keys()], placeholder: 'NAME'},
    default: 'terminal',
    flag: 'theme',
    about:
      'The look: terminal, light, dark, high-contrast (also -dark, -light), monochrome, or the path of a theme file',
  },
  {
    key: 'color',
    kind: {type: 'choice', choices: ['auto', 'always', 'never']},
    default: 'auto',
    flag: 'color',
    about: 'Whether output is coloured; auto colours on a terminal',
  },
  {
    key: 'measure',
    kind: {type: 'integer', min: 20, max: 200},
    default: 70,
    flag: 'measure',
    about: 'Cells in a line of an article',
  },
  {
    key: 'breaking',
    kind: {type: 'choice', choices: ['optimal', 'greedy']},
    default: 'optimal',
    about: 'How lines are broken: for the whole paragraph, or one by one',
  },
  {
    key: 'glyphs',
    kind: {type: 'choice', choices: ['auto', 'unicode', 'ascii']},
    default: 'auto',
    about: 'Characters for rules, bullets and marks',
  },
  {
    key: 'bidi',
    kind: {type: 'choice', choices: ['auto', 'terminal', 'page']},
    default: 'auto',
    about:
      'Who puts right-to-left text in order: the terminal, or Inkwell for terminals that show it as it is stored',
  },
  {
    key: 'hyperlinks',
    kind: {type: 'choice', choices: ['auto', 'always', 'never']},
    default: 'auto',
    about: 'Whether links can be clicked in the terminal',
  },
  {
    key: 'images',
    kind: {type: 'choice', choices: ['ask', 'always', 'never']},
    default: 'ask',
    about: 'When the pictures of an open article are fetched and shown: on a key (i), always, or never',
  },
  {
    key: 'density',
    kind: {type: 'choice', choices: ['auto', 'airy', 'compact', 'lines']},
    default: 'auto',
    about:
      'Lines that an article takes in a list; auto: cards for one publication, one line where several are mixed or the library is large',
  },
  {
    key: 'list.densities',
    kind: {type: 'names'},
    default: [],
    about: 'Densities of single lists, as the key = chose them: "lines all"',
  },
  {
    key: 'list.columns',
    kind: {type: 'names', of: LIST_COLUMNS},
    default: DEFAULT_COLUMNS,
    about: `What a row of one line shows, from left to right, of ${LIST_COLUMNS.join(', ')}`,
  },
  {
    key: 'sideBySide',
    kind: {type: 'boolean'},
    default: true,
    about: 'List and article side by side in a wide window',
  },
  {
    key: 'locale',
    kind: {type: 'text', placeholder: 'TAG'},
    default: undefined,
    about: "Language of dates and numbers, as a BCP 47 tag; the system's if absent",
  },
  {
    key: 'keys.preset',
    kind: {type: 'choice', choices: ['inkwell', 'vim', 'less', 'newsboat']},
    default: 'inkwell',
    about: 'The keys that actions have',
  },
  {
    key: 'keys.bindings',
    kind: {type: 'bindings'},
    default: {},
    about: 'Other keys for single actions: {"refresh": ["R", "ctrl+r"]}',
  },
  {
    key: 'keys.macros',
    kind: {type: 'bindings'},
    default: {},
    about: 'Keys that do several things in a row: {"ctrl+k": ["toggle-star", "next-article"]}',
  },
  {
    key: 'readAtEnd',
    kind: {type: 'boolean'},
    default: true,
    about: 'An article counts as read near its end; false: when it is opened',
  },
  {
    key: 'closedFolders',
    kind: {type: 'names'},
    default: [],
    about: 'Folders that stand closed among the publications',
  },
  {
    key: 'order',
    kind: {type: 'choice', choices: ['newest', 'oldest', 'source']},
    default: 'newest',
    about: 'The order of a list of several publications',
  },
  {
    key: 'retention',
    kind: {type: 'integer', min: 0, max: 36_500},
    default: 0,
    about:
      'Days that read articles are kept, counted from their date; 0 keeps them. Unread and starred ones are always kept',
  },
  {
    key: 'editor',
    kind: {type: 'text', placeholder: 'COMMAND'},
    default: undefined,
    about: 'The editor; $VISUAL or $EDITOR if absent',
  },
  {
    key: 'pager',
    kind: {type: 'text', placeholder: 'COMMAND'},
    default: undefined,
    about: 'The pager; $PAGER if absent',
  },
  {
    key: 'browser',
    kind: {type: 'text', placeholder: 'COMMAND'},
    default: undefined,
    about: 'The browser; $BROWSER if absent, else that of the desktop',
  },
  {
    key: 'browsers',
    kind: {type: 'list', of: 'browsers'},
    default: [],
    about: 'Programs for addresses of one kind, as a player for videos',
  },
  {
    key: 'readInBrowser',
    kind: {type: 'boolean'},
    default: false,
    about: 'An article that is opened in the browser counts as read',
  },
  {
    key: 'speeds.words',
    kind: {type: 'integer', min: 20, max: 5000},
    default: 238,
    about: 'Words that you read in a minute, for the read time',
  },
  {
    key: 'speeds.characters',
    kind: {type: 'integer', min: 20, max: 5000},
    default: 500,
    about: 'Chinese and Japanese characters that you read in a minute',
  },
  {
    key: 'speeds.code',
    kind: {type: 'integer', min: 20, max: 5000},
    default: 180,
    about: 'Words of code that you read in a minute',
  },
] as const satisfies readonly Setting[];
