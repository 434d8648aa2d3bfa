import type {ArticleRow} from '../../domain/query/view.ts';
import type {Effect} from './effect.ts';
import {reloadList, selectedRow, withMarks} from '../list/list.ts';
import type {Screen, State} from './state.ts';
import {screenOf} from './state.ts';
import {step, withScreenAt} from './step.ts';
import type {Step} from './step.ts';

/** Every list is read again; what stands on the screen stays where it is. */
export function libraryChanged(state: State): Step {
  const shown = state.trail.flatMap(screen => (screen.kind === 'article' ? [screen.id] : heldId(screen)));
  const lists = state.trail.flatMap(screen =>
    screen.kind === 'list' && !screen.isHeld ? [reloadList(state, screen)] : [],
  );
  return step(
    state,
    ...shelvesAgain(state),
    ...lists,
    ...signupsShown(state),
    ...(shown.length > 0 ? [{kind: 'load-rows', ids: shown} as const] : []),
  );
}

/**
 * Something came in by itself: rows stay where they are, what they say is renewed, and what is new is counted
 * until a key asks for it. An empty list has no row to move.
 */
export function libraryGrew(state: State): Step {
  const lists = state.trail.flatMap((screen): Effect[] => {
    if (screen.kind !== 'list' || screen.isHeld) return [];
    const {key, view, window} = screen;
    return window.total === 0
      ? [reloadList(state, screen)]
      : [{kind: 'count-news', key, view, known: window.total}];
  });
  const shown = screenOf(state);
  const ids =
    shown.kind === 'list' ? shown.window.rows.map(({id}) => id) : shown.kind === 'article' ? [shown.id] : [];
  return step(
    state,
    ...shelvesAgain(state),
    ...lists,
    ...(ids.length > 0 ? [{kind: 'load-rows', ids, isUnasked: true} as const] : []),
    ...signupsShown(state),
  );
}

/** New articles of a list were counted; those of a list that has gone are nobody's. */
export function newsCounted(state: State, key: number, news: number): Step {
  const list = state.trail.find(screen => screen.key === key);
  if (list?.kind !== 'list' || (list.news ?? 0) === news) return step(state);
  const {news: _, ...bare} = list;
  return step(withScreenAt(state, {...bare, ...(news > 0 && {news})}));
}

/** The marks of some articles are others now. */
export function marked(state: State, rows: readonly ArticleRow[], isUnasked = false): Step {
  const lists: Effect[] = state.trail.flatMap(screen =>
    screen.kind === 'list' &&
    !isUnasked &&
    !rows.every(({id}) => screen.window.rows.some(row => row.id === id))
      ? [reloadList(state, screen)]
      : [],
  );
  const [first, ...rest] = state.trail;
  const renewed = (screen: Screen): Screen => withRows(screen, rows);
  return step({...state, trail: [renewed(first), ...rest.map(renewed)]}, ...shelvesAgain(state), ...lists);
}

/** The publications, and where they are on the screen the accounts too: what waits there has changed. */
function shelvesAgain(state: State): readonly Effect[] {
  const hasAccounts = screenOf(state).kind === 'publications' && state.accounts?.length;
  return [{kind: 'load-publications'}, ...(hasAccounts ? [{kind: 'load-accounts'} as const] : [])];
}

function signupsShown({overlay}: State): readonly Effect[] {
  const isShown = overlay?.kind === 'signups' || overlay?.kind === 'subscribe';
  return isShown ? [{kind: 'load-signups'}] : [];
}

function withRows(screen: Screen, rows: readonly ArticleRow[]): Screen {
  if (screen.kind === 'list') return withMarks(screen, rows);
  if (screen.kind !== 'article') return screen;
  const row = rows.find(({id}) => id === screen.id);
  return row ? {...screen, row} : screen;
}

function heldId(screen: Screen): string[] {
  const id = screen.kind === 'list' && screen.isHeld ? selectedRow(screen)?.id : undefined;
  return id === undefined ? [] : [id];
}
