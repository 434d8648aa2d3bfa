import pLimit from 'p-limit';
import type {Effect} from '../app/effect.ts';
import {isOnTheWeb} from '../domain/location.ts';
import {toProblem} from '../domain/problem.ts';
import type {Source} from '../domain/source.ts';
import type {Dispatch} from '../app/store.ts';
import type {World} from './world.ts';

type Refresh = Extract<Effect, {kind: 'refresh'}>;

/** Fetches sources, some at a time, each into a transaction of its own. The list follows as each comes in. */
export async function refresh(
  world: World,
  {which, isQuiet}: Refresh,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const wanted = world.library
    .sources()
    .filter(
      source =>
        which === 'all' || (which === 'due' ? world.isDue(source) : which.includes(source.publicationId)),
    );
  const others =
    typeof which === 'string'
      ? []
      : which.flatMap(id =>
          wanted.some(one => one.publicationId === id) ? [] : (world.library.source(id) ?? []),
        );
  const all = [...wanted, ...others];
  // Folders are read offline too.
  const sources = world.isOffline ? all.filter(source => !isOnTheWeb(source)) : all;
  if (sources.length === 0) {
    if (world.isOffline && !isQuiet)
      dispatch({type: 'notice', text: 'Offline: nothing is fetched.', tone: 'plain'});
    return;
  }
  const atOnce = pLimit(world.concurrency);
  let done = 0;
  let added = 0;
  let failed = 0;
  const total = sources.length;
  const moved = (source: Source | undefined): void =>
    dispatch({type: 'refresh-moved', done, total, isQuiet, current: nameOf(world, source)});
  moved(sources[0]);
  await Promise.all(
    sources.map(source =>
      atOnce(async () => {
        if (signal.aborted) return;
        const news = await refreshOne(world, source, dispatch, signal);
        if (signal.aborted) return;
        done++;
        if (news === undefined) failed++;
        // What is opened for the first time is not news.
        else if (!isQuiet || source.fetchedAt !== undefined) added += news;
        moved(source);
      }),
    ),
  );
  if (signal.aborted) return;
  dispatch({type: 'refresh-ended', added, failed, isQuiet});
  if (failed < sources.length && sources.some(isOnTheWeb)) offerWishes(world, dispatch);
}

/** Wishes that were made offline are offered as soon as something could be fetched; the reader sends them. */
function offerWishes({library}: World, dispatch: Dispatch): void {
  const count = library.signups().filter(({state}) => state === 'waiting').length;
  if (count > 0) dispatch({type: 'wishes-wait', count});
}

/** How many articles are new; undefined when it failed, which changes nothing but a note. */
async function refreshOne(
  world: World,
  source: Source,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<number | undefined> {
  const {library} = world;
  try {
    const fetched = await (await world.sources()).open(source, signal);
    if (signal.aborted) return 0;
    const {added, changed} = library.store(source.publicationId, fetched);
    if (added + changed > 0 || fetched.kind === 'loaded') dispatch({type: 'library-changed'});
    return added;
  } catch (error) {
    if (signal.aborted) return 0;
    const problem = toProblem(error, source.location);
    library.noteFailure(source.publicationId, problem, problem.retryAt);
    dispatch({type: 'refresh-failed', publicationId: source.publicationId, problem});
    return undefined;
  }
}

function nameOf({library}: World, source: Source | undefined): string {
  return (source && library.publication(source.publicationId)?.title) || (source?.location ?? '');
}
