import {THEMES} from '../../domain/theme/themes.ts';
import type {Settings} from '../core/state.ts';

/** A row of the settings screen: what it is called, what it is now, and what Enter makes of it. */
export type SettingRow = Readonly<{
  name: keyof Settings;
  title: string;
  value: string;
  /** Its meaning, one sentence. */
  about: string;
  next: () => Partial<Settings>;
}>;

export const MEASURES: readonly number[] = [56, 62, 66, 70, 76, 84];
export const DENSITIES = ['auto', 'airy', 'compact', 'lines'] as const;
export const PRESET_NAMES = ['inkwell', 'vim', 'less', 'newsboat'] as const;
export const THEME_NAMES = [...THEMES.keys()].filter(name => name !== 'plain');
export const IMAGES = ['ask', 'always', 'never'] as const;
const INTERVALS: readonly number[] = [0, 15, 30, 60, 120, 360, 1440];

export function chosenSettings(now: Settings): readonly SettingRow[] {
  return [
    {
      name: 'themeName',
      title: 'Theme',
      value: now.themeName,
      about: 'Colours of the list and of the text.',
      next: () => ({themeName: after(THEME_NAMES, now.themeName)}),
    },
    {
      name: 'measure',
      title: 'Width of the text',
      value: `${now.measure} cells`,
      about: 'Cells in a line of an article, where the window is wide enough.',
      next: () => ({measure: after(MEASURES, nearest(MEASURES, now.measure))}),
    },
    {
      name: 'breaking',
      title: 'Line breaking',
      value: now.breaking === 'optimal' ? 'whole paragraph' : 'line by line',
      about: 'Lines broken for the look of the whole paragraph, or one by one.',
      next: () => ({breaking: now.breaking === 'optimal' ? 'greedy' : 'optimal'}),
    },
    {
      name: 'density',
      title: 'Rows of the list',
      value: now.density,
      about: 'auto follows the height of the window.',
      next: () => ({density: after(DENSITIES, now.density)}),
    },
    {
      name: 'sideBySide',
      title: 'Side by side',
      value: now.sideBySide ? 'on wide windows' : 'never',
      about: 'From 110 columns on, the selected article stands beside the list.',
      next: () => ({sideBySide: !now.sideBySide}),
    },
    {
      name: 'preset',
      title: 'Keys',
      value: now.preset,
      about: 'Keys for hands that know another program. Your own bindings lie over them.',
      next: () => ({preset: after(PRESET_NAMES, now.preset)}),
    },
    {
      name: 'readAtEnd',
      title: 'Counts as read',
      value: now.readAtEnd ? 'near its end' : 'when opened',
      about: 'When an article is marked as read; marking by hand always wins.',
      next: () => ({readAtEnd: !now.readAtEnd}),
    },
    {
      name: 'images',
      title: 'Pictures',
      value: {ask: 'when asked for', always: 'always', never: 'never'}[now.images],
      about: 'When pictures are fetched and shown, where the terminal can.',
      next: () => ({images: after(IMAGES, now.images)}),
    },
    {
      name: 'refreshOnStart',
      title: 'Fetch at the start',
      value: now.refreshOnStart ? 'what is due' : 'nothing',
      about: 'Whatever is fetched, the list stands first.',
      next: () => ({refreshOnStart: !now.refreshOnStart}),
    },
    {
      name: 'refreshEvery',
      title: 'A blog is due again',
      value: intervalText(now.refreshEvery),
      about: 'A blog that asks for more patience gets it.',
      next: () => ({refreshEvery: after(INTERVALS, nearest(INTERVALS, now.refreshEvery))}),
    },
  ];
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
