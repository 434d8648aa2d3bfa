import {moved} from '../article/act-article.ts';
import {arrangingRows, changeRow, resetRow} from './arranging.ts';
import {undoSelected} from './history.ts';
import {changeSettings} from './change-settings.ts';
import {EMPTY_FIELD} from '../prompt/field.ts';
import {helpTable} from './help.ts';
import {PANES} from '../keys/entry.ts';
import type {Act} from '../keys/keymap.ts';
import {layoutOf} from '../core/layout.ts';
import {openLink} from '../article/links.ts';
import {noticeRows, notify, reachedEnd} from '../core/notices.ts';
import {scrollTo} from '../article/reading.ts';
import {cancel} from '../core/refreshing.ts';
import {chosenSettings} from './settings.ts';
import {actOnRule, showRule} from './rules.ts';
import {actOnSignup, openSignup} from './signups.ts';
import type {Overlay, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step, withoutOverlay} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {ORDER_CHOICES, sortBy} from '../list/sort.ts';
import {openTopic} from '../list/topics.ts';

/** A list over a screen, in which something is chosen or scrolled. */
export type Pane = Extract<Overlay, {kind: (typeof PANES)[number]}>;

export function isPane(overlay: Overlay): overlay is Pane {
  return PANES.some(kind => kind === overlay.kind);
}

/** The acts of a pane: choose, scroll, open, close. */
export function actInPane(state: State, pane: Pane, act: Act, count?: number): Step {
  if (act === 'back')
    return pane.kind === 'help' && pane.field.value !== ''
      ? step({...state, overlay: {...pane, field: EMPTY_FIELD, top: 0}})
      : step(withoutOverlay(state));
  if (act === 'open') return openIn(state, pane);
  if (act === 'cancel') return cancel(state);
  if (pane.kind === 'help' && act === 'find') return step({...state, overlay: {...pane, isTyping: true}});
  if (pane.kind === 'links' && (act === 'browser' || act === 'copy-url' || act === 'save-page'))
    return useLink(state, pane.selected, act);
  if (pane.kind === 'signups' && (act === 'confirmed' || act === 'remove'))
    return actOnSignup(state, pane, act);
  if (pane.kind === 'rules' && (act === 'remove' || act === 'move-down' || act === 'move-up'))
    return actOnRule(state, pane, act);
  if (pane.kind === 'arranging' && act === 'remove') return resetRow(state, pane);
  const by = distance(state, act, count);
  if (by === undefined) return step(state);
  const last = paneLength(state, pane) - 1;
  if (pane.kind === 'help' || pane.kind === 'notices') {
    // By ear a row is read out at a time, and the first that would be in view is the one.
    const highest = Math.max(0, last + 1 - (state.isSpoken ? 1 : paneRows(state)));
    const top = Math.max(0, Math.min(pane.top + by, highest));
    return top === pane.top ? reachedEnd(state, by) : step({...state, overlay: {...pane, top}});
  }
  const selected = Math.max(0, Math.min(pane.selected + by, last));
  return selected === pane.selected ? reachedEnd(state, by) : step({...state, overlay: {...pane, selected}});
}

/** Lines that a pane has for its rows: the screen without its title, a blank line and the status line. */
export function paneRows(state: State): number {
  return Math.max(1, state.rows - 2 - layoutOf(state).footer);
}

/** Cells of a row. Read aloud a row is never folded. */
export function paneWidth({columns, isSpoken}: State): number {
  return isSpoken ? 2000 : columns - 4;
}

export function paneLength(state: State, pane: Pane): number {
  const screen = screenOf(state);
  const page = screen.kind === 'article' ? screen.page : undefined;
  switch (pane.kind) {
    case 'help': {
      return helpTable(state, pane.field.value, paneWidth(state)).rows.length;
    }
    case 'notices': {
      return noticeRows(state, paneWidth(state)).length;
    }
    case 'settings': {
      return chosenSettings(state.settings, state.isSpoken).length;
    }
    case 'arranging': {
      return arrangingRows(state, pane).length;
    }
    case 'rules': {
      return Math.max(1, pane.rules.length);
    }
    case 'history': {
      return pane.acts.length;
    }
    case 'orders': {
      return ORDER_CHOICES.length;
    }
    case 'topics': {
      return pane.topics.length;
    }
    case 'feeds': {
      return pane.feeds.length;
    }
    case 'signups': {
      return pane.signups.length;
    }
    case 'contents': {
      return page?.headings.length ?? 0;
    }
    case 'links': {
      return page?.links.length ?? 0;
    }
    default: {
      return 0;
    }
  }
}

function distance(state: State, act: Act, count: number | undefined): number | undefined {
  const rows = state.isSpoken ? layoutOf(state).visibleRows : paneRows(state);
  const times = count ?? 1;
  const distances: Partial<Record<Act, number>> = {
    down: times,
    up: -times,
    'page-down': rows * times,
    'page-up': -rows * times,
    'half-down': Math.ceil(rows / 2) * times,
    'half-up': -Math.ceil(rows / 2) * times,
    top: -Infinity,
    bottom: Infinity,
  };
  return distances[act];
}

function openIn(state: State, pane: Pane): Step {
  const screen = screenOf(state);
  const bare = withoutOverlay(state);
  switch (pane.kind) {
    case 'contents': {
      const heading = screen.kind === 'article' ? screen.page?.headings[pane.selected] : undefined;
      return heading && screen.kind === 'article'
        ? moved(bare, scrollTo(bare, screen, {block: heading.block, line: 0}))
        : step(bare);
    }
    case 'links': {
      const link = screen.kind === 'article' ? screen.page?.links[pane.selected] : undefined;
      return link ? openLink(bare, link) : step(bare);
    }
    case 'topics': {
      const topic = pane.topics[pane.selected];
      return topic ? openTopic(bare, topic) : step(bare);
    }
    case 'feeds': {
      const feed = pane.feeds[pane.selected];
      return step(bare, ...(feed ? [{kind: 'add-source', location: feed.url} as const] : []));
    }
    case 'signups': {
      return openSignup(state, pane);
    }
    case 'arranging': {
      return changeRow(state, pane);
    }
    case 'rules': {
      return showRule(bare, pane);
    }
    case 'history': {
      return undoSelected(state, pane);
    }
    case 'orders': {
      const choice = ORDER_CHOICES[pane.selected];
      return choice ? sortBy(state, choice, pane.isReversed) : step(bare);
    }
    case 'settings': {
      const chosen = chosenSettings(state.settings, state.isSpoken)[pane.selected];
      return chosen ? changeSettings(state, chosen.next()) : step(state);
    }
    default: {
      return step(bare);
    }
  }
}

function useLink(state: State, selected: number, act: 'browser' | 'copy-url' | 'save-page'): Step {
  const screen = screenOf(state);
  const link = screen.kind === 'article' ? screen.page?.links[selected] : undefined;
  if (link?.target.kind !== 'url') return notify(state, 'This one has no address of its own.');
  const {url} = link.target;
  if (act === 'save-page') return step(state, {kind: 'save-page', url});
  return step(
    state,
    act === 'browser' ? {kind: 'open-url', url} : {kind: 'copy', text: url, what: 'address'},
  );
}
