import {articleId} from '../domain/article/identity.ts';
import {toProblem} from '../domain/problem.ts';
import {webAddress} from '../domain/publication/location.ts';
import type {SyncedItem} from '../library/sync/items.ts';
import {articleFrom} from '../sources/article/assemble-article.ts';
import type {Lists, RoundMeans} from './round-means.ts';
import type {ServerItem} from './server.ts';

/** Articles a request. */
const PART = 200;
const LEAST_PART = 10;

/** Fetches the articles that are not here: unread and starred ones all, of the others the newest. */
export async function fetchContents(
  means: RoundMeans,
  {newest, unread, starred}: Lists,
  result: {added: number; missing: number},
): Promise<void> {
  const {store, wish, signal, moved} = means;
  const listed = [...unread, ...starred];
  const wanted = [
    ...new Set([
      ...store.missingIds(listed, {isWanted: true}),
      ...store.missingIds(newest.slice(0, wish.newest), {isWanted: false}),
    ]),
  ];
  result.missing = wanted.length;
  if (wanted.length === 0) return;
  const touched = new Set<string>();
  const total = wanted.length;
  moved({stage: 'contents', done: 0, total});
  // While one part is stored the server prepares the next.
  let next = part(means, wanted, 0);
  try {
    for (let start = 0; start < total;) {
      const {items, asked} = await next.promise;
      signal.throwIfAborted();
      const end = start + asked;
      if (end < total) next = part(means, wanted, end);
      const synced = syncedItems(means, items, {unread, starred});
      result.added += store.storeItems(synced);
      for (const {publicationId} of synced) touched.add(publicationId);
      const there = new Set(synced.map(({id}) => id));
      store.noteAbsent(wanted.slice(start, end).filter(id => !there.has(id)));
      result.missing = total - end;
      moved({stage: 'contents', done: end, total});
      start = end;
    }
  } finally {
    next.promise.catch(() => {});
    store.placeItems(touched);
  }
}

/** A part that is too large comes in smaller ones. */
function part(
  {server}: RoundMeans,
  wanted: readonly string[],
  start: number,
): {promise: Promise<{items: readonly ServerItem[]; asked: number}>} {
  const ask = async (size: number): Promise<{items: readonly ServerItem[]; asked: number}> => {
    const ids = wanted.slice(start, start + size);
    try {
      return {items: await server.contents(ids), asked: ids.length};
    } catch (error) {
      if (toProblem(error).kind !== 'too-large' || size <= LEAST_PART) throw error;
      return ask(Math.floor(size / 4));
    }
  };
  return {promise: ask(PART)};
}

function syncedItems(
  {name, store, speeds}: RoundMeans,
  items: readonly ServerItem[],
  {unread, starred}: Pick<Lists, 'unread' | 'starred'>,
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
    return [{id, stamp, publicationId: home.id, isRead: !unread.has(id), isStarred: starred.has(id), one}];
  });
}
