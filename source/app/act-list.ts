import {openArticle} from './open-article.ts';
import type {Act} from './keymap.ts';
import {cardOf, lastSelectable, reloadList, select, selectedRow} from './list.ts';
import {layoutOf} from './layout.ts';
import {askSubscribe} from './subscribe.ts';
import type {ListScreen, State} from './state.ts';
import {notify, step, withScreen} from './step.ts';
import type {Step} from './step.ts';

/** The acts of the list. `undefined`: not one of its own. */
export function actInList(
  state: State,
  screen: ListScreen,
  act: Act,
  count: number | undefined,
): Step | undefined {
  const {visibleRows} = layoutOf(state);
  const by = (rows: number, topBy = 0): Step => select(state, screen, screen.selected + rows, topBy);
  const times = count ?? 1;
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
      return select(state, screen, count === undefined ? 0 : count - 1);
    }
    case 'bottom': {
      return select(state, screen, count === undefined ? lastSelectable(state, screen) : count - 1);
    }
    case 'open': {
      return openSelected(state, screen);
    }
    case 'back': {
      return leaveFilter(state, screen);
    }
    case 'density': {
      return cycleDensity(state);
    }
    case 'mark-all-read': {
      return askMarkAll(state, screen);
    }
    default: {
      return undefined;
    }
  }
}

function openSelected(state: State, screen: ListScreen): Step {
  const row = selectedRow(screen);
  if (row) return openArticle(state, row.id, row);
  const isCard = screen.selected === screen.window.total && cardOf(state, screen) !== undefined;
  return isCard ? askSubscribe(state) : step(state);
}

/** `Esc` and `q` first take a search away, then leave. */
function leaveFilter(state: State, screen: ListScreen): Step | undefined {
  const {filter, ...view} = screen.view;
  const isSearched = filter !== undefined || (view.query !== '' && screen.heading === undefined);
  if (!isSearched) return undefined;
  const cleared: ListScreen = {
    ...screen,
    view: {...view, query: screen.heading === undefined ? '' : view.query},
  };
  return step(withScreen(state, cleared), reloadList(state, cleared));
}

function cycleDensity(state: State): Step {
  const order = ['airy', 'compact', 'lines'] as const;
  const next = order[(order.indexOf(layoutOf(state).density) + 1) % order.length] ?? 'airy';
  const settings = {...state.settings, density: next};
  const changed = {...state, settings};
  const screen = changed.trail.at(-1);
  if (screen?.kind !== 'list') return step(changed);
  const [selected, effects] = select(changed, screen, screen.selected);
  return [selected, [...effects, {kind: 'keep-settings', settings}]];
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
