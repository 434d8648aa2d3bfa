import type {Library, Sources} from '../app/ports.ts';
import {toProblem} from '../domain/problem.ts';
import type {TakenIn} from '../domain/refreshed.ts';
import type {Source} from '../domain/source.ts';
import type {FollowHow} from './calls.ts';

export type Means = Readonly<{library: Library; sources: Pick<Sources, 'open'>}>;

/**
 * Fetches a source into the library: the one place where that is done. A failure leaves what there was and a note;
 * what was stopped leaves nothing.
 */
export async function takeIn(
  {library, sources}: Means,
  source: Source,
  signal: AbortSignal,
): Promise<TakenIn> {
  try {
    signal.throwIfAborted();
    const fetched = await sources.open(source, signal);
    signal.throwIfAborted();
    const {added, changed} = library.store(source.publicationId, fetched);
    return {added, changed, isUnchanged: fetched.kind === 'unchanged'};
  } catch (error) {
    const problem = toProblem(error, source.location);
    if (!signal.aborted) library.noteFailure(source.publicationId, problem, problem.retryAt);
    return {added: 0, changed: 0, isUnchanged: false, problem};
  }
}

/** Follows a location once it could be fetched, and keeps what came. */
export async function followAndKeep(
  {library, sources}: Means,
  location: string,
  how: FollowHow,
  signal: AbortSignal,
): Promise<Source> {
  const fetched = await sources.open({location, settings: how.settings ?? {}, validators: {}}, signal);
  signal.throwIfAborted();
  const source = library.follow(location, how);
  library.store(source.publicationId, fetched);
  return source;
}
