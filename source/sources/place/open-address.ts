import {addressKey} from '../../domain/article/address-key.ts';
import {ProblemError, type Problem} from '../../domain/problem.ts';
import type {Fetched} from '../../domain/publication/source.ts';
import {freshUntil} from '../../http/freshness.ts';
import {privateHostIn} from '../../http/failure/failure.ts';
import type {Answer, Reach} from '../../http/http.ts';
import {isPrivateHost} from '../../http/private-address.ts';
import {askPage} from '../discovery/ask-page.ts';
import {FEEDS} from './ask.ts';
import {discoverFeed, type Discovered} from '../discovery/discover.ts';
import type {Document} from '../format/format.ts';
import {formatOf} from '../format/formats.ts';
import {knownFeed} from '../discovery/known-sites.ts';
import {loadFeed} from './load-feed.ts';
import {noLongerFeed} from './no-longer-feed.ts';
import {reachFrom} from './reach-from.ts';
import type {Asked, Surroundings} from '../context.ts';

/**
 * A feed, a site's API, or a page that leads to one. A source that was fetched before stays what it was: a
 * page in place of its feed is a failure, and a feed from elsewhere is marked, so that the library can
 * compare the two.
 */
export async function openAddress(
  source: Asked,
  address: string,
  surroundings: Surroundings,
): Promise<Fetched> {
  const {settings, validators, feedUrl: learned = address} = source;
  const {answer, document, asked, mayDiscover} = await askFirst(source, address, surroundings);
  const isPrivate = answer.isPrivate || isPrivateHost(new URL(address).hostname);
  if (answer.status === 304) {
    return {
      kind: 'unchanged',
      isPrivate,
      validators: {...validators, ...answer.validators},
      ...due(answer, undefined, surroundings),
    };
  }
  const format = formatOf(document);
  if (!format && !mayDiscover) throw noLongerFeed(document);
  const feed: Discovered = format
    ? {answer, document, format}
    : await discoverFeed({document, answer}, {given: address, settings}, surroundings);
  const {isCut, ...loaded} = await loadFeed(feed, source, surroundings);
  const feedUrl =
    format && asked === address
      ? answer.movedTo
      : (feed.answer.movedTo ?? (format ? asked : feed.answer.url));
  const isElsewhere = isFollowed(source) && addressKey(feed.answer.url) !== addressKey(learned);
  return {
    kind: 'loaded',
    isPrivate,
    ...loaded,
    publication: {...loaded.publication, ...(isPrivate && {isPrivate})},
    validators: isCut ? {} : feed.answer.validators,
    ...(feedUrl !== undefined && feedUrl !== address ? {feedUrl} : learned !== address && {feedUrl: address}),
    ...(asked === address && answer.movedTo !== undefined && {movedTo: answer.movedTo}),
    ...(isElsewhere && {isElsewhere}),
    ...(feed.otherFeeds && {otherFeeds: feed.otherFeeds}),
    ...due(feed.answer, loaded.ttl, surroundings),
  };
}

type Asking = Readonly<{answer: Answer; document: Document; asked: string; mayDiscover: boolean}>;

function isFollowed({fetchedAt}: Asked): boolean {
  return fetchedAt !== undefined;
}

/** Asks where the feed was last time, then where such addresses have it, then the address itself. */
async function askFirst(source: Asked, address: string, surroundings: Surroundings): Promise<Asking> {
  const {settings, validators, feedUrl} = source;
  const first = feedUrl ?? knownFeed(address) ?? address;
  const ask = async (url: string) => {
    // A source that nobody has fetched yet is one that the reader typed.
    const {isPrivate = true} = source;
    const reach = url === address ? reachOf(source) : reachFrom({isPrivate, url: address});
    const question = {url, accept: FEEDS, reach, own: {given: address, settings}};
    try {
      return await askPage({...question, ...(url === first && {validators})}, surroundings);
    } catch (error) {
      if (source.isPrivate === false && privateHostIn(error) === new URL(url).hostname)
        throw movedHome(address, error);
      throw error;
    }
  };
  let failure: unknown;
  try {
    const found = await ask(first);
    const isUsual = found.answer.status === 304 || formatOf(found.document) !== undefined;
    if (isUsual || first === address || !isFollowed(source))
      return {...found, asked: first, mayDiscover: !isFollowed(source)};
  } catch (error) {
    if (first === address || !mayBeElsewhere(error, source)) throw error;
    failure = error;
  }
  return askTyped(failure);

  /** 410 on the feed alone means that the site moved it; a place that was learned and fails is unlearned. */
  async function askTyped(failed: unknown): Promise<Asking> {
    const isGone = failed === undefined || GONE.has(problemOf(failed)?.kind ?? '');
    try {
      const found = await ask(address);
      const isFeed = formatOf(found.document) !== undefined;
      if (isFeed || isGone) return {...found, asked: address, mayDiscover: true};
    } catch (error) {
      // The address that the person typed says best what is wrong.
      if (isGone) throw error;
    }
    throw failed;
  }
}

/**
 * An address that the person typed may lie anywhere; a source that was public when it was added must still
 * be, and so must one that was imported.
 */
function reachOf({isPrivate}: Asked): Reach {
  return isPrivate === false ? 'public-only' : 'anywhere';
}

/**
 * A name that was public, or that an imported file brought, leads into the reader's own network: nothing is
 * fetched before she says so.
 */
function movedHome(address: string, cause: unknown): ProblemError {
  const {host} = new URL(address);
  return new ProblemError(
    {
      kind: 'unsafe',
      message: `${host} has a private address, and you have not added it as one, so it was not fetched.`,
      advice: `If that is right, add it again: “inkwell add ${address}”.`,
    },
    {cause},
  );
}

const GONE = new Set(['missing', 'gone']);
/** It is not the place that fails. */
const PASSING = new Set(['offline', 'rate-limited', 'interrupted', 'busy', 'unexpected']);

function mayBeElsewhere(error: unknown, {failures = 0}: Asked): boolean {
  const kind = problemOf(error)?.kind;
  return kind !== undefined && (GONE.has(kind) || (failures > 0 && !PASSING.has(kind)));
}

function problemOf(error: unknown): Problem | undefined {
  return error instanceof ProblemError ? error.problem : undefined;
}

/**
 * The time from which the source may be asked again: not before its answer is stale, nor before its own `ttl`
 * has passed.
 */
function due({headers, askedAt}: Answer, ttl: number | undefined, {now}: Surroundings): {dueAt?: string} {
  const fresh = freshUntil(headers, now()) ?? 0;
  const polite = ttl === undefined ? 0 : askedAt + Math.min(ttl, LONGEST_TTL) * 60_000;
  const time = Math.max(fresh, polite);
  return time > 0 ? {dueAt: new Date(time).toISOString()} : {};
}

/** Minutes. */
const LONGEST_TTL = 24 * 60;
