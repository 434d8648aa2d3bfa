import type {Snippet} from '../../domain/query/view.ts';
import type {Effect} from '../core/effect.ts';
import {layoutOf} from '../core/layout.ts';
import type {ListScreen, State} from '../core/state.ts';
import {step, withScreenAt} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Rows of a search show where the words stand; these are the rows of which it is not known yet. */
export function snippetsOf(state: State, screen: ListScreen): readonly Effect[] {
  const {key, window, top, view} = screen;
  if (view.query === '' || layoutOf(state).excerptLines === 0) return [];
  const known = snippetsFor(screen);
  const {visibleRows} = layoutOf(state);
  const isNear = (row: number): boolean => row >= top - visibleRows && row < top + 3 * visibleRows;
  const ids = window.rows
    .filter(({id}, index) => isNear(window.offset + index) && !(id in known))
    .map(({id}) => id);
  return ids.length === 0 ? [] : [{kind: 'find-snippets', key, query: view.query, ids}];
}

/** The snippets of the query that the list shows now. */
export function snippetsFor({snippets, view}: ListScreen): Readonly<Record<string, Snippet>> {
  return snippets?.query === view.query ? snippets.of : {};
}

export function snippetsFound(
  state: State,
  key: number,
  query: string,
  found: Readonly<Record<string, Snippet>>,
): Step {
  const screen = state.trail.find(one => one.key === key);
  if (screen?.kind !== 'list' || screen.view.query !== query) return step(state);
  return step(withScreenAt(state, {...screen, snippets: {query, of: {...snippetsFor(screen), ...found}}}));
}
