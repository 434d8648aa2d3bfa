import type {ArticleRow} from '../../domain/query/view.ts';
import type {Action} from '../core/action.ts';
import type {Effect} from '../core/effect.ts';
import {notify} from '../core/notices.ts';
import type {ArticleScreen, ListScreen, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {andThen, step, withScreenAt} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {entered, exchanged} from '../core/trail.ts';
import {listBelow, openArticle} from '../article/open-article.ts';
import {keepPlace} from '../article/reading.ts';
import {publicationsInOrder} from '../publications/shelves.ts';
import {loadList, publicationOf, reloadList, selectedRow} from './list.ts';
import {openedList} from './unread-only.ts';

type By = 1 | -1 | 'any';

/**
 * Looks for the next or previous unread article of the list, or any of it; at its end that of the next
 * publication.
 */
export function goUnread(state: State, by: By): Step {
  const screen = screenOf(state);
  const list = listBelow(state);
  const afterId = screen.kind === 'article' ? screen.id : list && selectedRow(list)?.id;
  return step(state, find(list?.view ?? {query: ''}, by, afterId));
}

/** An unread article was found, or the list has none: then the next publication is gone to. */
export function unreadFound(
  state: State,
  {by, row, isCrossed}: Extract<Action, {type: 'unread-found'}>,
): Step {
  if (row) return land(state, row);
  const list = listBelow(state);
  const next = list && !isCrossed && neighbour(state, list, by === -1 ? -1 : 1);
  if (!next) return notify(state, 'Nothing unread is left here.');
  const screen = screenOf(state);
  const chosen = openedList(state, screen.kind === 'list' ? state.nextKey : list.key, next);
  const counted = {...state, nextKey: state.nextKey + 1};
  const there = screen.kind === 'list' ? exchanged(counted, chosen) : withScreenAt(counted, chosen);
  return step(there, loadList(there, chosen), {...find(chosen.view, by), isCrossed: true});
}

/** The list of the next or previous publication that has unread articles, in place of this one. */
export function goToPublication(state: State, list: ListScreen, by: 1 | -1): Step {
  const view = neighbour(state, list, by);
  if (!view) return notify(state, 'No other publication has unread articles.');
  const opened = openedList(state, state.nextKey, view);
  const base = {...state, nextKey: state.nextKey + 1};
  // From a list of several the way back is kept.
  const there = publicationOf(state, list) ? exchanged(base, opened) : entered(base, opened);
  return step(there, loadList(there, opened));
}

function neighbour(state: State, list: ListScreen, by: 1 | -1): ListScreen['view'] | undefined {
  const all = publicationsInOrder(state).filter(({isHidden}) => !isHidden);
  const current = publicationOf(state, list)?.id;
  const at = all.findIndex(({id}) => id === current);
  if (at < 0 && list.view.publications !== undefined && list.view.publications.length > 1) return undefined;
  const around =
    by > 0
      ? [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))]
      : [...all.slice(0, Math.max(0, at)).reverse(), ...all.slice(at + 1).reverse()];
  const next = around.find(({unread}) => unread > 0);
  return next && {publications: [next.id], query: ''};
}

function find(view: ListScreen['view'], by: By, afterId?: string): Extract<Effect, {kind: 'find-unread'}> {
  return {kind: 'find-unread', view, by, ...(afterId !== undefined && {afterId})};
}

/** Selects the article in the list, or opens it in place of the open one. */
function land(state: State, row: ArticleRow): Step {
  const screen = screenOf(state);
  const list = listBelow(state);
  const opened = screen.kind === 'article' ? inPlace(state, screen, row) : step(state);
  return andThen(opened, after =>
    step(after, ...(list ? [{...reloadList(after, list), selectedId: row.id}] : [])),
  );
}

function inPlace(state: State, screen: ArticleScreen, row: ArticleRow): Step {
  return andThen(step(state, ...keepPlace(state, screen)), after => openArticle(after, row.id, row, true));
}
