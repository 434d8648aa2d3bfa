import type {Opening} from '../../domain/sync/account.ts';
import {ProblemError} from '../../domain/problem.ts';
import {printableLine} from '../../domain/text/printable.ts';
import type {Answer} from '../../http/http.ts';
import {type Asking, listLimit, malformed, objectOf} from '../ask-server.ts';
import type {FeedServer, ServerItem} from '../server.ts';
import {feedsFrom, idsFrom, itemsFrom, listOf, totalFrom, unreadCountFrom} from './answers.ts';

/** Ids and articles a page, at most. */
const PAGE = 10_000;
const MOST = 1000;

/** Times that a list is read again where it changed while it was read. */
const READINGS = 3;

/** The first version that lists ids and stars many articles at once. */
const FIRST = [2, 3, 2];

type Way = Readonly<{method?: 'POST' | 'PUT' | 'DELETE'; value?: object}>;

/**
 * Miniflux's own API, opened by a key. It knows numbers where the other has streams. `changed_after` is not
 * asked: it answers with whole articles, among them each that was marked from here, and names none that is
 * gone.
 */
export function miniflux(opening: Opening, asking: Asking): FeedServer {
  const {base} = opening.account;
  const {host} = new URL(base);
  /** Lists that were read, by the filter that they have there: articles of one lie close together in it. */
  const lists = new Map<string, ReadonlySet<string>>();

  const send = (path: string, {method, value}: Way = {}): Promise<Answer> =>
    asking.ask({
      url: `${base}/v1/${path}`,
      headers: {'x-auth-token': opening.password},
      ...(method && {method}),
      ...(value && {body: JSON.stringify(value), type: 'application/json'}),
    });
  const ask = async (path: string, way?: Way): Promise<Answer> => asking.accepted(await send(path, way));

  /**
   * Pages of ids, highest first, by offset. Each begins with the last id of the one before: where it does
   * not hold that, articles have left the list meanwhile and others may have slipped through, so it throws.
   */
  async function* pages(filter: string): AsyncGenerator<readonly string[]> {
    const count = listLimit(base);
    let last: string | undefined;
    for (let offset = 0; ; offset += PAGE - 1) {
      count(offset);
      const answer = await ask(`entries/ids?limit=${PAGE}&offset=${offset}${filter}`);
      const page = idsFrom(answer);
      const at = last === undefined ? -1 : page.indexOf(last);
      if (last !== undefined && at === -1) throw new Shifted();
      if (page.length > at + 1) yield page.slice(at + 1);
      if (page.length < PAGE) {
        // A list that breaks off is none.
        if (offset + page.length < (totalFrom(answer) ?? 0)) throw new Shifted();
        return;
      }
      last = page.at(-1);
    }
  }

  async function list(filter: string): Promise<readonly string[]> {
    for (let readings = 0; readings < READINGS; readings++) {
      const all = new Set<string>();
      try {
        for await (const page of pages(filter)) for (const id of page) all.add(id);
        lists.set(filter, all);
        return [...all];
      } catch (error) {
        if (!(error instanceof Shifted)) throw error;
      }
    }
    throw busy(host);
  }

  /**
   * The articles of some ids in one list: each page begins at the highest that is still wanted, and holds
   * no more than the last one had use for.
   */
  async function contentsIn(filter: string, ids: readonly string[]): Promise<readonly ServerItem[]> {
    const found: ServerItem[] = [];
    const left = ids.map(Number).sort((a, b) => b - a);
    let limit = Math.min(left.length, MOST);
    for (let first = left[0]; first !== undefined; first = left[0]) {
      const answer = await ask(
        `entries?order=id&direction=desc&limit=${limit}&before_entry_id=${first + 1}${filter}`,
      );
      const items = itemsFrom(answer);
      const wanted = new Set(left.map(String));
      const hits = items.filter(({id}) => wanted.delete(id));
      found.push(...hits);
      // All from here down to the last of the page were answered for; one that is not among them is gone.
      const lowest = items.length < limit ? 0 : Number(items.at(-1)?.id ?? 0);
      if (lowest > first) throw malformed(answer, 'with other articles than were asked for');
      while (left[0] !== undefined && left[0] >= Math.min(lowest, first)) left.shift();
      limit = Math.min(left.length, MOST, hits.length > 0 ? hits.length * 2 : limit * 2);
    }
    return found;
  }

  async function categoryOf(folder: string): Promise<number> {
    const known = listOf(await ask('categories'), 'folders').find(({title}) => title === folder);
    const one = known ?? objectOf(await ask('categories', {method: 'POST', value: {title: folder}}));
    return Number(one['id']);
  }

  return {
    part: MOST,
    async enter() {
      const {version} = objectOf(await ask('version'));
      if (isOld(version))
        throw new ProblemError({
          kind: 'unsupported',
          message: `${host} has Miniflux ${printableLine(String(version))}; its own API is used from ${FIRST.join('.')} on.`,
          advice: 'Update it, or add the account with --user, by the Google Reader API.',
        });
    },
    feeds: async () => feedsFrom(await ask('feeds')),
    unread: () => list(UNREAD),
    starred: () => list(STARRED),
    async *all() {
      try {
        yield* pages('');
      } catch (error) {
        throw error instanceof Shifted ? busy(host) : error;
      }
    },
    unreadCount: async () => unreadCountFrom(await ask('feeds/counters')),
    async contents(ids) {
      const items: ServerItem[] = [];
      let left = ids;
      for (const filter of [UNREAD, STARRED, '']) {
        const inList = filter === '' ? new Set(left) : lists.get(filter);
        const some = left.filter(id => inList?.has(id));
        const found = await contentsIn(filter, some);
        items.push(...found);
        const there = new Set(found.map(({id}) => id));
        // A mark may have changed since the list was read: those that are missing are looked for elsewhere.
        left = left.filter(id => !there.has(id));
      }
      return items;
    },
    async mark(change, some) {
      const how = change === 'read' || change === 'unread' ? {status: change} : {starred: change === 'star'};
      await ask('entries', {method: 'PUT', value: {entry_ids: some.map(Number), ...how}});
    },
    async follow({url, title, folder}) {
      const known = (await this.feeds()).find(feed => feed.url === url);
      if (known) return known.stream;
      const category = folder === undefined ? {} : {category_id: await categoryOf(folder)};
      const answer = await send('feeds', {method: 'POST', value: {feed_url: url, ...category}});
      // It says so in the language of its user, with the status of a fault of its own.
      const isRefused = answer.status === 400 || answer.status === 500;
      const {feed_id: id} = isRefused ? {} : objectOf(asking.accepted(answer));
      if (typeof id !== 'number')
        throw new ProblemError({
          kind: 'refused',
          message: `${host} could not add ${url}.`,
          advice: 'The server must be able to read the feed itself.',
          location: url,
        });
      if (title !== undefined) await ask(`feeds/${id}`, {method: 'PUT', value: {title}});
      return String(id);
    },
    async unfollow(stream) {
      const answer = await send(`feeds/${stream}`, {method: 'DELETE'});
      if (answer.status !== 404) asking.accepted(answer);
    },
    async change(stream, {title, folder}) {
      const value = {
        ...(title !== undefined && {title}),
        ...(folder !== undefined && {category_id: await categoryOf(folder)}),
      };
      if (Object.keys(value).length > 0) await ask(`feeds/${stream}`, {method: 'PUT', value});
    },
    requests: () => asking.count,
  };
}

const UNREAD = '&status=unread';
const STARRED = '&starred=true';

/** A list changed between two of its pages. */
class Shifted extends Error {}

const busy = (host: string): ProblemError =>
  new ProblemError({
    kind: 'busy',
    message: `The lists of ${host} changed while they were read.`,
    advice: 'The next sync tries again.',
  });

/** One that is no number is of a build of somebody's own, and as new as that. */
function isOld(version: unknown): boolean {
  const parts = /^v?(\d+)\.(\d+)\.(\d+)/u.exec(String(version))?.slice(1).map(Number);
  if (!parts) return false;
  for (const [index, least] of FIRST.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part < least;
  }
  return false;
}
