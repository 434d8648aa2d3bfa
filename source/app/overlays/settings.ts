import {SPEECH_LEVELS} from '../../domain/speech.ts';
import type {RowPart} from '../../domain/speech.ts';
import {DEFAULT_COLUMNS} from '../../domain/query/list-columns.ts';
import type {ListColumn} from '../../domain/query/list-columns.ts';
import {THEMES} from '../../domain/theme/themes.ts';
import type {Settings} from '../core/settings.ts';

/** A row of the settings screen: what it is called, what it is now, and what Enter makes of it. */
export type SettingRow = Readonly<{
  name: keyof Settings;
  title: string;
  value: string;
  /** Its meaning, one sentence. */
  about: string;
  /** The number of the value among all that Enter goes through, and how many there are. */
  of: readonly [number, number];
  next: () => Partial<Settings>;
}>;

export const MEASURES: readonly number[] = [56, 62, 66, 70, 76, 84];
export const DENSITIES = ['auto', 'airy', 'compact', 'lines'] as const;
export const PRESET_NAMES = ['inkwell', 'vim', 'less', 'newsboat'] as const;
export const THEME_NAMES = [...THEMES.keys()].filter(name => name !== 'plain');
/** Sets of columns that the settings walk through. */
const COLUMN_SETS: readonly (readonly ListColumn[])[] = [
  DEFAULT_COLUMNS,
  ['publication', 'title', 'age', 'time'],
  ['publication', 'title', 'date'],
  ['age', 'publication', 'title'],
  ['title', 'author', 'category', 'date', 'time'],
];

export const IMAGES = ['ask', 'always', 'never'] as const;
const INTERVALS: readonly number[] = [0, 15, 30, 60, 120, 360, 1440];

/** The rows of the settings; by ear those of speech come first. */
export function chosenSettings(now: Settings, isSpoken = false): readonly SettingRow[] {
  return isSpoken ? [...speechRows(now), ...screenRows(now)] : screenRows(now);
}

function screenRows(now: Settings): readonly SettingRow[] {
  return [
    {
      name: 'themeName',
      title: 'Theme',
      value: now.themeName,
      about: 'Colours of the list and of the text.',
      of: placeOf(THEME_NAMES, now.themeName),
      next: () => ({themeName: after(THEME_NAMES, now.themeName)}),
    },
    {
      name: 'measure',
      title: 'Width of the text',
      value: `${now.measure} cells`,
      about: 'Cells in a line of an article, where the window is wide enough.',
      of: placeOf(MEASURES, nearest(MEASURES, now.measure)),
      next: () => ({measure: after(MEASURES, nearest(MEASURES, now.measure))}),
    },
    {
      name: 'breaking',
      title: 'Line breaking',
      value: now.breaking === 'optimal' ? 'whole paragraph' : 'line by line',
      about: 'Lines broken for the look of the whole paragraph, or one by one.',
      of: [now.breaking === 'optimal' ? 1 : 2, 2],
      next: () => ({breaking: now.breaking === 'optimal' ? 'greedy' : 'optimal'}),
    },
    {
      name: 'density',
      title: 'Rows of the list',
      value: now.density,
      about: 'auto: cards for one publication, lines for several; = changes one list.',
      of: placeOf(DENSITIES, now.density),
      next: () => ({density: after(DENSITIES, now.density)}),
    },
    {
      name: 'columns',
      title: 'Columns of a line',
      value: now.columns.join(' '),
      of: placeOf(COLUMN_SETS, sameSet(now.columns)),
      about:
        'What a row of one line shows; :columns takes any names. In little room the last to go is the publication.',
      next: () => ({columns: after(COLUMN_SETS, sameSet(now.columns))}),
    },
    {
      name: 'sideBySide',
      title: 'Side by side',
      value: now.sideBySide ? 'on wide windows' : 'never',
      about: 'From 110 columns on, the selected article stands beside the list.',
      of: onOff(now.sideBySide),
      next: () => ({sideBySide: !now.sideBySide}),
    },
    {
      name: 'preset',
      title: 'Keys',
      value: now.preset,
      about: 'Keys for hands that know another program. Your own bindings lie over them.',
      of: placeOf(PRESET_NAMES, now.preset),
      next: () => ({preset: after(PRESET_NAMES, now.preset)}),
    },
    {
      name: 'readAtEnd',
      title: 'Counts as read',
      value: now.readAtEnd ? 'near its end' : 'when opened',
      about: 'When an article is marked as read; marking by hand always wins.',
      of: onOff(now.readAtEnd),
      next: () => ({readAtEnd: !now.readAtEnd}),
    },
    {
      name: 'readInBrowser',
      title: 'In the browser',
      value: now.readInBrowser ? 'counts as read' : 'stays as it is',
      about: 'Whether an article that is opened in the browser is marked as read.',
      of: onOff(now.readInBrowser === true),
      next: () => ({readInBrowser: !now.readInBrowser}),
    },
    {
      name: 'images',
      title: 'Pictures',
      value: {ask: 'when asked for', always: 'always', never: 'never'}[now.images],
      about: 'When pictures are fetched and shown, where the terminal can.',
      of: placeOf(IMAGES, now.images),
      next: () => ({images: after(IMAGES, now.images)}),
    },
    {
      name: 'refreshOnStart',
      title: 'Fetch at the start',
      value: now.refreshOnStart ? 'what is due' : 'nothing',
      about: 'Whatever is fetched, the list stands first.',
      of: onOff(now.refreshOnStart),
      next: () => ({refreshOnStart: !now.refreshOnStart}),
    },
    {
      name: 'refreshEvery',
      title: 'A blog is due again',
      value: intervalText(now.refreshEvery),
      about: 'A blog that asks for more patience gets it.',
      of: placeOf(INTERVALS, nearest(INTERVALS, now.refreshEvery)),
      next: () => ({refreshEvery: after(INTERVALS, nearest(INTERVALS, now.refreshEvery))}),
    },
    {
      name: 'isCalm',
      title: 'Calm',
      value: now.isCalm ? 'on' : 'off',
      about: 'No motion: counts stand still while something is fetched, and a move draws only its rows.',
      of: [now.isCalm ? 2 : 1, 2],
      next: () => ({isCalm: !now.isCalm}),
    },
  ];
}

