import {addressKey} from '../domain/article/address-key.ts';
import {isImap, isOnTheWeb} from '../domain/publication/location.ts';
import type {Library} from '../ports/library.ts';
import type {Sources} from '../ports/fetching.ts';
import {ProblemError, toProblem} from '../domain/problem.ts';
import type {TakenIn} from '../domain/article/refreshed.ts';
import type {Fetched, FetchedSource, Part, Followed, Source, Taken} from '../domain/publication/source.ts';
import type {Brought, FollowHow} from './calls.ts';
import {followSignups, withAwaited} from './follow-signups.ts';
import {keepProgress, placeLetters} from './place-letters.ts';

export type Means = Readonly<{library: Library; sources: Pick<Sources, 'open'>}>;

/**
 * Fetches a source into the library: the one place where that is done. A failure leaves what there was and a
 * note; what was stopped leaves nothing.
 */
export async function ingestSource(
  {library, sources}: Means,
  source: Source,
  signal: AbortSignal,
): Promise<TakenIn> {
  try {
    signal.throwIfAborted();
    const [fetched, before] = await openSame({library, sources}, source, signal);
    return await withMarks(library, source, fetched, keep(library, source, fetched, before), signal);
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
  const [fetched, before] = await openSame({library, sources}, source, signal);
  const isSmall = fetched.kind === 'unchanged' || (!fetched.parts && fetched.articles.length <= SMALL);
  if (isSmall && !isImap(source.location)) return {kind: 'prepared', fetched: library.prepare(fetched)};
  const taken = keep(library, source, fetched, before);
  return {kind: 'kept', taken: await withMarks(library, source, fetched, taken, signal)};
}

/** Sends what waits for a mailbox. What was read counts, also where marks could not be sent. */
async function withMarks(
  library: Library,
  source: Source,
  fetched: Fetched,
  taken: TakenIn,
  signal: AbortSignal,
): Promise<TakenIn> {
  if (!isImap(source.location)) return taken;
  const {sendMailMarks} = await import('./mail-marks.ts');
  const problem = await sendMailMarks(library, source, fetched, signal);
  if (!problem) return taken;
  library.noteFailure(source.publicationId, problem);
  return {...taken, problem};
}

/**
 * Opens a source, unless a redirect or a page led to somebody else's feed. Returns also what was stored while
 * it was read.
 */
async function openSame(
  {library, sources}: Means,
  source: Source,
  signal: AbortSignal,
): Promise<readonly [fetched: Fetched, stored: Stored]> {
  const isListed = library.publication(source.publicationId)?.isListed === true;
  const stored = {added: 0, changed: 0};
  const take = (parts: readonly Part[], so: Taken): void => {
    const {added, changed} = storeTaken(library, source, parts, so);
    stored.added += added;
    stored.changed += changed;
  };
  const asked = withAwaited(library, source);
  const fetched = await sources.open({...asked, ...(isListed && {take})}, signal);
  signal.throwIfAborted();
  if (fetched.kind === 'unchanged' || !fetched.isElsewhere) return [fetched, stored];
  if (library.isSamePublication(source.publicationId, fetched)) return [fetched, stored];
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

function keep(
  library: Library,
  source: Source,
  fetched: Fetched,
  before: Stored = {added: 0, changed: 0},
): TakenIn {
  const parts = fetched.kind === 'loaded' ? fetched.parts : undefined;
  const isFollowed = parts !== undefined && library.publication(source.publicationId)?.isListed === true;
  const stored =
    fetched.kind === 'loaded' && isFollowed
      ? storeMailbox(library, source, fetched)
      : library.store(source.publicationId, fetched);
  return {
    added: before.added + stored.added,
    changed: before.changed + stored.changed,
    isUnchanged: fetched.kind === 'unchanged',
  };
}

/** Stores each newsletter of a mailbox, and of the mailbox itself what was read of it. */
function storeMailbox(
  library: Library,
  {publicationId, location}: Source,
  fetched: Fetched & {kind: 'loaded'},
): Stored {
  const stored = storeParts(library, location, fetched.parts ?? []);
  library.store(publicationId, {...fetched, articles: []});
  followSignups(library, {confirmations: fetched.confirmations ?? []});
  return stored;
}

/** Stores letters while others are read: a visit that is cut off then goes on behind them. */
function storeTaken(
  library: Library,
  {publicationId, location}: Source,
  parts: readonly Part[],
  {confirmations, validator}: Taken,
): Stored {
  const stored = storeParts(library, location, parts);
  followSignups(library, {confirmations});
  if (validator !== undefined) keepProgress(library, publicationId, validator);
  return stored;
}

type Stored = Readonly<{added: number; changed: number}>;

/**
 * Stores each part as a publication of its own, in one transaction; one that the reader has removed stays
 * away.
 */
function storeParts(library: Library, mailbox: string, parts: readonly Part[]): Stored {
  const wanted: FetchedSource[] = [];
  for (const {location, folder, fetched} of parts) {
    const before = fetched.kind === 'loaded' ? library.publication(fetched.publication.id) : undefined;
    if (before && !before.isListed) continue;
    const publicationId = before?.id ?? library.follow(location, {isListed: true, folder}).publicationId;
    wanted.push({publicationId, fetched: library.prepare(fetched)});
  }
  const stored = library.storeAll(wanted);
  if (isImap(mailbox)) placeLetters(library, mailbox, parts);
  followSignups(library, {parts});
  return {
    added: stored.reduce((sum, {added}) => sum + added, 0),
    changed: stored.reduce((sum, {changed}) => sum + changed, 0),
  };
}

/** Follows a location once it could be fetched, and keeps what came. */
export async function followAndStore(
  {library, sources}: Means,
  location: string,
  {secret, ...how}: FollowHow,
  signal: AbortSignal,
): Promise<Followed> {
  const fetched = await sources.open(
    {
      location,
      settings: how.settings ?? {},
      validators: {},
      ...(secret && {secret}),
      // A mailbox is followed as soon as letters were read there.
      take: (parts, so) => void storeTaken(library, library.follow(location, how), parts, so),
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

/**
 * The followed source of the same feed: by its home page, by http or https, with or without a slash, or where
 * it moved to.
 */
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
