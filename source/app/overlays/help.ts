import stringWidth from 'string-width';
import {folded} from '../../domain/text/folded.ts';
import {keyWords} from '../keys/key-words.ts';
import {ACT_NAMES, entryOf} from '../keys/keymap.ts';
import type {Group} from '../keys/entry.ts';
import type {Act} from '../keys/keymap.ts';
import {PLACES} from '../keys/places.ts';
import {screenOf} from '../core/state.ts';
import type {State} from '../core/state.ts';

export type HelpLine =
  | Readonly<{kind: 'heading'; text: string}>
  | Readonly<{kind: 'blank'}>
  /** Without keys: the line before goes on. */
  | Readonly<{kind: 'key'; keys: string; title: string}>;

/** Acts of every day: their keys come first. */
export const EVERY_DAY: readonly Act[] = [
  'open',
  'back',
  'page-down',
  'next-article',
  'find',
  'toggle-read',
  'toggle-star',
  'refresh',
  'add',
  'subscribe',
  'quit',
];

const GROUPS: readonly Group[] = ['Move', 'Find', 'Links', 'Marks', 'Act', 'Go'];

/**
 * The help screen: the keys of every day, what works on the screen below by group, then the rest by its
 * screens.
 */
export function helpLines(
  state: Pick<State, 'keymap' | 'trail' | 'isSpoken'>,
  search: string,
): readonly HelpLine[] {
  const mode = screenOf(state as State).kind;
  const worksHere = (act: Act): boolean => entryOf(act).modes.includes(mode);
  const daily = EVERY_DAY.filter(worksHere);
  const here = ACT_NAMES.filter(act => worksHere(act) && !daily.includes(act));
  const elsewhere = ACT_NAMES.filter(act => !worksHere(act));
  const lines = [
    ...grouped('Every day', daily, state, search),
    ...GROUPS.flatMap(group =>
      grouped(
        group,
        here.filter(act => entryOf(act).group === group),
        state,
        search,
      ),
    ),
    ...[...new Set(elsewhere.map(placeOf))].flatMap(place =>
      grouped(
        place,
        elsewhere.filter(act => placeOf(act) === place),
        state,
        search,
      ),
    ),
  ];
  return state.isSpoken ? lines.filter(({kind}) => kind !== 'blank') : lines.slice(0, -1);
}

/** Cells between two columns of keys. */
export const GUTTER = 3;

/** From this width on the help has two columns. */
const TWO_COLUMNS = 90;

/** The help's rows in a width: one line each, or two beside each other. Long titles are folded. */
export type HelpTable = Readonly<{
  rows: readonly (readonly HelpLine[])[];
  /** Cells of a column, and of its keys. */
  width: number;
  keysWidth: number;
}>;

export function helpTable(
  state: Pick<State, 'keymap' | 'trail' | 'isSpoken'>,
  search: string,
  whole: number,
): HelpTable {
  const isWide = whole >= TWO_COLUMNS && !state.isSpoken;
  const width = isWide ? Math.floor((whole - GUTTER) / 2) : whole;
  // As wide as the widest of all, so that nothing moves while something is searched for.
  const widths = helpLines(state, '').map(line => (line.kind === 'key' ? stringWidth(line.keys) : 0));
  const keysWidth = Math.min(22, Math.floor(width / 2), Math.max(...widths));
  const lines = helpLines(state, search).flatMap((line): readonly HelpLine[] =>
    line.kind === 'key'
      ? folded(line.title, width - keysWidth - 2).map((title, index) => ({
          ...line,
          title,
          keys: index === 0 ? line.keys : '',
        }))
      : [line],
  );
  return {rows: isWide ? beside(lines) : lines.map(line => [line]), width, keysWidth};
}

/** Lines in two columns, parted where a group ends. */
function beside(lines: readonly HelpLine[]): readonly (readonly HelpLine[])[] {
  const blanks = lines.flatMap(({kind}, index) => (kind === 'blank' ? [index] : []));
  const half = lines.length / 2;
  const [cut = lines.length] = blanks.toSorted((one, other) => Math.abs(one - half) - Math.abs(other - half));
  const [left, right] = [lines.slice(0, cut), lines.slice(cut + 1)];
  return Array.from({length: Math.max(left.length, right.length)}, (_, row) => [
    left[row] ?? {kind: 'blank'},
    ...(right[row] ? [right[row]] : []),
  ]);
}

/** "In an article". */
function placeOf(act: Act): string {
  const place = PLACES[entryOf(act).modes[0] ?? 'list'];
  return place.charAt(0).toUpperCase() + place.slice(1);
}

function grouped(
  heading: string,
  acts: readonly Act[],
  {keymap, isSpoken}: Pick<State, 'keymap' | 'isSpoken'>,
  search: string,
): HelpLine[] {
  const wanted = search.trim().toLowerCase();
  const lines = acts
    .map((act): HelpLine & {kind: 'key'} => ({
      kind: 'key',
      keys: isSpoken ? keymap[act].map(key => keyHere({isSpoken}, key)).join(' or ') : keysLabel(keymap[act]),
      title: entryOf(act).title,
    }))
    .filter(({keys, title}) => `${title} ${keys}`.toLowerCase().includes(wanted));
  return lines.length > 0 ? [{kind: 'heading', text: heading}, ...lines, {kind: 'blank'}] : [];
}

/** Keys as people write them; of a row of many the first and the last. */
function keysLabel(keys: readonly string[]): string {
  const labels = keys.map(keyLabel);
  return labels.length > 5 ? `${labels[0]}…${labels.at(-1)}` : labels.join(' ');
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

/** The key that hints name for an act; where it has none, how it is reached. */
export function keyOf({keymap, isSpoken}: Pick<State, 'keymap' | 'isSpoken'>, act: Act): string {
  const [key] = keymap[act];
  if (key === undefined) return isSpoken ? `the command ${act}` : `:${act}`;
  return keyHere({isSpoken}, key);
}

/** A key as it is written, or said. */
export function keyHere({isSpoken}: Pick<State, 'isSpoken'>, key: string): string {
  return isSpoken ? keyWords(key) : keyLabel(key);
}

/** Acts that a hand new to a set of keys asks for first. */
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
