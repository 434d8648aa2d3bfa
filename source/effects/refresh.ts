import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import {isOnTheWeb} from '../domain/publication/location.ts';
import type {Source} from '../domain/publication/source.ts';
import {afterRefresh, OFFLINE, refresh as fetchSources, sourcesToRefresh} from '../services/refresh.ts';
import {servicesOf, type EffectContext} from './context.ts';

type Refresh = Extract<Effect, {kind: 'refresh'}>;

/** Fetches sources in the worker; the list follows as they arrive. */
export async function refresh(
  context: EffectContext,
  {which, isQuiet}: Refresh,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const {sources, skipped} = sourcesToRefresh(which, context, context.refreshInterval());
  if (sources.length === 0) {
    if (skipped > 0 && !isQuiet) dispatch({type: 'notice', text: OFFLINE.message, tone: 'plain'});
    return;
  }
  let done = 0;
  let added = 0;
  const failed: string[] = [];
  const total = sources.length;
  const moved = (source: Source | undefined): void =>
    dispatch({type: 'refresh-moved', done, total, isQuiet, current: nameOf(context, source)});
  const news = gathered(() => dispatch({type: 'library-changed'}));
  moved(sources[0]);
  await fetchSources(
    sources,
    context,
    ({source, problem, isUnchanged, ...fetched}) => {
      done++;
      if (problem) failed.push(nameOf(context, source));
      // Articles of a source that is opened for the first time are not news.
      else if (!isQuiet || source.fetchedAt !== undefined) added += fetched.added;
      if (problem) dispatch({type: 'refresh-failed', publicationId: source.publicationId, problem});
      else if (!isUnchanged) news.come();
      moved(source);
    },
    signal,
  );
  news.end();
  if (signal.aborted) return;
  dispatch({type: 'refresh-ended', added, failed, isQuiet});
  if (failed.length < sources.length && sources.some(isOnTheWeb)) offerReminders(context, dispatch);
  await afterRefresh(
    sources,
    servicesOf(context, () => {}),
    signal,
  );
}

/** Milliseconds between two reloads of the list while many sources arrive. */
const PAUSE = 100;

/** Reports the first news at once, and further ones together after a pause. */
function gathered(report: () => void): {come: () => void; end: () => void} {
  let timer: NodeJS.Timeout | undefined;
  let hasMore = false;
  const come = (): void => {
    hasMore = timer !== undefined;
    if (hasMore) return;
    report();
    timer = setTimeout(() => {
      timer = undefined;
      if (hasMore) come();
    }, PAUSE);
  };
  const end = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (hasMore) report();
  };
  return {come, end};
}

/** Offers waiting sign-ups as soon as the network answers; the reader sends them. */
function offerReminders({library}: EffectContext, dispatch: Dispatch): void {
  const count = library.signups().filter(({state}) => state === 'waiting').length;
  if (count > 0) dispatch({type: 'wishes-wait', count});
}

function nameOf({library}: EffectContext, source: Source | undefined): string {
  return (source && library.publication(source.publicationId)?.title) || (source?.location ?? '');
}
