import type {Pane} from '../../app/overlays/panes.ts';
import {paneLength, paneRows, paneWidth} from '../../app/overlays/panes.ts';
import type {State} from '../../app/core/state.ts';
import {ASCII} from '../../screen/glyphs.ts';
import {textOf} from '../parts/line.ts';
import {paneRowLines} from '../screens/pane-rows.ts';
import {PANE_TITLES} from '../screens/pane-lines.ts';

/** The noun for one row of a pane, and for many. */
const NOUNS: Readonly<Record<Exclude<Pane['kind'], 'help' | 'notices'>, readonly [string, string]>> = {
  contents: ['heading', 'headings'],
  links: ['link', 'links'],
  topics: ['page', 'pages'],
  feeds: ['feed', 'feeds'],
  signups: ['sign-up', 'sign-ups'],
  settings: ['setting', 'settings'],
};

/** A pane that has opened: its title, how much is in it, and where the selection is. */
export function openedPane(state: State, pane: Pane): readonly string[] {
  const count = paneLength(state, pane);
  const title = PANE_TITLES[pane.kind];
  if ('top' in pane) return [`${title}.`, ...rows(state, pane).slice(0, paneRows(state))];
  const [one, many] = NOUNS[pane.kind];
  return [`${title}, ${count} ${count === 1 ? one : many}.`, ...selectedRow(state, pane)];
}

/** Sentences after a move in a pane. */
export function movedInPane(state: State, before: Pane, pane: Pane): readonly string[] {
  if ('top' in pane && 'top' in before) {
    const shown = rows(state, pane).slice(pane.top, pane.top + paneRows(state));
    return pane.top === before.top ? [] : shown.slice(Math.max(0, paneRows(state) - (pane.top - before.top)));
  }
  const now = selectedRow(state, pane);
  return now[0] === selectedRow(state, before)[0] ? [] : now;
}

function selectedRow(state: State, pane: Pane): readonly string[] {
  if ('top' in pane) return [];
  const all = rows(state, pane);
  const row = all[pane.selected];
  return row === undefined ? all.slice(0, 1) : [`${pane.selected + 1} of ${all.length}, ${row}`];
}

function rows(state: State, pane: Pane): readonly string[] {
  return paneRowLines(state, pane, ASCII, paneWidth(state)).map(line =>
    textOf(line)
      .replace(/^[\s>-]+/, '')
      .replaceAll(/\s{2,}/g, ', ')
      .replace(/, $/, ''),
  );
}
