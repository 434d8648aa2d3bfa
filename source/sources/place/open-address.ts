import {ProblemError} from '../../domain/problem.ts';
import type {Fetched} from '../../domain/publication/source.ts';
import {freshUntil} from '../../http/freshness.ts';
import {privateHostIn} from '../../http/failure.ts';
import type {Answer, Reach} from '../../http/http.ts';
import {isPrivateHost} from '../../http/private-address.ts';
import {askPage} from './ask-page.ts';
import {FEEDS} from './ask.ts';
import {discoverFeed, type Discovered} from './discover.ts';
import type {Document} from '../format/format.ts';
import {formatOf} from '../format/formats.ts';
import {knownFeed} from './known-sites.ts';
import {loadFeed} from './load-feed.ts';
import {reachFrom} from './reach-from.ts';
import {settingsAt} from './settings-at.ts';
import type {Asked, Surroundings} from '../context.ts';

/** A feed, a site's API, or a page that leads to one. */
export async function openAddress(
  source: Asked,
  address: string,
  surroundings: Surroundings,
): Promise<Fetched> {
  const {settings, validators} = source;
  const {answer, document, asked} = await askFirst(source, address, surroundings);
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
  const feed: Discovered = format
    ? {answer, document, format}
    : await discoverFeed(document, {given: address, settings}, surroundings);
  const loaded = await loadFeed(feed, source, surroundings);
  const feedUrl =
    format && asked === address
      ? answer.movedTo
      : (feed.answer.movedTo ?? (format ? asked : feed.answer.url));
  return {
    kind: 'loaded',
    isPrivate,
    ...loaded,
    publication: {...loaded.publication, ...(isPrivate && {isPrivate})},
    validators: feed.answer.validators,
    ...(feedUrl !== undefined && feedUrl !== address && {feedUrl}),
    ...(asked === address && answer.movedTo !== undefined && {movedTo: answer.movedTo}),
    ...due(feed.answer, loaded.ttl, surroundings),
  };
}

type Asking = Readonly<{answer: Answer; document: Document; asked: string}>;

/** Where the feed was last time, then where such addresses have it, then the address itself. */
async function askFirst(source: Asked, address: string, surroundings: Surroundings): Promise<Asking> {
  const {settings, validators, feedUrl} = source;
  const places = [...new Set([feedUrl ?? knownFeed(address) ?? address, address])];
  let missing: unknown;
  for (const [index, url] of places.entries()) {
    try {
      const isFirst = index === 0;
      const reach = url === address ? reachOf(source) : reachFrom({...source, url: address});
      const question = {url, accept: FEEDS, reach, settings: settingsAt(url, address, settings)};
      return {...(await askPage({...question, ...(isFirst && {validators})}, surroundings)), asked: url};
    } catch (error) {
      if (source.isPrivate === false && privateHostIn(error) === new URL(url).hostname)
        throw movedHome(address, error);
      if (!isElsewhere(error)) throw error;
      // What the person typed says best what is wrong with it; 410 on the feed alone means that the site moved it.
      missing = error;
    }
  }
  throw missing;
}

/** What the person typed may lie anywhere; a source that was public when it was added must still be. */
function reachOf({isPrivate}: Asked): Reach {
  return isPrivate === false ? 'public-only' : 'anywhere';
}

/** A name that was public leads into the reader's own network now: nothing is fetched before she says so. */
function movedHome(address: string, cause: unknown): ProblemError {
  const {host} = new URL(address);
  return new ProblemError(
    {
      kind: 'unsafe',
      message: `${host} has a private address now, which it had not when it was added, so it was not fetched.`,
      advice: `If that is right, add it again: “inkwell add ${address}”.`,
    },
    {cause},
  );
}

function isElsewhere(error: unknown): boolean {
  return error instanceof ProblemError && (error.problem.kind === 'missing' || error.problem.kind === 'gone');
}

/** When the source may be asked again: not before its answer is stale, nor before its own `ttl` has passed. */
function due({headers, askedAt}: Answer, ttl: number | undefined, {now}: Surroundings): {dueAt?: string} {
  const fresh = freshUntil(headers, now()) ?? 0;
  const polite = ttl === undefined ? 0 : askedAt + Math.min(ttl, LONGEST_TTL) * 60_000;
  const time = Math.max(fresh, polite);
  return time > 0 ? {dueAt: new Date(time).toISOString()} : {};
}

/** Minutes. */
const LONGEST_TTL = 24 * 60;
