import {ProblemError, toProblem, type Problem} from '../domain/problem.ts';
import {webAddress} from '../domain/publication/location.ts';
import type {RoundResult} from '../domain/sync/account.ts';
import {withoutPassword} from '../domain/publication/passwords.ts';
import {printableLine} from '../domain/text/printable.ts';
import type {ListedFeed} from '../library/sync/feeds.ts';
import {fetchContents} from './fetch-contents.ts';
import {faultOfStarred, faultOfUnread} from './guards.ts';
import type {Lists, RoundMeans} from './round-means.ts';
import {sendChanges, type Sent} from './send-changes.ts';
import type {ServerFeed} from './server.ts';
import {beginTags, changesOfTags, listTags} from './tags.ts';

/**
 * One round with a server: sends what waits, then takes the server's word about feeds, marks and articles, in
 * this order, so that nothing flashes up as unread. It may end at any moment: the next one goes on from
 * there.
 */
export async function round(means: RoundMeans): Promise<RoundResult> {
  const {name, store, server, wish, signal, moved} = means;
  const started = performance.now();
  const result = {added: 0, changed: 0, feedsAdded: 0, feedsRemoved: 0, sent: 0, missing: 0};
  const problems: Problem[] = [];
  let failure: unknown;
  try {
    await server.enter();
    let areTagsKnown = true;
    await beginTags(means).catch((error: unknown) => {
      signal.throwIfAborted();
      areTagsKnown = false;
      const problem = toProblem(error);
      // Servers without tags need not know the question.
      if (store.keepsTags() || problem.kind === 'too-large') problems.push(problem);
    });
    const {
      sent,
      tagged,
      problems: unsent,
      refused,
    } = await sendChanges({
      store,
      server,
      signal,
      moved: done => moved({stage: 'sending', done, total: done}),
    });
    result.sent = sent;
    problems.push(...unsent);
    moved({stage: 'listing', done: 0, total: 0});
    const listed = cleanedFeeds(await server.feeds());
    for (const {stream, problem} of refused)
      if (listed.some(feed => feed.stream === stream)) problems.push(problem);
    const feeds = store.mergeFeeds(listed, {
      isAccepted: wish.isAccepted === true,
      hidesDuplicates: wish.hidesDuplicates === true,
    });
    result.feedsAdded = feeds.added;
    result.feedsRemoved = feeds.removed;
    if (feeds.problem) problems.push(feeds.problem);
    const lists = await listsOf(means, areTagsKnown ? tagged : undefined);
    const faults = await changeMarks(means, lists, result);
    problems.push(...faults);
    const large = await fetchContents(means, lists, result);
    if (large > 0) problems.push(tooLarge(large));
  } catch (error) {
    failure = error;
    if (signal.aborted) throw error;
    problems.push(toProblem(error));
  } finally {
    if (!signal.aborted) store.end({problem: problems[0], missing: result.missing});
  }
  if (failure !== undefined && problems.length === 0) throw failure as Error;
  return {
    ...result,
    name,
    waiting: store.waiting(),
    requests: server.requests(),
    milliseconds: Math.round(performance.now() - started),
    problems,
  };
}

/**
 * All of them are listed before the unread ones: what comes in between is then unread, not read. The ones
 * that are read are never asked for, since some servers answer with everything.
 */
async function listsOf(means: RoundMeans, sent: Sent['tagged'] | undefined): Promise<Lists> {
  const {store, server, wish, signal} = means;
  const listedAt = store.lastChange();
  const newest: string[] = [];
  for await (const page of server.all()) {
    signal.throwIfAborted();
    newest.push(...page);
    if (newest.length >= wish.newest) break;
  }
  const unread = new Set(await server.unread());
  const starred = new Set(await server.starred());
  const tagged = sent && store.keepsTags() ? await listTags(means, {newest}, sent) : undefined;
  return {listedAt, newest, unread, starred, tagged};
}

