import {paneLength, paneRows, paneWidth} from '../../app/overlays/panes.ts';
import type {Pane} from '../../app/overlays/panes.ts';
import type {State} from '../../app/core/state.ts';
import type {Glyphs} from '../../screen/glyphs.ts';
import {BLANK, clip, segment, spread} from '../parts/line.ts';
import type {Line} from '../parts/line.ts';
import {paneRowLines} from './pane-rows.ts';

export const PANE_TITLES: Readonly<Record<Pane['kind'], string>> = {
  help: 'Keys',
  contents: 'Contents',
  links: 'Links',
  topics: 'More by and about',
  feeds: 'Other feeds of this site',
  signups: 'Sign-ups',
  notices: 'Messages',
  settings: 'Settings',
  rules: 'Rules for what comes in',
  arranging: 'This publication',
  orders: 'Sort',
  history: 'What can be undone',
};

/** The lines of a pane over a screen: a title, a blank line, and the rows in view. */
export function paneLines(state: State, pane: Pane, glyphs: Glyphs): readonly Line[] {
  const width = paneWidth(state);
  const rows = paneRowLines(state, pane, glyphs, width);
  const height = paneRows(state);
  const top = topOf(pane, rows.length, height);
  return [
    [segment('  '), ...spread(titleOf(pane), [segment(shareOf(state, pane), 'quiet')], width)],
    BLANK,
    ...rows.slice(top, top + height).map(line => clip(line, state.columns)),
  ];
}

/** The share of a pane's rows in view, if they don't all fit: "lines 1–20 of 86", "8 of 30". */
export function shareOf(state: State, pane: Pane): string {
  const [count, height] = [paneLength(state, pane), paneRows(state)];
  if (count <= height) return '';
  const top = topOf(pane, count, height);
  const last = Math.min(count, top + height);
  return 'top' in pane ? `lines ${top + 1}–${last} of ${count}` : `${last} of ${count}`;
}

function topOf(pane: Pane, count: number, height: number): number {
  return 'top' in pane
    ? pane.top
    : Math.max(0, Math.min(pane.selected - Math.floor(height / 2), count - height));
}

function titleOf(pane: Pane): Line {
  const title = segment(PANE_TITLES[pane.kind], 'accent', true);
  const isSearched = pane.kind === 'help' && pane.field.value !== '';
  return isSearched ? [title, segment(`  /${pane.field.value}`, 'text')] : [title];
}
