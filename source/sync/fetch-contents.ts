import {setImmediate as turn} from 'node:timers/promises';
import {articleId} from '../domain/article/identity.ts';
import {toProblem} from '../domain/problem.ts';
import {webAddress} from '../domain/publication/location.ts';
import type {SyncedItem} from '../library/sync/items.ts';
import {articleFrom} from '../sources/article/assemble-article.ts';
import type {Lists, RoundMeans} from './round-means.ts';
import type {ServerItem} from './server.ts';
import {tagsByArticle} from './tags.ts';

/** Articles a request at most, where the server does not say otherwise, and a transaction. */
const PART = 250;
const LEAST_PART = 10;

/** Articles of the first requests, as long as nothing is known of their length. */
const FIRST_PART = 50;

/** Characters of text in an answer: several are in memory at once, in several forms. */
const CHARACTERS = 1_000_000;

/** Parts that are asked for while one is stored. */
const AHEAD = 2;

/**
 * Fetches the articles that are not here: unread, starred and tagged ones all, of the others the newest.
 * Those that are larger alone than an answer may be are left out; returns how many.
 */
export async function fetchContents(
  means: RoundMeans,
  {newest, unread, starred, tagged}: Lists,
  result: {added: number; missing: number},
): Promise<number> {
  const {store, server, wish, signal, moved} = means;
  const tags = tagsByArticle(tagged);
  const listed = [...unread, ...starred, ...tags.keys()];
  const wanted = [
    ...new Set([
      ...store.missingIds(listed, {isWanted: true}),
      ...store.missingIds(newest.slice(0, wish.newest), {isWanted: false}),
    ]),
  ];
  result.missing = wanted.length;
  if (wanted.length === 0) return 0;
  let large = 0;
  const touched = new Set<string>();
  const total = wanted.length;
  moved({stage: 'contents', done: 0, total});
  const most = server.part ?? PART;
  let part = Math.min(FIRST_PART, most);
  // While one part is stored the server prepares the next ones.
  const coming: Promise<Contents>[] = [];
  const askFurther = (): void => {
    if (wanted.length > 0) coming.push(contentsOf(means, wanted.splice(0, part)));
  };
  for (let parts = 0; parts < AHEAD; parts++) askFurther();
  try {
    for (let next = coming.shift(); next; next = coming.shift()) {
      const {ids, items, large: left} = await next;
      large += left;
      signal.throwIfAborted();
      part = partFor(items, most);
      askFurther();
      const synced = syncedItems(means, items, {unread, starred, tags});
      for (const some of inParts(synced, PART)) {
        // The requests for the next parts go out and are answered meanwhile.
        await turn();
        result.added += store.storeItems(some);
      }
      for (const {publicationId} of synced) touched.add(publicationId);
      const there = new Set(synced.map(({id}) => id));
      store.noteAbsent(ids.filter(id => !there.has(id)));
      result.missing -= ids.length;
      moved({stage: 'contents', done: total - result.missing, total});
    }
  } finally {
    for (const next of coming) next.catch(() => {});
    store.placeItems(touched);
  }
  return large;
}

/** Articles for the next request, by the length of those that came. */
function partFor(items: readonly ServerItem[], most: number): number {
  const characters = items.reduce((sum, {article}) => sum + (article.body?.content.length ?? 0), 0);
  const part = Math.floor((CHARACTERS * items.length) / Math.max(1, characters));
  return Math.max(LEAST_PART, Math.min(part, most));
}

function inParts<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  return Array.from({length: Math.ceil(items.length / size)}, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

type Contents = Readonly<{ids: readonly string[]; items: readonly ServerItem[]; large: number}>;

/** A part that is too large for one answer comes in several. */
async function contentsOf({server}: Pick<RoundMeans, 'server'>, ids: readonly string[]): Promise<Contents> {
  try {
    return {ids, items: await server.contents(ids), large: 0};
  } catch (error) {
    if (toProblem(error).kind !== 'too-large') throw error;
    if (ids.length === 1) return {ids, items: [], large: 1};
    const middle = Math.ceil(ids.length / 2);
    const first = await contentsOf({server}, ids.slice(0, middle));
    const second = await contentsOf({server}, ids.slice(middle));
    return {ids, items: [...first.items, ...second.items], large: first.large + second.large};
  }
}

function syncedItems(
  {name, store, speeds}: RoundMeans,
  items: readonly ServerItem[],
  {
    unread,
    starred,
    tags,
  }: Pick<Lists, 'unread' | 'starred'> & Readonly<{tags: ReturnType<typeof tagsByArticle>}>,
): SyncedItem[] {
  const publications = store.publications();
  return items.flatMap(({id, stream, stamp, article}) => {
    const home = publications.get(stream);
    if (!home) return [];
    const base = webAddress(home.location) ?? 'https://localhost/';
    const one = articleFrom(article, {
      id: articleId(home.id, `account ${name} ${id}`),
      position: 0,
      publication: home,
      base,
      authors: [],
      speeds,
    });
    const marks = {isRead: !unread.has(id), isStarred: starred.has(id), tags: tags.get(id) ?? []};
    return [{id, stamp, publicationId: home.id, ...marks, one}];
  });
}
