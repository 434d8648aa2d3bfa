import pLimit from 'p-limit';
import type {Effect} from '../app/effect.ts';
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
  if (world.isOffline) {
    if (!isQuiet) dispatch({type: 'notice', text: 'Offline: nothing is fetched.', tone: 'plain'});
    return;
  }
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
  const sources = [...wanted, ...others];
  if (sources.length === 0) return;
  const atOnce = pLimit(world.concurrency);
  let done = 0;
  let added = 0;
  let failed = 0;
  dispatch({type: 'refresh-moved', done, total: sources.length, current: nameOf(world, sources[0])});
  await Promise.all(
    sources.map(source =>
      atOnce(async () => {
        if (signal.aborted) return;
        const news = await refreshOne(world, source, dispatch, signal);
        if (signal.aborted) return;
        done++;
        if (news === undefined) failed++;
        else added += news;
        dispatch({type: 'refresh-moved', done, total: sources.length, current: nameOf(world, source)});
      }),
    ),
  );
  if (!signal.aborted) dispatch({type: 'refresh-ended', added, failed, isQuiet});
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

/** Follows a source from now on; it is opened as soon as it has been fetched. */
export async function addSource(
  world: World,
  location: string,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const {library} = world;
  dispatch({type: 'notice', text: `Fetching ${location}`, tone: 'plain'});
  const fetched = await (await world.sources()).open({location, settings: {}, validators: {}}, signal);
  if (signal.aborted || fetched.kind !== 'loaded') return;
  const source = library.follow(location, {isListed: true});
  library.store(source.publicationId, fetched);
  dispatch({type: 'library-changed'});
  dispatch({type: 'opened-list', view: {publications: [source.publicationId], query: ''}});
  dispatch({type: 'notice', text: `Added ${fetched.publication.title}.`, tone: 'good', canUndo: true});
}

export function unfollow(
  {library}: World,
  {publicationId, title}: Extract<Effect, {kind: 'unfollow'}>,
  dispatch: Dispatch,
): void {
  library.unfollow(publicationId);
  dispatch({type: 'library-changed'});
  dispatch({type: 'notice', text: `Removed ${title}.`, tone: 'plain', canUndo: true});
}
