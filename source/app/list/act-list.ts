import {ask} from '../prompt/ask.ts';
import {changeSettings} from '../overlays/change-settings.ts';
import type {Act} from '../keys/keymap.ts';
import {viewName} from '../../domain/query/view.ts';
import {keyOf} from '../overlays/help.ts';
import {DENSITIES, layoutOf} from '../core/layout.ts';
import {cardOf, isOnCard, lastSelectable, select, selectedRow, showNews} from './list.ts';
import {goToPublication} from './go-unread.ts';
import {markPart} from './mark-many.ts';
import {widen} from './narrow.ts';
import {askOrder} from './sort.ts';
import {toggleUnreadOnly} from './unread-only.ts';
import {actOnSelection, toggleSelecting} from './selecting.ts';
import {askRule} from './ask-rule.ts';
import {openArticle} from '../article/open-article.ts';
import {askSubscribe} from '../prompt/subscribe.ts';
import type {ListScreen, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {notify, reachedEnd} from '../core/notices.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** The acts of the list. `undefined`: not one of its own. */
export function actInList(
  state: State,
  screen: ListScreen,
  act: Act,
  count: number | undefined,
): Step | undefined {
  const {visibleRows} = layoutOf(state, screen);
  const to = (row: number, topBy = 0): Step => moved(state, screen, row, topBy);
  const by = (rows: number, topBy = 0): Step => to(screen.selected + rows, topBy);
  const times = count ?? 1;
  const chosen = actOnSelection(state, screen, act);
  if (chosen) return chosen;
  switch (act) {
    case 'down':
    case 'next-article':
    case 'next-match': {
      return by(times);
    }
    case 'up':
    case 'previous-article':
    case 'previous-match': {
      return by(-times);
    }
    case 'page-down': {
      return by(visibleRows * times, visibleRows * times);
    }
    case 'page-up': {
      return by(-visibleRows * times, -visibleRows * times);
    }
    case 'half-down': {
      return by(Math.ceil(visibleRows / 2) * times, Math.ceil(visibleRows / 2) * times);
    }
    case 'half-up': {
      return by(-Math.ceil(visibleRows / 2) * times, -Math.ceil(visibleRows / 2) * times);
    }
    case 'top': {
      return to(count === undefined ? 0 : count - 1);
    }
    case 'bottom': {
      return to(count === undefined ? lastSelectable(state, screen) : count - 1);
    }
    case 'open': {
      return openSelected(state, screen);
    }
    case 'back': {
      return screen.search ? widen(state, screen) : undefined;
    }
    case 'continue': {
      return continueReading(state);
    }
    case 'save-search': {
      return askName(state, screen);
    }
    case 'select': {
      return toggleSelecting(state, screen, count);
    }
    case 'make-rule': {
      return askRule(state, screen);
    }
    case 'show-new': {
      return showNews(state, screen);
    }
    case 'unread-only': {
      return toggleUnreadOnly(state, screen);
    }
    case 'next-publication':
    case 'previous-publication': {
      return goToPublication(state, screen, act === 'next-publication' ? 1 : -1);
    }
    case 'sort':
    case 'sort-reversed': {
      return askOrder(state, screen, act === 'sort-reversed');
    }
    case 'mark-above-read':
    case 'mark-below-read': {
      return markPart(state, screen, act === 'mark-above-read' ? 'above' : 'below');
    }
    case 'mark-query-read': {
      return ask(state, 'mark-query');
    }
    case 'density': {
      return cycleDensity(state, screen);
    }
    case 'mark-all-read': {
      return askMarkAll(state, screen);
    }
    default: {
      return undefined;
    }
  }
}

function moved(state: State, screen: ListScreen, row: number, topBy: number): Step {
  if (screen.window.total === 0) return notify(state, 'There is no article here.');
  const [after, effects] = select(state, screen, row, topBy);
  const there = screenOf(after);
  const isMoved = there.kind !== 'list' || there.selected !== screen.selected || there.top !== screen.top;
  return isMoved ? step(after, ...effects) : reachedEnd(state, row < screen.selected || row === 0 ? -1 : 1);
}

function openSelected(state: State, screen: ListScreen): Step {
  const row = selectedRow(screen);
  if (row) return openArticle(state, row.id, row);
  return isOnCard(screen) && cardOf(state, screen)
    ? askSubscribe(state)
    : notify(state, 'There is no article here.');
}

function continueReading(state: State): Step {
  const {unfinished} = state;
  return unfinished
    ? openArticle(state, unfinished.id, unfinished)
    : notify(state, 'Nothing is left half-read.');
}

function askName(state: State, {view}: ListScreen): Step {
  const words = [view.query, view.filter ?? ''].filter(Boolean).join(' ');
  return words === ''
    ? notify(state, `Search for something first with ${keyOf(state, 'find')}, then it can be kept.`)
    : ask(state, 'save-search', words);
}

/** The next density for this list alone. */
function cycleDensity(state: State, screen: ListScreen): Step {
  const name = viewName(screen.whole ?? screen.base);
  const {density: usual, listDensities} = state.settings;
  const chosen = listDensities.find(one => one.endsWith(` ${name}`))?.split(' ')[0];
  // By ear no density is in view to go on from.
  const before = state.isSpoken ? (chosen ?? usual) : layoutOf(state, screen).density;
  const density = DENSITIES[(DENSITIES.findIndex(one => one === before) + 1) % DENSITIES.length] ?? 'airy';
  const others = listDensities.filter(one => !one.endsWith(` ${name}`));
  return changeSettings(state, {listDensities: [...others, `${density} ${name}`]});
}

function askMarkAll(state: State, {view, window}: ListScreen): Step {
  if (window.unread === 0) return notify(state, 'Nothing here is unread.');
  const many = window.unread === 1 ? 'the one unread article' : `all ${window.unread} unread articles`;
  return step({
    ...state,
    overlay: {
      kind: 'confirm',
      question: `Mark ${many} of this list as read?`,
      yes: {kind: 'mark-all-read', view},
    },
  });
}