/** Settings of the screen-reader mode. */
function speechRows(now: Settings): readonly SettingRow[] {
  const order = now.speechRow.join(' ');
  const orders = ROW_ORDERS.map(({parts}) => parts.join(' '));
  return [
    {
      name: 'speechLevel',
      title: 'By ear, how much',
      value: now.speechLevel,
      about: 'With --screen-reader: brief leaves hints out, full adds what a thing is for.',
      of: placeOf(SPEECH_LEVELS, now.speechLevel),
      next: () => ({speechLevel: after(SPEECH_LEVELS, now.speechLevel)}),
    },
    {
      name: 'speechRow',
      title: 'By ear, rows',
      value: ROW_ORDERS[orders.indexOf(order)]?.title ?? now.speechRow.join(', '),
      about: 'With --screen-reader: the parts of a row and their order; speech.row takes any other.',
      of: placeOf(orders, order),
      next: () => ({
        speechRow: ROW_ORDERS[(orders.indexOf(order) + 1) % ROW_ORDERS.length]?.parts ?? [],
      }),
    },
    {
      name: 'speechIndent',
      title: 'By ear, indents of code',
      value: now.speechIndent === 'spaces' ? 'as written' : 'as numbers',
      about: 'With --screen-reader: blanks as they are written, or their number where it changes.',
      of: [now.speechIndent === 'spaces' ? 1 : 2, 2],
      next: () => ({speechIndent: now.speechIndent === 'spaces' ? 'numbers' : 'spaces'}),
    },
    {
      name: 'speechProgress',
      title: 'By ear, progress',
      value: now.speechProgress === 'asked' ? 'when asked' : 'at headings',
      about: 'With --screen-reader: how far you are in an article, on the key alone or at headings, too.',
      of: [now.speechProgress === 'asked' ? 1 : 2, 2],
      next: () => ({speechProgress: now.speechProgress === 'asked' ? 'headings' : 'asked'}),
    },
  ];
}

/** Orders of a row to choose from; none names all parts as they are. */
const ROW_ORDERS: readonly Readonly<{title: string; parts: readonly RowPart[]}>[] = [
  {title: 'position first', parts: []},
  {title: 'title first', parts: ['title', 'unread', 'publication', 'author', 'age', 'time', 'position']},
  {title: 'title and unread', parts: ['title', 'unread']},
];

const onOff = (isOn: boolean): readonly [number, number] => [isOn ? 1 : 2, 2];

function placeOf<T>(values: readonly T[], now: NoInfer<T>): readonly [number, number] {
  return [values.indexOf(now) + 1, values.length];
}

/** The set with these columns, if it is one of them. */
function sameSet(columns: readonly ListColumn[]): readonly ListColumn[] {
  return COLUMN_SETS.find(one => one.join(' ') === columns.join(' ')) ?? columns;
}

function intervalText(minutes: number): string {
  if (minutes === 0) return 'only when asked';
  if (minutes % 1440 === 0) return minutes === 1440 ? 'after a day' : `after ${minutes / 1440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? 'after an hour' : `after ${minutes / 60} hours`;
  return `after ${minutes} minutes`;
}

function after<T>(values: readonly T[], now: NoInfer<T>): T {
  return values[(values.indexOf(now) + 1) % values.length] as T;
}

function nearest(values: readonly number[], wanted: number): number {
  return values.reduce((best, value) => (Math.abs(value - wanted) < Math.abs(best - wanted) ? value : best));
}
