import type {Action} from './action.ts';
import type {State} from './state.ts';
import {notify, step} from './step.ts';
import type {Step} from './step.ts';

/** What a refresh has brought, in one line; a quiet one speaks only of news. */
export function refreshEnded(
  state: State,
  {added, failed, isQuiet}: Extract<Action, {type: 'refresh-ended'}>,
): Step {
  const {refreshing: _, ...rest} = state;
  if (isQuiet && added === 0) return step(rest);
  const news = added === 0 ? 'Nothing new' : added === 1 ? '1 new article' : `${added} new articles`;
  if (failed === 0) return notify(rest, `${news}.`, added > 0 ? 'good' : 'plain');
  const failures =
    failed === 1 ? 'one source could not be fetched' : `${failed} sources could not be fetched`;
  return notify(rest, `${news}; ${failures}.`, 'warning');
}
