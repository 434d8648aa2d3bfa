import type {Action} from './action.ts';
import {keyOf} from '../overlays/help.ts';
import {inform, noted, notify} from './notices.ts';
import type {Refreshing, State} from './state.ts';
import {screenOf} from './state.ts';
import {libraryChanged} from './library-changes.ts';
import {andThen, step} from './step.ts';
import type {Step} from './step.ts';

type Of<T extends Action['type']> = Extract<Action, {type: T}>;

export function refreshMoved(state: State, {done, total, isQuiet, current}: Of<'refresh-moved'>): Step {
  const next = state.refreshing?.next;
  return step({
    ...state,
    refreshing: {done, total, isQuiet, ...(current !== undefined && {current}), ...(next && {next})},
  });
}

/** The end of a refresh; the one that the reader asked for meanwhile begins. */
export function refreshEnded(state: State, ended: Of<'refresh-ended'>): Step {
  const {refreshing, ...rest} = state;
  const {next} = refreshing ?? {};
  const told = resultOf(rest, ended);
  return next ? andThen(told, after => step(after, next)) : told;
}

/** The result of a refresh in one line; a quiet one reports only new articles. */
function resultOf(rest: State, {added, failed, isQuiet, isOlder}: Of<'refresh-ended'>): Step {
  const isHeldBack = isQuiet && rest.settings.isCalm;
  if (isQuiet && added === 0) return isHeldBack ? libraryChanged(rest) : step(rest);
  const kind = isOlder ? 'older' : 'new';
  const news =
    added === 0
      ? isOlder
        ? 'No older articles were found'
        : 'Nothing new'
      : `${added} ${kind} ${added === 1 ? 'article' : 'articles'}`;
  const [first = '', ...others] = failed;
  const which = others.length === 0 ? first : `${failed.length} sources`;
  const failures =
    failed.length === 0 ? '' : `; ${which} could not be fetched. ${keyOf(rest, 'notices')} says why`;
  const tone = failed.length > 0 ? 'warning' : added > 0 ? 'good' : 'plain';
  const told = (isQuiet ? inform : notify)(rest, `${news}${failures}.`, tone);
  return isHeldBack ? andThen(told, libraryChanged) : told;
}

/** Fetches the sources of the list, or all where it names none. */
export function askRefresh(state: State, isAll = false): Step {
  const which = (isAll ? state.scope : publicationsInView(state)) ?? 'all';
  return begin(state, {kind: 'refresh', which, isQuiet: false});
}

/** Pages of a feed that are asked for at a time. */
const PAGES = 5;

/**
 * Asks for older articles of a list's publications: further pages of their feeds, the next ones with each
 * press.
 */
export function askOlder(state: State, count = PAGES): Step {
  const ids = publicationsInView(state);
  if (!ids?.length)
    return notify(state, 'Open a publication first: older articles are fetched of one at a time.');
  const pages = Math.max(...ids.map(id => state.olderPages[id] ?? 1)) + count;
  const olderPages = {...state.olderPages, ...Object.fromEntries(ids.map(id => [id, pages]))};
  return begin(state, {kind: 'refresh', which: ids, isQuiet: false, pages}, {...state, olderPages});
}

/** Begins a refresh, or lets it wait for the one that nobody asked for. */
function begin(state: State, next: NonNullable<Refreshing['next']>, begun = state): Step {
  const {refreshing} = state;
  if (!refreshing) return step(begun, next);
  return refreshing.isQuiet
    ? notify({...begun, refreshing: {...refreshing, next}}, 'Fetching is under way; yours comes next.')
    : notify(state, 'Fetching is under way.');
}

/** The publications that the list, or this run, names; undefined for all. */
function publicationsInView(state: State): readonly string[] | undefined {
  const screen = screenOf(state);
  return (screen.kind === 'list' ? screen.view.publications : undefined) ?? state.scope;
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

/** True if somebody waits for something that Esc can stop. */
export function isWaitedFor({refreshing, fetching}: State): boolean {
  return fetching !== undefined || refreshing?.isQuiet === false;
}

export function refreshStopped(state: State): Step {
  const {refreshing, fetching: _, ...rest} = state;
  const told = notify(
    rest,
    refreshing ? `Stopped after ${refreshing.done} of ${refreshing.total}.` : 'Stopped.',
  );
  return refreshing?.isQuiet && state.settings.isCalm ? andThen(told, libraryChanged) : told;
}
