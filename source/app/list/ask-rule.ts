import {ask} from '../prompt/ask.ts';
import {keyOf} from '../overlays/help.ts';
import {notify} from '../core/notices.ts';
import {keptQuery} from './search.ts';
import type {ListScreen, State} from '../core/state.ts';
import type {Step} from '../core/step.ts';

/** Asks for the acts of a rule whose query is the search of the list. */
export function askRule(state: State, {view}: ListScreen): Step {
  const query = keptQuery(view);
  return query === ''
    ? notify(state, `Search for something first with ${keyOf(state, 'find')}, then it can become a rule.`)
    : ask(state, 'rule');
}
