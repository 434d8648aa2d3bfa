import {keyOf} from '../../app/overlays/help.ts';
import type {Pane} from '../../app/overlays/panes.ts';
import {chosenSettings} from '../../app/overlays/settings.ts';
import type {State} from '../../app/core/state.ts';
import {PANE_TITLES} from '../screens/pane-lines.ts';
import {rowsSaid} from './pane-rows-said.ts';
import {firstKey} from './first-key.ts';

/** The noun for one row of a pane, and for many, and what Enter does there. */
const NOUNS: Readonly<
  Record<Pane['kind'], readonly [one: string, many: string, hint: (state: State) => string]>
> = {
  help: ['row', 'rows', state => `${firstKey(state, 'down')} goes on, ${keyOf(state, 'find')} searches.`],
  notices: ['message', 'messages', () => ''],
  contents: ['heading', 'headings', () => 'Enter goes there.'],
  links: [
    'link',
    'links',
    state =>
      `Enter follows it, ${keyOf(state, 'browser')} opens the browser, ${keyOf(state, 'copy-url')} copies it.`,
  ],
  topics: ['page', 'pages', () => 'Enter opens it.'],
  feeds: ['feed', 'feeds', () => 'Enter adds it.'],
  signups: ['sign-up', 'sign-ups', state => `Enter sends or confirms, ${keyOf(state, 'remove')} forgets it.`],
  settings: ['setting', 'settings', () => 'Enter changes it.'],
  rules: ['rule', 'rules', state => `Enter lists what it finds, ${keyOf(state, 'remove')} removes it.`],
  arranging: [
    'setting',
    'settings',
    state => `Enter changes it, ${keyOf(state, 'remove')} takes the usual value.`,
  ],
  history: ['change', 'changes', () => 'Enter takes it back.'],
  orders: ['order', 'orders', () => 'Enter sorts by it.'],
};

/** The way to a first row, where there is one. */
const EMPTY: Readonly<Partial<Record<Pane['kind'], (state: State) => string>>> = {
  signups: state => `${firstKey(state, 'subscribe')} subscribes.`,
  rules: state => `Search for something, then ${keyOf(state, 'make-rule')} makes one of it.`,
};

/** A pane that has opened: its title, how much is in it, where the selection is, and then the hint. */
export function openedPane(state: State, pane: Pane): readonly string[] {
  const rows = rowsSaid(state, pane);
  const [one, many, hint] = NOUNS[pane.kind];
  const said = [`${PANE_TITLES[pane.kind]}, ${rows.length} ${rows.length === 1 ? one : many}.`];
  if (rows.length === 0) return [...said, EMPTY[pane.kind]?.(state) ?? ''];
  return [...said, rowOf(state, pane), state.settings.speechLevel === 'brief' ? '' : hint(state)];
}

/** Sentences after a move in a pane, or a search in the help. */
export function movedInPane(state: State, before: Pane, pane: Pane): readonly string[] {
  if (pane.kind === 'help' && before.kind === 'help') {
    if (pane.isTyping) return [];
    if (before.isTyping || before.field.value !== pane.field.value) {
      const keys = rowsSaid(state, pane).filter(row => !row.endsWith(':')).length;
      if (keys === 0) return [`No key does ${pane.field.value}.`];
      return [
        pane.field.value === '' ? 'All keys.' : `${keys} ${keys === 1 ? 'key' : 'keys'}.`,
        rowOf(state, pane),
      ];
    }
  }
  const isMoved =
    'top' in pane ? 'top' in before && pane.top !== before.top : pane.selected !== selectedIn(before);
  if (isMoved || rowsSaid(state, pane).length !== rowsSaid(state, before).length) return [rowOf(state, pane)];
  return [];
}

function selectedIn(pane: Pane): number {
  return 'top' in pane ? pane.top : pane.selected;
}

/** "3 of 15, Theme, light"; of a setting in full what it is for. */
export function rowOf(state: State, pane: Pane): string {
  const rows = rowsSaid(state, pane);
  const at = selectedIn(pane);
  const row = rows[at];
  if (row === undefined) return '';
  const about =
    pane.kind === 'settings' && state.settings.speechLevel === 'full'
      ? `. ${chosenSettings(state.settings, true)[at]?.about}`
      : '';
  return `${at + 1} of ${rows.length}, ${row}${about}`;
}
