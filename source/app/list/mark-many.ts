import {notify} from '../core/notices.ts';
import type {ListScreen, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {selectedRow} from './list.ts';
import {searched} from './search.ts';

/** Marks the list's articles read down to the selected one, itself included, or those below it. */
export function markPart(state: State, screen: ListScreen, side: 'above' | 'below'): Step {
  const id = selectedRow(screen)?.id;
  return id === undefined
    ? notify(state, 'There is no article here.')
    : step(state, {kind: 'mark-all-read', view: screen.view, part: {side, id}});
}

/** Marks the list's articles that match a query. */
export function markMatching(state: State, text: string): Step {
  const screen = screenOf(state);
  if (screen.kind !== 'list' || text === '') return step(state);
  const found = searched(screen.base, [screen.search?.text ?? '', text].join(' ').trim());
  return found.ok
    ? step(state, {kind: 'mark-all-read', view: found.view})
    : notify(state, found.fault.message, 'warning');
}

/** Asks before all that is followed is marked. */
export function askMarkEverything(state: State): Step {
  const among = state.scope ? state.publications.map(({id}) => id) : undefined;
  const unread = state.publications
    .filter(({isListed, isHidden}) => among !== undefined || (isListed && !isHidden))
    .reduce((sum, one) => sum + one.unread, 0);
  if (unread === 0) return notify(state, 'Nothing is unread.');
  const view = {query: '', ...(among && {publications: among})};
  const many = unread === 1 ? 'the one unread article' : `all ${unread} unread articles`;
  return step({
    ...state,
    overlay: {
      kind: 'confirm',
      question: `Mark ${many} of every publication as read?`,
      yes: {kind: 'mark-all-read', view},
    },
  });
}
