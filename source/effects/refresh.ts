import type {Effect} from '../app/core/effect.ts';
import {isFetchable, isOnTheWeb} from '../domain/publication/location.ts';
import type {Source} from '../domain/publication/source.ts';
import type {Dispatch} from '../app/core/store.ts';
import {fetchAhead} from './fetch-ahead.ts';
import type {EffectContext} from './context.ts';

type Refresh = Extract<Effect, {kind: 'refresh'}>;

/** Fetches sources, some at a time, in the other thread. The list follows as they come in. */
export async function refresh(
  context: EffectContext,
  {which, isQuiet}: Refresh,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const wanted = context.library
    .sources()
    .filter(isFetchable)
    .filter(
      source =>
        which === 'all' || (which === 'due' ? context.isDue(source) : which.includes(source.publicationId)),
    );
  const others =
    typeof which === 'string'
      ? []
      : which.flatMap(id =>
          wanted.some(one => one.publicationId === id) ? [] : (context.library.source(id) ?? []),
        );
  const all = [...wanted, ...others];
  // Folders are read offline too.
  const sources = context.isOffline ? all.filter(source => !isOnTheWeb(source)) : all;
  if (sources.length === 0) {
    if (context.isOffline && !isQuiet)
      dispatch({type: 'notice', text: 'Offline: nothing is fetched.', tone: 'plain'});
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
  const ingest = await context.ingest();
  await ingest.refresh(
    sources,
    ({source, problem, isUnchanged, ...brought}) => {
      done++;
      if (problem) failed.push(nameOf(context, source));
      // What is opened for the first time is not news.
      else if (!isQuiet || source.fetchedAt !== undefined) added += brought.added;
      if (problem) dispatch({type: 'refresh-failed', publicationId: source.publicationId, problem});
      else if (!isUnchanged) news.come();
      moved(source);
    },
    signal,
  );
  news.end();
  if (signal.aborted) return;
  dispatch({type: 'refresh-ended', added, failed, isQuiet});
  if (failed.length < sources.length && sources.some(isOnTheWeb)) offerWishes(context, dispatch);
  // For what nobody waits for: it is tried again after the next refresh.
  await ingest.maintain(context.retention).catch(() => {});
  await fetchAhead(context, sources.filter(isOnTheWeb), signal);
}

/** Milliseconds between two looks at the library while much comes in. */
const PAUSE = 100;

/** The first news is told at once, what follows soon after it together. */
function gathered(tell: () => void): {come: () => void; end: () => void} {
  let timer: NodeJS.Timeout | undefined;
  let hasMore = false;
  const come = (): void => {
    hasMore = timer !== undefined;
    if (hasMore) return;
    tell();
    timer = setTimeout(() => {
      timer = undefined;
      if (hasMore) come();
    }, PAUSE);
  };
  const end = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (hasMore) tell();
  };
  return {come, end};
}

/** Wishes that were made offline are offered as soon as something could be fetched; the reader sends them. */
function offerWishes({library}: EffectContext, dispatch: Dispatch): void {
  const count = library.signups().filter(({state}) => state === 'waiting').length;
  if (count > 0) dispatch({type: 'wishes-wait', count});
}

function nameOf({library}: EffectContext, source: Source | undefined): string {
  return (source && library.publication(source.publicationId)?.title) || (source?.location ?? '');
}
