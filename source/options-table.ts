import type {Kind} from './options-kinds.ts';

/*
 * Every setting, once. This table drives the command line, the environment, the preferences' file and its JSON
 * Schema, `inkwell config list` and docs/configuration.md.
 */

export type Setting = Readonly<{
  /** Its name in the preferences' file; a point stands for a level of nesting. */
  key: string;
  kind: Kind;
  default: boolean | number | string | undefined | readonly never[] | Readonly<Record<string, never>>;
  /** One sentence, without a full stop. */
  about: string;
  /** Its name on the command line, where it has one, without the dashes. */
  flag?: string;
  /** One letter for the same. */
  short?: string;
  /** Holds for one run and is never kept in the preferences. */
  isForOneRun?: true;
}>;

const MEGABYTE = 1_000_000;

export const SETTINGS = [
  {key: 'sources', kind: {type: 'sources'}, default: [], about: 'What to read: addresses and folders, or objects with a location and settings of their own'},

  {key: 'theme', kind: {type: 'text', placeholder: 'NAME'}, default: 'terminal', flag: 'theme', about: 'The look: terminal, light, dark, high-contrast, monochrome, or the path of a theme file'},
  {key: 'color', kind: {type: 'choice', choices: ['auto', 'always', 'never']}, default: 'auto', flag: 'color', about: 'Whether output is coloured; auto colours on a terminal'},
  {key: 'measure', kind: {type: 'integer', min: 20, max: 200}, default: 70, flag: 'measure', about: 'Cells in a line of an article'},
  {key: 'breaking', kind: {type: 'choice', choices: ['optimal', 'greedy']}, default: 'optimal', about: 'How lines are broken: for the whole paragraph, or one by one'},
  {key: 'glyphs', kind: {type: 'choice', choices: ['auto', 'unicode', 'ascii']}, default: 'auto', about: 'Characters for rules, bullets and marks'},
  {key: 'hyperlinks', kind: {type: 'choice', choices: ['auto', 'always', 'never']}, default: 'auto', about: 'Whether links can be clicked in the terminal'},
  {key: 'images', kind: {type: 'choice', choices: ['ask', 'always', 'never']}, default: 'ask', about: 'When pictures are fetched and shown, where the terminal can'},
  {key: 'density', kind: {type: 'choice', choices: ['auto', 'airy', 'compact', 'lines']}, default: 'auto', about: 'Lines that an article takes in a list; auto follows the height of the window'},
  {key: 'sideBySide', kind: {type: 'boolean'}, default: true, about: 'List and article side by side in a wide window'},
  {key: 'locale', kind: {type: 'text', placeholder: 'TAG'}, default: undefined, about: 'Language of dates and numbers, as a BCP 47 tag; the system\'s if absent'},

  {key: 'keys.preset', kind: {type: 'choice', choices: ['inkwell', 'vim', 'less', 'newsboat']}, default: 'inkwell', about: 'The keys that actions have'},
  {key: 'keys.bindings', kind: {type: 'bindings'}, default: {}, about: 'Other keys for single actions: {"refresh": ["R", "ctrl+r"]}'},
  {key: 'screenReader', kind: {type: 'boolean'}, default: false, flag: 'screen-reader', about: 'Plain lines in reading order for a screen reader'},

  {key: 'readAtEnd', kind: {type: 'boolean'}, default: true, about: 'An article counts as read near its end; false: when it is opened'},
  {key: 'order', kind: {type: 'choice', choices: ['newest', 'oldest', 'source']}, default: 'newest', about: 'The order of a list of several publications'},
  {key: 'retention', kind: {type: 'integer', min: 0, max: 36_500}, default: 0, about: 'Days that read articles are kept, counted from their date; 0 keeps them. Unread and starred ones are always kept'},
  {key: 'editor', kind: {type: 'text', placeholder: 'COMMAND'}, default: undefined, about: 'The editor; $VISUAL or $EDITOR if absent'},
  {key: 'pager', kind: {type: 'text', placeholder: 'COMMAND'}, default: undefined, about: 'The pager; $PAGER if absent'},

  {key: 'refresh.onStart', kind: {type: 'boolean'}, default: true, about: 'Fetch what is due when the reader opens'},
  {key: 'refresh.interval', kind: {type: 'integer', min: 0, max: 100_000}, default: 60, about: 'Minutes between fetches of a source; 0 fetches only when asked'},
  {key: 'refresh.ahead', kind: {type: 'integer', min: 0, max: 1000}, default: 0, flag: 'ahead', about: 'Whole texts to fetch ahead for each source when refreshing'},
  {key: 'refresh.concurrency', kind: {type: 'integer', min: 1, max: 32}, default: 8, about: 'Sources fetched at the same time'},
  {key: 'fullText', kind: {type: 'boolean'}, default: true, about: 'Complete teasers from their pages when they are opened'},
  {key: 'offline', kind: {type: 'boolean'}, default: false, flag: 'offline', about: 'Never use the network'},
  {key: 'userAgent', kind: {type: 'text', placeholder: 'TEXT'}, default: undefined, about: 'How Inkwell names itself to servers'},

  {key: 'limits.bytes', kind: {type: 'integer', min: 1000, max: 4_000_000_000, unit: 'bytes'}, default: 20 * MEGABYTE, about: 'Bytes read of one answer, after decompression'},
  {key: 'limits.items', kind: {type: 'integer', min: 1, max: 1_000_000}, default: 20_000, about: 'Articles read of one source'},
  {key: 'limits.depth', kind: {type: 'integer', min: 1, max: 10_000}, default: 256, about: 'Levels of nesting read in a document or a folder'},
  {key: 'limits.seconds', kind: {type: 'integer', min: 1, max: 3600}, default: 20, about: 'Seconds that one fetch may take'},
  {key: 'limits.redirects', kind: {type: 'integer', min: 0, max: 50}, default: 5, about: 'Redirects followed by one fetch'},

  {key: 'email.address', kind: {type: 'text', placeholder: 'ADDRESS'}, default: undefined, about: 'The address offered when signing up; kept only after you have said yes'},
  {key: 'email.remember', kind: {type: 'choice', choices: ['ask', 'always', 'never']}, default: 'ask', about: 'Whether the address of a sign-up is kept'},

  {key: 'library', kind: {type: 'text', placeholder: 'FILE'}, default: undefined, about: 'The file of the library, if not in the usual place'},
  {key: 'log', kind: {type: 'text', placeholder: 'FILE'}, default: undefined, flag: 'log', about: 'Write what happens to this file, a JSON object a line, addresses left out'},

  {key: 'configDir', kind: {type: 'text', placeholder: 'DIR'}, default: undefined, flag: 'config-dir', isForOneRun: true, about: 'The folder of the preferences'},
  {key: 'plain', kind: {type: 'boolean'}, default: false, flag: 'plain', isForOneRun: true, about: 'Print what `list` prints, also on a terminal'},
  {key: 'quiet', kind: {type: 'boolean'}, default: false, flag: 'quiet', isForOneRun: true, about: 'Say nothing but errors on standard error'},
  {key: 'verbose', kind: {type: 'boolean'}, default: false, flag: 'verbose', isForOneRun: true, about: 'Say more on standard error'},
  {key: 'timings', kind: {type: 'boolean'}, default: false, flag: 'timings', isForOneRun: true, about: 'Say how long the parts of the run took'},
] as const satisfies readonly Setting[];

export type SettingKey = (typeof SETTINGS)[number]['key'];

/** The variable of a setting: `limits.bytes` is INKWELL_LIMITS_BYTES. */
export function variableOf(key: string): string {
  return `INKWELL_${key.replace(/([a-z])([A-Z])/g, '$1_$2').replaceAll('.', '_').toUpperCase()}`;
}
