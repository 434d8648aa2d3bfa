import {ACT_NAMES, entryOf} from './keymap.ts';
import type {Act, Group, Keymap, Mode} from './keymap.ts';
import {screenOf} from './state.ts';
import type {State} from './state.ts';

export type HelpLine =
  | Readonly<{kind: 'heading'; text: string}>
  | Readonly<{kind: 'blank'}>
  | Readonly<{kind: 'key'; keys: string; title: string}>;

const GROUPS: readonly Group[] = ['Move', 'Find', 'Links', 'Marks', 'Act', 'Go'];

/** The help screen: what works on the screen below first, by group, then the rest. */
export function helpLines(state: Pick<State, 'keymap' | 'trail'>, search: string): readonly HelpLine[] {
  const mode = screenOf(state as State).kind;
  const here = groupsFor(state.keymap, search, modes => modes.includes(mode));
  const elsewhere = groupsFor(state.keymap, search, modes => !modes.includes(mode));
  return elsewhere.length > 0
    ? [...here, {kind: 'heading', text: 'On other screens'}, ...elsewhere.filter(line => line.kind === 'key')]
    : here;
}

function groupsFor(
  keymap: Keymap,
  search: string,
  isWanted: (modes: readonly Mode[]) => boolean,
): HelpLine[] {
  const wanted = search.trim().toLowerCase();
  return GROUPS.flatMap(group => {
    const acts = ACT_NAMES.filter(act => entryOf(act).group === group && isWanted(entryOf(act).modes));
    const lines = acts
      .map((act): HelpLine & {kind: 'key'} => ({
        kind: 'key',
        keys: keymap[act].map(keyLabel).join(' '),
        title: entryOf(act).title,
      }))
      .filter(({keys, title}) => `${title} ${keys}`.toLowerCase().includes(wanted));
    return lines.length > 0 ? [{kind: 'heading', text: group}, ...lines, {kind: 'blank'}] : [];
  });
}

const LABELS: Readonly<Record<string, string>> = {
  enter: 'Enter',
  esc: 'Esc',
  space: 'Space',
  tab: 'Tab',
  'shift+tab': 'Shift-Tab',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  delete: 'Del',
};

/** A key as people write it: "Ctrl-O", "Space", "j". */
export function keyLabel(key: string): string {
  const label = LABELS[key];
  if (label !== undefined) return label;
  const [, modifier, rest = ''] = /^(ctrl|alt)\+(.+)$/.exec(key) ?? [];
  if (modifier === undefined) return key;
  return `${modifier === 'ctrl' ? 'Ctrl' : 'Alt'}-${LABELS[rest] ?? rest.toUpperCase()}`;
}

/** What a hand new to a set of keys asks for first. */
export const HINTED_KEYS: readonly Act[] = [
  'down',
  'up',
  'page-down',
  'half-down',
  'top',
  'bottom',
  'open',
  'back',
  'find',
  'next-article',
  'toggle-star',
  'refresh',
  'publications',
];
