import type {Act} from './keymap.ts';
import {chosenSettings} from './settings.ts';
import {helpLines} from './help.ts';
import {layoutOf} from './layout.ts';
import {openLink} from './links.ts';
import {moved} from './act-article.ts';
import {scrollTo} from './reading.ts';
import type {Overlay, State} from './state.ts';
import {screenOf} from './state.ts';
import {notify, step, withoutOverlay} from './step.ts';
import type {Step} from './step.ts';

type Pane = Extract<Overlay, {kind: 'help' | 'contents' | 'links' | 'notices' | 'settings'}>;

/** The acts of what stands over a screen: choose, scroll, open, close. */
export function actInPane(state: State, pane: Pane, act: Act, count = 1): Step {
  if (act === 'back') return step(withoutOverlay(state));
  if (act === 'open') return openIn(state, pane);
  if (pane.kind === 'help' && act === 'find') return step({...state, overlay: {...pane, isTyping: true}});
  if (pane.kind === 'links' && (act === 'browser' || act === 'copy-url'))
    return useLink(state, pane.selected, act);
  const by = distance(state, act, count);
  if (by === undefined) return step(state);
  const last = paneLength(state, pane) - 1;
  const clamp = (row: number): number => Math.max(0, Math.min(row, last));
  if (pane.kind === 'help' || pane.kind === 'notices') {
    const highest = Math.max(0, last + 1 - paneRows(state));
    return step({...state, overlay: {...pane, top: Math.max(0, Math.min(pane.top + by, highest))}});
  }
  return step({...state, overlay: {...pane, selected: clamp(pane.selected + by)}});
}

/** Lines that a pane has for its rows: the screen without its title, a blank line and the status line. */
export function paneRows(state: State): number {
  return Math.max(1, state.rows - 2 - layoutOf(state).footer);
}

function paneLength(state: State, pane: Pane): number {
  const screen = screenOf(state);
  switch (pane.kind) {
    case 'help': {
      return helpLines(state, pane.field.value).length;
    }
    case 'notices': {
      return state.notices.length;
    }
    case 'settings': {
      return chosenSettings(state.settings).length;
    }
    case 'contents': {
      return screen.kind === 'article' ? (screen.page?.headings.length ?? 0) : 0;
    }
    case 'links': {
      return screen.kind === 'article' ? (screen.page?.links.length ?? 0) : 0;
    }
    default: {
      return 0;
    }
  }
}

function distance(state: State, act: Act, count: number): number | undefined {
  const rows = paneRows(state);
  const distances: Partial<Record<Act, number>> = {
    down: count,
    up: -count,
    'page-down': rows * count,
    'page-up': -rows * count,
    'half-down': Math.ceil(rows / 2) * count,
    'half-up': -Math.ceil(rows / 2) * count,
    top: -Infinity,
    bottom: Infinity,
  };
  return distances[act];
}

function openIn(state: State, pane: Pane): Step {
  const screen = screenOf(state);
  const bare = withoutOverlay(state);
  if (pane.kind === 'contents' && screen.kind === 'article') {
    const heading = screen.page?.headings[pane.selected];
    return heading ? moved(bare, scrollTo(bare, screen, {block: heading.block, line: 0})) : step(bare);
  }
  if (pane.kind === 'links' && screen.kind === 'article') {
    const link = screen.page?.links[pane.selected];
    return link ? openLink(bare, link) : step(bare);
  }
  if (pane.kind === 'settings') {
    const chosen = chosenSettings(state.settings)[pane.selected];
    if (!chosen) return step(state);
    const settings = chosen.next(state.settings);
    return step({...state, settings}, {kind: 'keep-settings', settings});
  }
  return step(bare);
}

function useLink(state: State, selected: number, act: 'browser' | 'copy-url'): Step {
  const screen = screenOf(state);
  const link = screen.kind === 'article' ? screen.page?.links[selected] : undefined;
  if (link?.target.kind !== 'url') return notify(state, 'This one has no address of its own.');
  const {url} = link.target;
  return step(
    state,
    act === 'browser' ? {kind: 'open-url', url} : {kind: 'copy', text: url, what: 'address'},
  );
}
