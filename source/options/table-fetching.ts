import {COMPLETING_SECONDS, READING_MEGABYTES, READING_SECONDS} from '../domain/limits.ts';
import type {Setting} from './setting.ts';

const MEGABYTE = 1_000_000;

/** Settings of fetching, sending and storing. */
export const FETCHING = [
  {
    key: 'refresh.onStart',
    kind: {type: 'boolean'},
    default: true,
    about: 'Fetch what is due when the reader opens',
  },
  {
    key: 'refresh.interval',
    kind: {type: 'integer', min: 0, max: 100_000},
    default: 60,
    about: 'Minutes between fetches of a source; 0 fetches only when asked',
  },
  {
    key: 'refresh.ahead',
    kind: {type: 'integer', min: 0, max: 1000},
    default: 0,
    flag: 'ahead',
    about: 'Whole texts to fetch ahead for each source when refreshing',
  },
  {
    key: 'refresh.concurrency',
    kind: {type: 'integer', min: 1, max: 32},
    default: 8,
    about: 'Sources fetched at the same time',
  },
  {
    key: 'accounts',
    kind: {type: 'accounts'},
    default: [],
    about: 'Your accounts at servers that sync; "inkwell account" changes them',
  },
  {
    key: 'rules',
    kind: {type: 'list', of: 'rules'},
    default: [],
    about: 'What is done with articles as they come in; "inkwell rules" changes them',
  },
  {
    key: 'commands',
    kind: {type: 'list', of: 'commands'},
    default: [],
    about: 'Your own commands, which get an article to do something with',
  },
  {
    key: 'notify.when',
    kind: {type: 'choice', choices: ['never', 'rules', 'new']},
    default: 'rules',
    about: 'When a refresh notifies you on the desktop: never, when a rule says so, or of all that is new',
  },
  {
    key: 'notify.by',
    kind: {type: 'choice', choices: ['auto', 'terminal', 'desktop']},
    default: 'auto',
    about:
      'Who notifies you: the terminal, or notify-send (osascript on macOS); auto asks the terminal if it can',
  },
  {
    key: 'sync.addTo',
    kind: {type: 'text', placeholder: 'NAME'},
    default: undefined,
    flag: 'account',
    about: 'The account that sources are added to; without one they are fetched from here',
  },
  {
    key: 'sync.newest',
    kind: {type: 'integer', min: 0, max: 1_000_000},
    default: 2000,
    about: 'Read articles fetched from the server of an account, newest first',
  },
  {
    key: 'sync.hideDuplicates',
    kind: {type: 'boolean'},
    default: false,
    about: 'Hide a feed of an account that you follow elsewhere already',
  },
  {
    key: 'letters.markSeen',
    kind: {type: 'boolean'},
    default: false,
    about: 'Mark letters that you have read as seen in their IMAP folder, too',
  },
  {
    key: 'fullText',
    kind: {type: 'boolean'},
    default: true,
    about: 'Complete teasers from their pages when they are opened',
  },
  {key: 'offline', kind: {type: 'boolean'}, default: false, flag: 'offline', about: 'Never use the network'},
  {
    key: 'userAgent',
    kind: {type: 'text', placeholder: 'TEXT'},
    default: undefined,
    about: 'How Inkwell names itself to servers',
  },
  {
    key: 'limits.bytes',
    kind: {type: 'integer', min: 1000, max: 4_000_000_000, unit: 'bytes'},
    default: 20 * MEGABYTE,
    about: 'Bytes read of one answer, after decompression',
  },
  {
    key: 'limits.items',
    kind: {type: 'integer', min: 1, max: 1_000_000},
    default: 20_000,
    about: 'Articles read of one source',
  },
  {
    key: 'limits.depth',
    kind: {type: 'integer', min: 1, max: 10_000},
    default: 256,
    about: 'Levels of nesting read in a document or a folder',
  },
  {
    key: 'limits.seconds',
    kind: {type: 'integer', min: 1, max: 3600},
    default: 20,
    about: 'Seconds that one fetch may take',
  },
  {
    key: 'limits.reading',
    kind: {type: 'integer', min: 1, max: 3600},
    default: READING_SECONDS,
    about: 'Seconds of processor time that reading what was fetched may take',
  },
  {
    key: 'limits.memory',
    kind: {type: 'integer', min: 64, max: 16_000},
    default: READING_MEGABYTES,
    about: 'Megabytes that reading what was fetched may take',
  },
  {
    key: 'limits.completing',
    kind: {type: 'integer', min: 1, max: 100_000},
    default: COMPLETING_SECONDS,
    about: 'Seconds that one command may spend on texts that a source left out',
  },
  {
    key: 'limits.command',
    kind: {type: 'integer', min: 1, max: 86_400},
    default: 60,
    about: 'Seconds that one of your own commands may take',
  },
  {
    key: 'limits.redirects',
    kind: {type: 'integer', min: 0, max: 50},
    default: 5,
    about: 'Redirects followed by one fetch',
  },
  {
    key: 'email.address',
    kind: {type: 'text', placeholder: 'ADDRESS'},
    default: undefined,
    about: 'The address offered when signing up; kept only after you have said yes',
  },
  {
    key: 'email.remember',
    kind: {type: 'choice', choices: ['ask', 'always', 'never']},
    default: 'ask',
    about: 'Whether the address of a sign-up is kept',
  },
  {
    key: 'library',
    kind: {type: 'text', placeholder: 'FILE'},
    default: undefined,
    about: 'The file of the library, if not in the usual place',
  },
  {
    key: 'log',
    kind: {type: 'text', placeholder: 'FILE'},
    default: undefined,
    flag: 'log',
    about: 'Write what happens to this file, a JSON object a line, addresses left out',
  },
] as const satisfies readonly Setting[];
