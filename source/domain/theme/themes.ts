import type {Role, Style, Theme} from './theme.ts';
import {ROLES} from './theme.ts';
import {CONTRAST_DARK, CONTRAST_LIGHT} from './contrast-styles.ts';
import {DARK, HIGH_CONTRAST, LIGHT, MONOCHROME, TERMINAL} from './theme-styles.ts';

/**
 * The themes that Inkwell brings. `plain` has no styles at all: for text that goes elsewhere than to a
 * screen.
 */
export const THEMES: ReadonlyMap<string, Theme> = new Map(
  Object.entries({
    terminal: TERMINAL,
    light: LIGHT,
    dark: DARK,
    'high-contrast': HIGH_CONTRAST,
    'high-contrast-dark': CONTRAST_DARK,
    'high-contrast-light': CONTRAST_LIGHT,
    monochrome: MONOCHROME,
    plain: {},
  }).map(([name, styles]) => [name, complete(name, styles)]),
);

export const PLAIN = themeNamed('plain');

/** A built-in theme; an unknown name gives the terminal's own palette. */
export function themeNamed(name: string): Theme {
  return THEMES.get(name) ?? complete('terminal', TERMINAL);
}

export function complete(name: string, styles: Partial<Record<Role, Style>>): Theme {
  const all = ROLES.map((role): [Role, Style] => [role, styles[role] ?? {}]);
  return {name, styles: Object.fromEntries(all) as Record<Role, Style>};
}