async function changeMarks(
  means: RoundMeans,
  lists: Lists,
  result: {changed: number},
): Promise<readonly Problem[]> {
  const {name, store, server, wish} = means;
  const {listedAt, newest, unread, starred} = lists;
  const seen = new Set(newest);
  const wasUnread = store.agreedIds('unread');
  const wasStarred = store.agreedIds('starred');
  const isAccepted = wish.isAccepted === true;
  const isKnown = store.countItems() > 0;
  const unreadFault =
    isAccepted || !isKnown
      ? undefined
      : await faultOfUnread({name, before: wasUnread, now: unread}, seen, server);
  const starredFault =
    isAccepted || !isKnown
      ? undefined
      : await faultOfStarred({name, before: wasStarred, now: starred}, seen, server);
  const lostUnread = unreadFault ? [] : wasUnread.filter(id => !unread.has(id));
  const lostStarred = starredFault ? [] : wasStarred.filter(id => !starred.has(id));
  const tags = await changesOfTags(means, lists);
  const lost = [...lostUnread, ...lostStarred, ...tags.lost.flatMap(({ids}) => ids)];
  const gone = await goneFrom(means, new Set(lost), {seen, unread, starred});
  store.noteGone([...gone]);
  const isThere = (id: string): boolean => !gone.has(id);
  const apply = (kind: 'read' | 'star', value: 0 | 1, ids: readonly string[]): void => {
    result.changed += store.applyMarks({kind, value, ids, listedAt});
  };
  apply('read', 1, lostUnread.filter(isThere));
  apply('star', 0, lostStarred.filter(isThere));
  const agreedUnread = new Set(wasUnread);
  const agreedStarred = new Set(wasStarred);
  if (!unreadFault)
    apply(
      'read',
      0,
      [...unread].filter(id => !agreedUnread.has(id)),
    );
  if (!starredFault)
    apply(
      'star',
      1,
      [...starred].filter(id => !agreedStarred.has(id)),
    );
  for (const {name: tag, ids} of tags.lost)
    result.changed += store.applyTag({name: tag, value: 0, ids: ids.filter(isThere), listedAt});
  for (const {name: tag, ids} of tags.fresh)
    result.changed += store.applyTag({name: tag, value: 1, ids, listedAt});
  return [unreadFault, starredFault, ...tags.faults].filter(fault => fault !== undefined);
}

/**
 * The ids that the server has no more. An article that is in no list of unread ones is read only if it still
 * exists.
 */
async function goneFrom(
  {server, signal}: RoundMeans,
  lost: ReadonlySet<string>,
  {
    seen,
    unread,
    starred,
  }: Readonly<{
    seen: ReadonlySet<string>;
    unread: ReadonlySet<string>;
    starred: ReadonlySet<string>;
  }>,
): Promise<ReadonlySet<string>> {
  const left = new Set([...lost].filter(id => !seen.has(id) && !unread.has(id) && !starred.has(id)));
  if (left.size === 0) return left;
  for await (const page of server.all()) {
    signal.throwIfAborted();
    for (const id of page) left.delete(id);
    if (left.size === 0) break;
  }
  return left;
}

function tooLarge(count: number): Problem {
  const which = count === 1 ? 'An article was' : `${count} articles were`;
  return {
    kind: 'too-large',
    message: `${which} left out: larger alone than an answer may be.`,
    advice: 'The setting "limits.bytes" says how large that is.',
  };
}

/** Feeds of an account, as of a list of sources. */
const MOST_FEEDS = 10_000;

function cleanedFeeds(feeds: readonly ServerFeed[]): readonly ListedFeed[] {
  if (feeds.length <= MOST_FEEDS) return feeds.map(cleaned);
  throw new ProblemError({
    kind: 'too-large',
    message: `The server lists ${feeds.length} feeds; an account may have ${MOST_FEEDS}.`,
    advice: 'Nothing was changed here.',
  });
}

function cleaned({stream, url, title, homepage, folder}: ServerFeed): ListedFeed {
  const address = webAddress(url);
  if (address === undefined && !url.startsWith('feed/') && url.trim() === '')
    throw new ProblemError({kind: 'malformed', message: 'The server lists a feed without an address.'});
  const page = homepage === undefined ? undefined : webAddress(homepage);
  const where = printableLine(folder ?? '').slice(0, 200);
  return {
    stream,
    url: address ?? `https://feed.invalid/${encodeURIComponent(url)}`,
    title: withoutPassword(printableLine(title).slice(0, 500) || printableLine(url)),
    ...(page && {homepage: page}),
    ...(where && {folder: where}),
  };
}
