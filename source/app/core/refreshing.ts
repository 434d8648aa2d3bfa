import type {Action} from './action.ts';
import {keyOf} from '../overlays/help.ts';
import {inform, noted, notify} from './notices.ts';
import type {State} from './state.ts';
import {step} from './step.ts';
import type {Step} from './step.ts';

type Of<T extends Action['type']> = Extract<Action, {type: T}>;

export function refreshMoved(state: State, {done, total, isQuiet, current}: Of<'refresh-moved'>): Step {
  return step({...state, refreshing: {done, total, isQuiet, ...(current !== undefined && {current})}});
}

/** The result of a refresh in one line; a quiet one reports only new articles. */
export function refreshEnded(state: State, {added, failed, isQuiet}: Of<'refresh-ended'>): Step {
  const {refreshing: _, ...rest} = state;
  if (isQuiet && added === 0) return step(rest);
  const news = added === 0 ? 'Nothing new' : added === 1 ? '1 new article' : `${added} new articles`;
  const [first = '', ...others] = failed;
  const which = others.length === 0 ? first : `${failed.length} sources`;
  const failures =
    failed.length === 0 ? '' : `; ${which} could not be fetched. ${keyOf(state, 'notices')} says why`;
  const tone = failed.length > 0 ? 'warning' : added > 0 ? 'good' : 'plain';
  return (isQuiet ? inform : notify)(rest, `${news}${failures}.`, tone);
}

/** A source that failed: marked where it stands, and the reason is kept among the messages. */
export function refreshFailed(state: State, {publicationId, problem}: Of<'refresh-failed'>): Step {
  const problems = {...state.problems, [publicationId]: problem};
  const title = state.publications.find(({id}) => id === publicationId)?.title ?? 'A source';
  return step(noted({...state, problems}, `${title}: ${problem.message}`, 'warning'));
}

/** Stops what takes long, whoever began it. */
export function cancel(state: State): Step {
  return state.refreshing || state.fetching !== undefined
    ? step(state, {kind: 'cancel'})
    : notify(state, 'Nothing is running.');
}

/** Whether somebody waits for something that Esc can stop. */
export function isWaitedFor({refreshing, fetching}: State): boolean {
  return fetching !== undefined || refreshing?.isQuiet === false;
}

export function refreshStopped(state: State): Step {
  const {refreshing, fetching: _, ...rest} = state;
  return notify(rest, refreshing ? `Stopped after ${refreshing.done} of ${refreshing.total}.` : 'Stopped.');
}
