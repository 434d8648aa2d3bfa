import type {Settings} from './state.ts';

/** A row of the settings screen: what it is called, what it is now, and what Enter makes of it. */
export type SettingRow = Readonly<{
  name: string;
  title: string;
  value: string;
  next: (settings: Settings) => Settings;
}>;

const MEASURES = [56, 62, 66, 70, 76, 84] as const;
export const THEME_NAMES = ['terminal', 'light', 'dark', 'high-contrast', 'monochrome'] as const;
const DENSITIES = ['auto', 'airy', 'compact', 'lines'] as const;

export function chosenSettings(settings: Settings): readonly SettingRow[] {
  return [
    {
      name: 'theme',
      title: 'Theme',
      value: settings.themeName,
      next: now => ({...now, themeName: after(THEME_NAMES, now.themeName)}),
    },
    {
      name: 'measure',
      title: 'Width of the text',
      value: `${settings.measure} cells`,
      next: now => ({...now, measure: MEASURES.find(one => one > now.measure) ?? MEASURES[0]}),
    },
    {
      name: 'breaking',
      title: 'Line breaking',
      value: settings.breaking === 'optimal' ? 'whole paragraph' : 'line by line',
      next: now => ({...now, breaking: now.breaking === 'optimal' ? 'greedy' : 'optimal'}),
    },
    {
      name: 'density',
      title: 'Rows of the list',
      value: settings.density,
      next: now => ({...now, density: after(DENSITIES, now.density)}),
    },
    {
      name: 'sideBySide',
      title: 'List and article side by side',
      value: settings.sideBySide ? 'on wide screens' : 'never',
      next: now => ({...now, sideBySide: !now.sideBySide}),
    },
    {
      name: 'readAtEnd',
      title: 'An article counts as read',
      value: settings.readAtEnd ? 'near its end' : 'when opened',
      next: now => ({...now, readAtEnd: !now.readAtEnd}),
    },
  ];
}

function after<T extends string>(values: readonly T[], now: string): T {
  return values[(values.findIndex(value => value === now) + 1) % values.length] as T;
}
