import type {Opening} from '../../domain/sync/account.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Answer} from '../../http/http.ts';
import {type Asking, jsonOf, listLimit, malformed, objectOf} from '../ask-server.ts';
import type {FeedServer, Mark, ServerFeed, ServerItem} from '../server.ts';

/** Ids a page, at most. */
const PAGE = 10_000;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Miniflux's own API, opened by a key. It knows numbers where the other has streams; its pages are by offset,
 * so the lists go by id, which no mark changes: each page begins below the last id of the one before.
 */
export function miniflux(opening: Opening, asking: Asking): FeedServer {
  const {base} = opening.account;
  const {host} = new URL(base);

  const ask = async (
    path: string,
    {method, value}: Readonly<{method?: 'POST' | 'PUT' | 'DELETE'; value?: object}> = {},
  ): Promise<Answer> =>
    asking.accepted(
      await asking.ask({
        url: `${base}/v1/${path}`,
        headers: {'x-auth-token': opening.password},
        ...(method && {method}),
        ...(value && {body: JSON.stringify(value), type: 'application/json'}),
      }),
    );

  /** Pages of ids, newest first. */
  async function* ids(filter: string): AsyncGenerator<readonly string[]> {
    const count = listLimit(base);
    let before = '';
    for (let total = 0; ; total += PAGE) {
      count(total);
      const answer = await ask(`entries/ids?order=id&direction=desc&limit=${PAGE}${filter}${before}`);
      const list = objectOf(answer)['entry_ids'];
      // No article at all is written as null.
      if (list !== null && !Array.isArray(list)) throw malformed(answer, 'without a list of articles');
      const page = (list ?? []).map(String);
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      const next = `&before_entry_id=${page.at(-1)}`;
      if (next === before) throw malformed(answer, 'with a list that goes in a circle');
      before = next;
    }
  }

  async function list(filter: string): Promise<readonly string[]> {
    const all = new Set<string>();
    for await (const page of ids(filter)) for (const id of page) all.add(id);
    return [...all];
  }

  /** A star is toggled there, so it is looked at first. */
  async function star(id: string, wanted: boolean): Promise<void> {
    const answer = await asking.ask({
      url: `${base}/v1/entries/${id}`,
      headers: {'x-auth-token': opening.password},
    });
    // It is gone, so there is nothing to mark.
    if (answer.status === 404) return;
    if (objectOf(asking.accepted(answer))['starred'] !== wanted)
      await ask(`entries/${id}/star`, {method: 'PUT'});
  }

  async function categoryOf(folder: string): Promise<number> {
    const answer = await ask('categories');
    const all = jsonOf(answer);
    if (!Array.isArray(all)) throw malformed(answer, 'without a list of folders');
    const known = all.map(fields).find(({title}) => title === folder);
    const one = known ?? objectOf(await ask('categories', {method: 'POST', value: {title: folder}}));
    return Number(one['id']);
  }

  return {
    async enter() {
      objectOf(await ask('me'));
    },
    async feeds() {
      const answer = await ask('feeds');
      const all = jsonOf(answer);
      if (!Array.isArray(all)) throw malformed(answer, 'without a list of feeds');
      return all.map(one => feedFrom(fields(one)));
    },
    unread: () => list('&status=unread'),
    starred: () => list('&starred=true'),
    all: () => ids(''),
    async unreadCount() {
      const {unreads} = objectOf(await ask('feeds/counters'));
      return Object.values(fields(unreads)).reduce<number>((sum, count) => sum + Number(count), 0);
    },
    async contents(wanted) {
      const items: ServerItem[] = [];
      const numbers = wanted.map(Number).sort((a, b) => a - b);
      const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
      // Ids that lie close together come as pages; others one by one would cost a request each.
      let before = last + 1;
      const left = new Set(wanted);
      for (let tries = 0; left.size > 0 && before > first; tries++) {
        const isSparse = tries > 3;
        if (isSparse) {
          for (const id of left) {
            const answer = await asking.ask({
              url: `${base}/v1/entries/${id}`,
              headers: {'x-auth-token': opening.password},
            });
            if (answer.status !== 404) items.push(itemFrom(objectOf(asking.accepted(answer))));
          }
          break;
        }
        const answer = await ask(
          `entries?order=id&direction=desc&limit=250&before_entry_id=${before}&after_entry_id=${first - 1}`,
        );
        const {entries} = objectOf(answer);
        if (!Array.isArray(entries)) break;
        const page = entries.map(one => itemFrom(fields(one)));
        for (const item of page) if (left.delete(item.id)) items.push(item);
        const lowest = Number(page.at(-1)?.id ?? first);
        if (page.length < 250 || lowest >= before) break;
        before = lowest;
      }
      return items;
    },
    async mark(change: Mark, some) {
      if (change === 'read' || change === 'unread')
        await ask('entries', {method: 'PUT', value: {entry_ids: some.map(Number), status: change}});
      else for (const id of some) await star(id, change === 'star');
    },
    async follow({url, title, folder}) {
      const category = folder === undefined ? {} : {category_id: await categoryOf(folder)};
      const known = (await this.feeds()).find(feed => feed.url === url);
      if (known) return known.stream;
      const {feed_id: id} = objectOf(
        await ask('feeds', {method: 'POST', value: {feed_url: url, ...category}}),
      );
      if (typeof id !== 'number')
        throw new ProblemError({kind: 'refused', message: `${host} could not add ${url}.`, location: url});
      if (title !== undefined) await ask(`feeds/${id}`, {method: 'PUT', value: {title}});
      return String(id);
    },
    async unfollow(stream) {
      await ask(`feeds/${stream}`, {method: 'DELETE'});
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

function feedFrom({id, feed_url: url, site_url: homepage, title, category}: Fields): ServerFeed {
  const folder = fields(category)['title'];
  return {
    stream: String(id),
    url: text(url) ?? '',
    title: text(title) ?? text(url) ?? '',
    ...(typeof homepage === 'string' && homepage !== '' && {homepage}),
    ...(typeof folder === 'string' && {folder}),
  };
}

function itemFrom(entry: Fields): ServerItem {
  const url = text(entry['url']);
  const title = text(entry['title']);
  const author = text(entry['author']);
  const enclosures = Array.isArray(entry['enclosures']) ? entry['enclosures'].map(fields) : [];
  return {
    id: String(entry['id']),
    stream: String(entry['feed_id']),
    stamp: (Date.parse(text(entry['created_at']) ?? '') || 0) * 1000,
    article: {
      ...(url !== undefined && {url, base: url}),
      ...(title !== undefined && {title: {content: title, format: 'text'}}),
      body: {format: 'html', content: text(entry['content']) ?? ''},
      ...(author && {authors: [{name: author}]}),
      published: [text(entry['published_at'])],
      tags: Array.isArray(entry['tags'])
        ? entry['tags'].filter((tag): tag is string => typeof tag === 'string')
        : [],
      enclosures: enclosures.flatMap(({url: file, mime_type: type, size}) =>
        typeof file === 'string'
          ? [
              {
                url: file,
                ...(typeof type === 'string' && {type}),
                ...(Number(size) > 0 && {bytes: Number(size)}),
              },
            ]
          : [],
      ),
    },
  };
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
