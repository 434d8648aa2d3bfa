import {addressKey} from '../domain/article/address-key.ts';
import {isImap, isOnTheWeb} from '../domain/publication/location.ts';
import type {Library} from '../ports/library.ts';
import type {Sources} from '../ports/fetching.ts';
import {ProblemError, toProblem} from '../domain/problem.ts';
import type {TakenIn} from '../domain/article/refreshed.ts';
import type {Fetched, Followed, Source} from '../domain/publication/source.ts';
import type {Brought, FollowHow} from './calls.ts';
import {followSignups, withAwaited} from './follow-signups.ts';

export type Means = Readonly<{library: Library; sources: Pick<Sources, 'open'>}>;

/**
 * Fetches a source into the library: the one place where that is done. A failure leaves what there was and a note;
 * what was stopped leaves nothing.
 */
export async function ingestSource(
  {library, sources}: Means,
  source: Source,
  signal: AbortSignal,
): Promise<TakenIn> {
  try {
    signal.throwIfAborted();
    const fetched = await openSame({library, sources}, source, signal);
    return keep(library, source, fetched);
  } catch (error) {
    const problem = toProblem(error, source.location);
    if (!signal.aborted) library.noteFailure(source.publicationId, problem, problem.retryAt);
    return {added: 0, changed: 0, isUnchanged: false, problem};
  }
}

/** Articles up to which a source is brought whole: it is one transaction, and not much to hold in memory. */
const SMALL = 100;

/** Fetches a source for another thread to keep, unless it is large. Failures are for that thread to note. */
export async function bring(
  {library, sources}: Means,
  source: Source,
  signal: AbortSignal,
): Promise<Brought> {
  const fetched = await openSame({library, sources}, source, signal);
  if (fetched.kind === 'unchanged' || (!fetched.parts && fetched.articles.length <= SMALL))
    return {kind: 'prepared', fetched: library.prepare(fetched)};
  return {kind: 'kept', taken: keep(library, source, fetched)};
}

/** Opens a source, unless a redirect or a page led to somebody else's feed. */
async function openSame({library, sources}: Means, source: Source, signal: AbortSignal): Promise<Fetched> {
  const fetched = await sources.open(withAwaited(library, source), signal);
  signal.throwIfAborted();
  if (fetched.kind === 'unchanged' || !fetched.isElsewhere) return fetched;
  if (library.isSamePublication(source.publicationId, fetched)) return fetched;
  const {title} = fetched.publication;
  const where = fetched.movedTo ?? fetched.feedUrl;
  throw new ProblemError({
    kind: 'unsupported',
    message: `The address leads to another publication now: “${title}”.`,
    advice:
      where === undefined
        ? 'It is asked again; nothing of the other one was stored.'
        : `It is asked again. If you want to follow the other one: inkwell add ${where}`,
  });
}

function keep(library: Library, source: Source, fetched: Fetched): TakenIn {
  const parts = fetched.kind === 'loaded' ? fetched.parts : undefined;
  const isFollowed = parts !== undefined && library.publication(source.publicationId)?.isListed === true;
  const stored =
    fetched.kind === 'loaded' && isFollowed
      ? storeParts(library, source, fetched)
      : library.store(source.publicationId, fetched);
  return {...stored, isUnchanged: fetched.kind === 'unchanged'};
}

/** Stores each part as a publication of its own; one that the reader has removed stays away. */
function storeParts(
  library: Library,
  {publicationId}: Source,
  fetched: Fetched & {kind: 'loaded'},
): {added: number; changed: number} {
  const stored = {added: 0, changed: 0};
  for (const {location, folder, fetched: part} of fetched.parts ?? []) {
    const before = part.kind === 'loaded' ? library.publication(part.publication.id) : undefined;
    if (before && !before.isListed) continue;
    const {publicationId: id} = before
      ? {publicationId: before.id}
      : library.follow(location, {isListed: true, folder});
    const {added, changed} = library.store(id, part);
    stored.added += added;
    stored.changed += changed;
  }
  library.store(publicationId, {...fetched, articles: []});
  followSignups(library, fetched);
  return stored;
}

/** Follows a location once it could be fetched, and keeps what came. */
export async function followAndStore(
  {library, sources}: Means,
  location: string,
  {password, ...how}: FollowHow,
  signal: AbortSignal,
): Promise<Followed> {
  const fetched = await sources.open(
    {
      location,
      settings: how.settings ?? {},
      validators: {},
      ...(password !== undefined && {password}),
    },
    signal,
  );
  signal.throwIfAborted();
  const same = followedSame(library, location, fetched);
  const others = fetched.kind === 'loaded' && fetched.otherFeeds ? {otherFeeds: fetched.otherFeeds} : {};
  if (same) return {...library.follow(same.location, how), ...others};
  const source = library.follow(location, {
    ...how,
    ...(fetched.isPrivate !== undefined && {isPrivate: fetched.isPrivate}),
  });
  keep(library, source, fetched);
  return {...source, ...others};
}

/** The followed source of the same feed: by its home page, by http or https, with or without a slash, or where it moved to. */
function followedSame(library: Library, location: string, fetched: Fetched): Source | undefined {
  // Two people may have a folder of one name at one server.
  if (fetched.kind === 'unchanged' || !isOnTheWeb({location}) || isImap(location)) return undefined;
  const feed = addressKey(fetched.feedUrl ?? location);
  return library
    .sources()
    .find(
      source =>
        source.location !== location &&
        isOnTheWeb(source) &&
        !isImap(source.location) &&
        (addressKey(source.feedUrl ?? source.location) === feed || addressKey(source.location) === feed),
    );
}
