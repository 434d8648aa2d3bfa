import type {ServerResponse} from 'node:http';
import type {Double, Feed, Item} from './double.ts';

export type MinifluxQuestion = Readonly<{
  method: string;
  /** Below `/v1/`. */
  path: string;
  query: URLSearchParams;
  body: string;
  key: string | string[] | undefined;
}>;

const MOST_ENTRIES = 1000;
const MOST_IDS = 10_000;

/** Miniflux's own API on what a double has: paths, limits, refusals and shapes are those of Miniflux 2.3.3. */
export function answerAsMiniflux(
  double: Double,
  {method, path, query, body, key}: MinifluxQuestion,
  response: ServerResponse,
): void {
  if (key !== double.account.password)
    return refuse(response, 401, 'access unauthorized', {'www-authenticate': 'Basic realm="Restricted"'});
  const [room = '', name = '', act = ''] = path.split('/');
  const value = (): Record<string, unknown> => JSON.parse(body) as Record<string, unknown>;
  switch (
    `${method} ${room}${name === '' ? '' : /^\d+$/u.test(name) ? '/N' : `/${name}`}${act && `/${act}`}`
  ) {
    case 'GET version':
      return json(response, 200, {version: '2.3.3', commit: '0', build_date: '', go_version: 'go1.26'});
    case 'GET me':
      return json(response, 200, {id: 1, username: double.account.user, is_admin: false});
    case 'GET feeds':
      return json(
        response,
        200,
        [...double.feeds.values()].map(feed => feedOf(double, feed)),
      );
    case 'POST feeds':
      return create(double, value(), response);
    case 'GET feeds/counters':
      return json(response, 200, {reads: counters(double, true), unreads: counters(double, false)});
    case 'PUT feeds/N':
      return change(double, Number(name), value(), response);
    case 'DELETE feeds/N':
      if (!double.feeds.has(Number(name))) return refuse(response, 404, 'resource not found');
      double.removeFeed(Number(name));
      return void response.writeHead(204).end();
    case 'GET categories':
      return json(response, 200, categories(double));
    case 'POST categories': {
      const title = String(value()['title']);
      if (categories(double).some(category => category.title === title))
        return refuse(response, 400, 'This category already exists.');
      double.folders.push(title);
      return json(
        response,
        201,
        categories(double).find(category => category.title === title),
      );
    }
    case 'GET entries/ids':
      return ids(double, query, response);
    case 'GET entries':
    case 'GET feeds/N/entries':
      return entries(double, query, response, act === 'entries' ? Number(name) : undefined);
    case 'GET entries/N': {
      const item = double.items.get(name);
      return item ? json(response, 200, entryOf(double, item)) : refuse(response, 404, 'resource not found');
    }
    case 'PUT entries':
      return mark(double, value(), response);
    default:
      return void response.writeHead(404, {'content-type': 'text/plain'}).end('404 page not found\n');
  }
}

/** Folders stay when their last feed has left, and have numbers. */
function categories(double: Double): {id: number; title: string; user_id: number; hide_globally: boolean}[] {
  for (const {folder} of double.feeds.values())
    if (!double.folders.includes(folder)) double.folders.push(folder);
  return double.folders.map((title, index) => ({id: index + 1, title, user_id: 1, hide_globally: false}));
}

function counters(double: Double, isRead: boolean): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of double.items.values())
    if (item.isRead === isRead) counts[item.feed] = (counts[item.feed] ?? 0) + 1;
  return counts;
}

function feedOf(double: Double, {id, url, title, folder}: Feed): object {
  return {
    id,
    user_id: 1,
    feed_url: url,
    site_url: new URL('/', url).href,
    title,
    description: '',
    checked_at: '2026-01-01T00:00:00Z',
    etag_header: '',
    parsing_error_message: '',
    parsing_error_count: 0,
    disabled: false,
    category: categories(double).find(category => category.title === folder),
    icon: null,
  };
}

function entryOf(double: Double, item: Item): object {
  const feed = double.feeds.get(item.feed);
  return {
    id: Number(item.id),
    user_id: 1,
    feed_id: item.feed,
    status: item.isRead ? 'read' : 'unread',
    hash: item.id,
    title: item.title,
    url: item.url,
    comments_url: '',
    published_at: new Date(item.published * 1000).toISOString(),
    created_at: new Date(item.stamp / 1000).toISOString(),
    changed_at: new Date(item.stamp / 1000).toISOString(),
    content: item.html,
    author: '',
    share_code: '',
    starred: item.isStarred,
    reading_time: 1,
    enclosures: [],
    feed: feed && feedOf(double, feed),
    tags: [],
  };
}

