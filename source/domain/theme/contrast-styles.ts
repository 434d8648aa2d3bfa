import {ROLES} from './theme.ts';
import type {Role, Style} from './theme.ts';
import {HIGH_CONTRAST} from './theme-styles.ts';

type Styles = Partial<Record<Role, Style>>;

/** Words in these roles differ from the text by weight, lines or ground, and never by colour alone. */
function coloured(
  [text, accent, warning, error, good]: readonly [string, string, string, string, string],
  [ground, found, here]: readonly [string, string, string],
): Styles {
  const styles: Styles = {
    text: {color: text},
    quiet: {color: text},
    quote: {color: text, italic: true},
    rule: {color: text},
    codePanel: {color: text},
    accent: {color: accent},
    unread: {color: accent},
    starred: {color: warning},
    link: {color: accent},
    key: {color: ground, background: text},
    badge: {color: ground, background: text},
    selected: {color: ground, background: text},
    mark: {color: ground, background: found},
    match: {color: ground, background: found},
    currentMatch: {color: ground, background: here},
    chosen: {color: ground, background: accent},
    good: {color: good},
    warning: {color: warning, underline: true},
    error: {color: error},
    codeInserted: {color: good},
    codeDeleted: {color: error},
  };
  return Object.fromEntries(
    ROLES.map(role => {
      const {inverse: _, ...weight} = HIGH_CONTRAST[role] ?? {};
      return [role, {color: text, ...weight, ...styles[role]}];
    }),
  );
}

/** For backgrounds from black to #202020: 7 to 1 and more. */
export const CONTRAST_DARK = coloured(
  ['#ffffff', '#7fe3ff', '#ffe14d', '#ffb3ad', '#8ff0a4'],
  ['#000000', '#ffe14d', '#ffb347'],
);

/** For backgrounds from white to #f4f1ea: 7 to 1 and more. */
export const CONTRAST_LIGHT = coloured(
  ['#000000', '#003d80', '#5c3a00', '#8a0010', '#00491b'],
  ['#ffffff', '#5c3a00', '#7a1f00'],
);