function chosen(double: Double, query: URLSearchParams): Item[] {
  const status = query.get('status');
  const starred = query.get('starred');
  return [...double.items.values()].filter(
    item =>
      (status === null || item.isRead === (status === 'read')) &&
      (starred === null || item.isStarred === (starred === 'true')),
  );
}

const wrongStatus = (query: URLSearchParams): boolean =>
  query.has('status') && !['read', 'unread'].includes(query.get('status') ?? '');

/** Highest first, whatever else is asked for: order and the places before and after are not looked at. */
function ids(double: Double, query: URLSearchParams, response: ServerResponse): void {
  if (wrongStatus(query)) return refuse(response, 400, 'invalid status parameter');
  const all = chosen(double, query)
    .map(({id}) => Number(id))
    .sort((a, b) => b - a);
  const asked = Number(query.get('limit') ?? MOST_IDS);
  const most = double.dialect.most ?? MOST_IDS;
  const limit = asked <= 0 || asked > most ? most : asked;
  const offset = Number(query.get('offset') ?? 0);
  json(response, 200, {total: all.length, entry_ids: all.slice(offset, offset + limit)});
}

function entries(
  double: Double,
  query: URLSearchParams,
  response: ServerResponse,
  feed: number | undefined,
): void {
  if (wrongStatus(query)) return refuse(response, 400, 'invalid entry status');
  const limit = Number(query.get('limit') ?? 100);
  if (limit > MOST_ENTRIES) return refuse(response, 400, `limit value should be <= ${MOST_ENTRIES}`);
  const before = Number(query.get('before_entry_id') ?? 0);
  const after = Number(query.get('after_entry_id') ?? 0);
  const sign = query.get('direction') === 'desc' ? -1 : 1;
  const all = chosen(double, query)
    .filter(item => feed === undefined || item.feed === feed)
    .filter(({id}) => (before === 0 || Number(id) < before) && (after === 0 || Number(id) > after))
    .sort((a, b) =>
      query.get('order') === 'id' ? sign * (Number(a.id) - Number(b.id)) : sign * (a.published - b.published),
    );
  const offset = Number(query.get('offset') ?? 0);
  const page = all.slice(offset, offset + limit);
  json(response, 200, {total: all.length, entries: page.map(item => entryOf(double, item))});
}

function mark(double: Double, value: Record<string, unknown>, response: ServerResponse): void {
  const {entry_ids: some, status, starred} = value;
  if (!Array.isArray(some) || some.length === 0)
    return refuse(response, 400, 'the list of entries cannot be empty');
  if (status === undefined && starred === undefined)
    return refuse(response, 400, 'either the status or the starred field must be specified');
  for (const id of some) {
    const item = double.items.get(String(id));
    if (!item) continue;
    if (status !== undefined) item.isRead = status === 'read';
    if (starred !== undefined) item.isStarred = starred === true;
  }
  response.writeHead(204).end();
}

function create(double: Double, value: Record<string, unknown>, response: ServerResponse): void {
  const url = String(value['feed_url']);
  if ([...double.feeds.values()].some(feed => feed.url === url))
    return refuse(response, 400, 'This feed already exists.');
  if (double.broken.has(url)) return refuse(response, 500, 'This feed is not readable.');
  const category = categories(double).find(({id}) => id === value['category_id']);
  if (value['category_id'] !== undefined && !category)
    return refuse(response, 400, 'This category does not exist.');
  const {id} = double.addFeed(url, `Feed ${url}`, category?.title ?? categories(double)[0]?.title);
  double.added();
  json(response, 201, {feed_id: id});
}

function change(double: Double, id: number, value: Record<string, unknown>, response: ServerResponse): void {
  const feed = double.feeds.get(id);
  if (!feed) return refuse(response, 404, 'resource not found');
  const category = categories(double).find(one => one.id === value['category_id']);
  if (value['category_id'] !== undefined && !category)
    return refuse(response, 400, 'This category does not exist.');
  // An empty title is no title.
  if (typeof value['title'] === 'string' && value['title'] !== '') feed.title = value['title'];
  if (category) feed.folder = category.title;
  json(response, 201, feedOf(double, feed));
}

function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, {'content-type': 'application/json', ...headers})
    .end(JSON.stringify({error_message: message}));
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(value));
}
