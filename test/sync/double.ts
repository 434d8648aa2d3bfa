import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';
import {answerAsMiniflux} from './miniflux-answers.ts';

/** How a server speaks. Each switch is a habit of a server that people run. */
export type Dialect = Readonly<{
  base: string;
  ids: 'micro' | 'small' | 'large' | 'text';
  /** Beside the Google Reader API it has its own, which the account is opened by. */
  api?: 'miniflux';
  /** The header is not looked at when something is written: the form's T alone counts. */
  tokenInFormOnly?: true;
  /** `s=…/read` is not known and gives everything. */
  ignoresReadStream?: true;
  /** Of several `a` only the last counts. */
  takesOneTag?: true;
  /** `c` is a number of rows. */
  offsets?: true;
  /** A page that is full says that there is more, whether or not there is. */
  emptyLastPage?: true;
  loginStatus?: number;
  /** A token is good for so many requests. */
  tokenLife?: number;
  /** Milliseconds for each mark that is written. */
  slowEdit?: number;
  /** The list of labels says which are folders and which are tags. */
  typesLabels?: true;
  /** A label on an article is answered with OK, and dropped. */
  dropsLabels?: true;
  /** A label on an article is an error, and nothing is done. */
  refusesLabels?: true;
  /** Ids a page at most. */
  most?: number;
  /** How the user's part of a stream is written. */
  user?: string;
  fullWidth?: true;
  hasNoUnreadCount?: true;
  /** What `ts` is compared with. */
  markAll?: 'arrival' | 'published';
  requiresOutput?: true;
}>;

/** Are labels of articles kept there, and told from folders? */
export const keepsTags = ({refusesLabels, typesLabels}: Dialect): boolean =>
  typesLabels === true && refusesLabels !== true;

export const DIALECTS = {
  freshrss: {
    base: '/api/greader.php',
    ids: 'micro',
    ignoresReadStream: true,
    takesOneTag: true,
    emptyLastPage: true,
    fullWidth: true,
    markAll: 'arrival',
    requiresOutput: true,
    typesLabels: true,
  },
  miniflux: {
    typesLabels: true,
    base: '',
    ids: 'micro',
    tokenInFormOnly: true,
    offsets: true,
    refusesLabels: true,
    most: 10_000,
    user: '1',
    hasNoUnreadCount: true,
    markAll: 'published',
    requiresOutput: true,
  },
  'miniflux by its own API': {
    base: '',
    ids: 'small',
    api: 'miniflux',
    tokenInFormOnly: true,
    offsets: true,
    refusesLabels: true,
    most: 10_000,
    user: '1',
    hasNoUnreadCount: true,
    markAll: 'published',
    requiresOutput: true,
  },
  commafeed: {
    base: '/rest/googlereader',
    ids: 'micro',
    ignoresReadStream: true,
    dropsLabels: true,
    loginStatus: 403,
    most: 1000,
    markAll: 'published',
  },
  bazqux: {base: '', ids: 'large', loginStatus: 200, tokenLife: 20, user: '01234567890', markAll: 'arrival'},
  theoldreader: {base: '', ids: 'text', most: 1000, user: '-', refusesLabels: true, markAll: 'arrival'},
} as const satisfies Readonly<Record<string, Dialect>>;

export type Feed = {
  id: number;
  url: string;
  title: string;
  folder: string;
};

export type Item = {
  /** As the server's own lists write it. */
  id: string;
  feed: number;
  title: string;
  url: string;
  html: string;
  published: number;
  stamp: number;
  isRead: boolean;
  isStarred: boolean;
  labels: Set<string>;
};

/** What goes wrong next, once or for good. */
export type Fault = (path: string, request: IncomingMessage, response: ServerResponse) => boolean | void;

const PASSWORD = 'apipw123';
const USER = 'alice';
const STATE = 'state/com.google';

/** A server that speaks the Google Reader API, in memory, in the dialect of one that people run. */
export class Double {
  readonly dialect: Dialect;
  readonly feeds = new Map<number, Feed>();
  /** Oldest first. */
  readonly items = new Map<string, Item>();
  readonly log: {
    method: string;
    path: string;
    query: string;
    body: string;
    headers: IncomingMessage['headers'];
  }[] = [];
  isLogged = true;
  isOpen = true;
  /** Answers instead; returns true where it did. */
  fault: Fault | undefined;
  /** Every folder that there ever was, for servers that keep them. */
  readonly folders: string[] = ['Uncategorized'];
  /** Labels on articles that there ever were. */
  readonly labels = new Set<string>();
  /** Addresses that are no feeds. */
  readonly broken = new Set<string>();
  requests = 0;
  origin = '';
  /** Hears that a feed was added by a client. */
  added: () => void = () => {};
  #tokens = new Map<string, number>();
  #writing = new Map<string, number>();
  #last = 0;
  #stamp = 1_700_000_000_000_000;
  #server: ReturnType<typeof createServer> | undefined;

  constructor(dialect: Dialect = DIALECTS.freshrss) {
    this.dialect = dialect;
  }

  get base(): string {
    return this.origin + this.dialect.base;
  }

  get account(): {user: string; password: string} {
    return {user: USER, password: PASSWORD};
  }

  async start(port = 0): Promise<this> {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      });
    });
    this.#server = server;
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }

  addFeed(url: string, title = `Feed ${url}`, folder = 'Uncategorized'): Feed {
    const feed = {id: ++this.#last, url, title, folder};
    this.feeds.set(feed.id, feed);
    return feed;
  }

  addItem(feed: Feed, given: Partial<Omit<Item, 'id' | 'feed'>> = {}): Item {
    const n = ++this.#last;
    this.#stamp += 1_000_000;
    const item: Item = {
      id: this.#idOf(n),
      feed: feed.id,
      title: `Article ${n}`,
      url: `https://example.com/${feed.id}/${n}`,
      html: `<p>The text of article ${n}.</p>`,
      published: Math.floor(this.#stamp / 1_000_000),
      stamp: this.#stamp,
      isRead: false,
      isStarred: false,
      labels: new Set(),
      ...given,
    };
    this.items.set(item.id, item);
    return item;
  }

  label(item: Item, label: string, isOn: boolean): void {
    if (isOn) {
      this.labels.add(label);
      item.labels.add(label);
    } else item.labels.delete(label);
  }

  /** A label goes with all that it is on. */
  removeLabel(label: string): void {
    this.labels.delete(label);
    for (const item of this.items.values()) item.labels.delete(label);
  }

  removeFeed(id: number): void {
    this.feeds.delete(id);
    for (const item of this.items.values()) if (item.feed === id) this.items.delete(item.id);
  }

  /** The unread and the starred articles, as sorted addresses. */
  state(): {unread: string[]; starred: string[]; tags: string[]; feeds: string[]} {
    const items = [...this.items.values()];
    return {
      unread: items.flatMap(({isRead, url}) => (isRead ? [] : [url])).sort(),
      starred: items.flatMap(({isStarred, url}) => (isStarred ? [url] : [])).sort(),
      tags: items.flatMap(({labels, url}) => [...labels].map(label => `${url} ${label}`)).sort(),
      feeds: [...this.feeds.values()].map(({url, title, folder}) => `${url} ${title} ${folder}`).sort(),
    };
  }

  #idOf(n: number): string {
    if (this.dialect.ids === 'text') return `${n.toString(16).padStart(8, '0')}c0ffee00c0ffee00`;
    if (this.dialect.ids === 'small') return String(n);
    // Beyond 2^53, and some with the highest bit set, which are negative in the short form.
    if (this.dialect.ids === 'large')
      return BigInt.asIntN(64, 0xf000_0000_0000_0000n + BigInt(n) * 7n).toString();
    return String(this.#stamp + 1_000_000);
  }

  #long(id: string): string {
    const prefix = 'tag:google.com,2005:reader/item/';
    if (this.dialect.ids === 'text') return prefix + id;
    return prefix + BigInt.asUintN(64, BigInt(id)).toString(16).padStart(16, '0');
  }

  #item(written: string): Item | undefined {
    const end = written.slice(written.lastIndexOf('/') + 1);
    const isLong = written !== end && this.dialect.ids !== 'text';
    return this.items.get(isLong ? BigInt.asIntN(64, BigInt(`0x${end}`)).toString() : end);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests++;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '/', this.origin);
    const {method = 'GET', headers} = request;
    if (this.isLogged) this.log.push({method, path: url.pathname, query: url.search, body, headers});
    if (this.fault?.(url.pathname, request, response) === true) return;
    const {base} = this.dialect;
    if (!url.pathname.startsWith(base)) return send(response, 404, 'Not found');
    const path = url.pathname.slice(base.length);
    const key = headers['x-auth-token'] ?? basicPassword(headers.authorization);
    const form = new URLSearchParams(body);
    if (path === '' || path === '/') return send(response, 200, 'OK');
    if (path === '/healthcheck') return send(response, 200, 'OK');
    if (path === '/check/compatibility') return send(response, 200, 'PASS');
    if (!this.isOpen) return send(response, 503, 'Service Unavailable!');
    if (path === '/accounts/ClientLogin') return this.#login(form, response);
    if (path.startsWith('/v1/') && this.dialect.tokenInFormOnly) {
      const question = {method, path: path.slice('/v1/'.length), query: url.searchParams, body};
      return answerAsMiniflux(this, {...question, key}, response);
    }
    const atom = /^\/reader\/atom\/(.+)$/u.exec(path)?.[1];
    if (atom !== undefined && this.#isAllowed(headers.authorization, form, method)) {
      const items = this.#select(decodeURIComponent(atom), url.searchParams);
      return send(response, 200, this.#atom(items.slice(0, Number(url.searchParams.get('n') ?? 20))));
    }
    if (!path.startsWith('/reader/api/0/')) return send(response, 404, 'Not found');
    const isWriting = method === 'POST' && !path.endsWith('/stream/items/contents');
    if (!this.#isAllowed(headers.authorization, form, method)) return send(response, 401, 'Unauthorized!');
    if (isWriting && !this.#isFresh(form.get('T')?.trim() ?? null))
      return send(response, 401, 'Unauthorized!', {'x-reader-google-bad-token': 'true'});
    await this.#serve(path.slice('/reader/api/0/'.length), method, url.searchParams, form, response);
  }

  #login(form: URLSearchParams, response: ServerResponse): void {
    if (form.get('Email') !== USER || form.get('Passwd') !== PASSWORD)
      return send(response, this.dialect.loginStatus ?? 401, 'Error=BadAuthentication');
    const token = `${USER}/${Math.random().toString(16).slice(2)}`;
    this.#tokens.set(token, this.dialect.tokenLife ?? Infinity);
    send(response, 200, `SID=${token}\nLSID=null\nAuth=${token}\n`);
  }

  #isAllowed(authorization: string | undefined, form: URLSearchParams, method: string): boolean {
    if (this.dialect.tokenInFormOnly && method === 'POST')
      return this.#writing.has(form.get('T')?.trim() ?? '');
    const token = /^GoogleLogin auth=(.+)$/u.exec(authorization ?? '')?.[1] ?? '';
    const left = this.#tokens.get(token);
    if (left === undefined) return false;
    if (left <= 0) return false;
    this.#tokens.set(token, left - 1);
    return true;
  }

  #isFresh(token: string | null): boolean {
    if (this.dialect.markAll === 'published' && !this.dialect.tokenInFormOnly) return true;
    const left = this.#writing.get(token ?? '') ?? 0;
    this.#writing.set(token ?? '', left - 1);
    return left > 0;
  }

  async #serve(
    path: string,
    method: string,
    query: URLSearchParams,
    form: URLSearchParams,
    response: ServerResponse,
  ): Promise<void> {
    if (
      this.dialect.requiresOutput &&
      method === 'GET' &&
      path.includes('/') &&
      query.get('output') !== 'json'
    )
      return send(response, 501, 'Not Implemented!');
    switch (path) {
      case 'user-info':
        return json(response, {userId: '1', userName: USER, userProfileId: '1', userEmail: ''});
      case 'token': {
        const token = Math.random().toString(16).slice(2).padEnd(57, 'Z');
        this.#writing.set(token, this.dialect.tokenLife ?? Infinity);
        return send(response, 200, `${token}\n`);
      }
      case 'subscription/list':
        return json(response, {
          subscriptions: [...this.feeds.values()].map(feed => this.#subscription(feed)),
        });
      case 'tag/list':
        return json(response, {
          tags: [
            {id: this.#stream(`${STATE}/starred`)},
            ...[...new Set([...this.feeds.values()].map(({folder}) => folder))].map(folder => ({
              id: this.#stream(`label/${folder}`),
              ...(this.dialect.typesLabels && {type: 'folder'}),
            })),
            ...[...this.labels].map(label => ({
              id: this.#stream(`label/${label}`),
              ...(this.dialect.typesLabels && {type: 'tag', unread_count: 0}),
            })),
          ],
        });
      case 'unread-count':
        if (this.dialect.hasNoUnreadCount) return json(response, []);
        return json(response, this.#unreadCount());
      case 'stream/items/ids':
        return this.#ids(query, response);
      case 'stream/items/contents':
        if (method !== 'POST') return send(response, 400, 'Bad Request!');
        return json(response, this.#contents(form.getAll('i')));
      case 'stream/contents/reading-list':
      case `stream/contents/user/-/${STATE}/reading-list`:
        return json(
          response,
          this.#contents(
            this.#select(`user/-/${STATE}/reading-list`, query)
              .slice(0, Number(query.get('n') ?? 20))
              .map(({id}) => this.#long(id)),
          ),
        );
      case 'edit-tag':
        return this.#edit(form, response);
      case 'mark-all-as-read':
        return this.#markAll(form, response);
      case 'subscription/quickadd':
        return this.#add(form.get('quickadd') ?? '', response);
      case 'subscription/edit':
        return this.#change(form, response);
      default:
        // Feeds' own streams, as newsboat asks for them.
        if (path.startsWith('stream/contents/')) {
          const stream = decodeURIComponent(path.slice('stream/contents/'.length));
          const ids = this.#select(stream, query).slice(0, Number(query.get('n') ?? 20));
          return json(response, this.#contents(ids.map(({id}) => this.#long(id))));
        }
        return this.dialect.base === '' ? json(response, []) : send(response, 400, 'Bad Request!');
    }
  }

  #stream(rest: string): string {
    return `user/${this.dialect.user ?? '-'}/${rest}`;
  }

  #wide(text: string): string {
    if (!this.dialect.fullWidth) return text;
    return text.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞');
  }

  #subscription({id, url, title, folder}: Feed): object {
    return {
      id: `feed/${id}`,
      title: this.#wide(title),
      categories: folder === '' ? [] : [{id: this.#stream(`label/${folder}`), label: folder}],
      url,
      htmlUrl: new URL('/', url).href,
      iconUrl: '',
    };
  }

  #unreadCount(): object {
    const unread = [...this.items.values()].filter(({isRead}) => !isRead);
    return {
      max: unread.length,
      unreadcounts: [
        ...[...this.feeds.values()].map(({id}) => ({
          id: `feed/${id}`,
          count: unread.filter(({feed}) => feed === id).length,
          newestItemTimestampUsec: '0',
        })),
        {id: this.#stream(`${STATE}/reading-list`), count: unread.length, newestItemTimestampUsec: '0'},
      ],
    };
  }

  /** Newest first. */
  #select(stream: string, query: URLSearchParams): Item[] {
    const rest = stream.replace(/^user\/[^/]*\//u, '');
    const all = [...this.items.values()].reverse();
    const excluded = (query.get('xt') ?? '').replace(/^user\/[^/]*\//u, '');
    const chosen = stream.startsWith('feed/')
      ? all.filter(({feed}) => `feed/${feed}` === stream)
      : rest === `${STATE}/starred`
        ? all.filter(({isStarred}) => isStarred)
        : rest === `${STATE}/read` && !this.dialect.ignoresReadStream
          ? all.filter(({isRead}) => isRead)
          : this.#labelled(rest.replace(/^label\//u, ''), all);
    return excluded === `${STATE}/read` ? chosen.filter(({isRead}) => !isRead) : chosen;
  }

  /** A folder is looked for first; a label that is not there gives everything. */
  #labelled(label: string, all: Item[]): Item[] {
    const feeds = [...this.feeds.values()].filter(({folder}) => folder === label);
    if (feeds.length > 0) return all.filter(({feed}) => feeds.some(({id}) => id === feed));
    return this.labels.has(label) ? all.filter(({labels}) => labels.has(label)) : all;
  }

  #ids(query: URLSearchParams, response: ServerResponse): void {
    const list = this.#select(query.get('s') ?? '', query);
    const n = Math.min(Number(query.get('n') ?? 20), this.dialect.most ?? Infinity);
    const c = query.get('c');
    const start = c === null ? 0 : this.dialect.offsets ? Number(c) : list.findIndex(({id}) => id === c) + 1;
    const page = list.slice(start, start + n);
    const hasMore = this.dialect.emptyLastPage ? page.length === n : start + page.length < list.length;
    const end = page.at(-1);
    json(response, {
      itemRefs: page.map(({id, stamp}) =>
        this.dialect.fullWidth ? {id} : {id, directStreamIds: [], timestampUsec: String(stamp)},
      ),
      ...(hasMore && end && {continuation: this.dialect.offsets ? String(start + page.length) : end.id}),
    });
  }

  #contents(ids: readonly string[]): object {
    const items = ids.flatMap(id => this.#item(id) ?? []);
    return {
      id: this.#stream(`${STATE}/reading-list`),
      updated: 1_700_000_000,
      items: items.map(item => this.#itemJson(item)),
    };
  }

  #itemJson(item: Item): object {
    const feed = this.feeds.get(item.feed);
    return {
      id: this.#long(item.id),
      crawlTimeMsec: String(Math.floor(item.stamp / 1000)),
      timestampUsec: String(item.stamp),
      published: item.published,
      title: this.#wide(item.title),
      canonical: [{href: item.url}],
      alternate: [{href: item.url}],
      categories: [
        this.#stream(`${STATE}/reading-list`),
        ...(feed ? [this.#stream(`label/${feed.folder}`)] : []),
        ...[...item.labels].map(label => this.#stream(`label/${label}`)),
        ...(item.isRead ? [this.#stream(`${STATE}/read`)] : []),
        ...(item.isStarred ? [this.#stream(`${STATE}/starred`)] : []),
      ],
      origin: {streamId: `feed/${item.feed}`, htmlUrl: '', title: feed?.title ?? ''},
      summary: {content: item.html},
      author: 'Mara',
    };
  }

  /** The older form of a stream, which some clients read. */
  #atom(items: readonly Item[]): string {
    const entries = items.map(item => {
      const category = item.isRead
        ? '<category term="user/-/state/com.google/read" scheme="http://www.google.com/reader/" label="read"/>'
        : '';
      const when = new Date(item.published * 1000).toISOString();
      return `<entry><id>${this.#long(item.id)}</id><title>${item.title}</title><link rel="alternate" href="${item.url}"/>
        <published>${when}</published><updated>${when}</updated>${category}<content type="html">A text.</content></entry>`;
    });
    return `<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>Feed</title>${entries.join('')}</feed>`;
  }

  async #edit(form: URLSearchParams, response: ServerResponse): Promise<void> {
    const ids = form.getAll('i');
    const tags = (name: 'a' | 'r'): string[] => {
      const all = form.getAll(name).map(tag => tag.replace(/^user\/[^/]*\//u, ''));
      return this.dialect.takesOneTag ? all.slice(-1) : all;
    };
    const [adding, removing] = [tags('a'), tags('r')];
    if (this.dialect.refusesLabels && [...adding, ...removing].some(tag => tag.startsWith('label/')))
      return send(response, 500, 'labels are not supported');
    for (const id of ids) {
      if (this.dialect.slowEdit) await wait(this.dialect.slowEdit);
      const item = this.#item(id);
      if (!item) continue;
      if (adding.includes(`${STATE}/read`)) item.isRead = true;
      if (removing.includes(`${STATE}/read`)) item.isRead = false;
      if (adding.includes(`${STATE}/starred`)) item.isStarred = true;
      if (removing.includes(`${STATE}/starred`)) item.isStarred = false;
      if (this.dialect.dropsLabels) continue;
      for (const tag of adding)
        if (tag.startsWith('label/')) this.label(item, tag.slice('label/'.length), true);
      for (const tag of removing)
        if (tag.startsWith('label/')) this.label(item, tag.slice('label/'.length), false);
    }
    send(response, 200, 'OK');
  }

  #markAll(form: URLSearchParams, response: ServerResponse): void {
    const stream = form.get('s') ?? '';
    const written = form.get('ts') ?? '';
    const micro = written === '' ? Infinity : Number(written);
    for (const item of this.#select(stream, new URLSearchParams())) {
      const at = this.dialect.markAll === 'published' ? item.published * 1_000_000 : item.stamp;
      if (at <= micro) item.isRead = true;
    }
    send(response, 200, 'OK');
  }

  #add(url: string, response: ServerResponse): void {
    const known = [...this.feeds.values()].find(feed => feed.url === url);
    if (known) return json(response, {numResults: 0, error: `Already subscribed! ${url}`});
    if (this.broken.has(url)) return json(response, {numResults: 0, error: `This is no feed: ${url}`});
    const feed = this.addFeed(url, `Feed ${url}`);
    this.added();
    json(response, {numResults: 1, query: url, streamId: `feed/${feed.id}`, streamName: feed.title});
  }

  #change(form: URLSearchParams, response: ServerResponse): void {
    const id = Number((form.get('s') ?? '').replace('feed/', ''));
    const feed = this.feeds.get(id);
    // An unknown feed is edited without a word, and cannot be left.
    if (!feed && form.get('ac') === 'edit') return send(response, 200, 'OK');
    if (!feed) return send(response, 400, 'Bad Request!');
    const label = /^user\/[^/]*\/label\/(.+)$/u.exec(form.get('a') ?? '')?.[1];
    if (form.get('ac') === 'unsubscribe') this.removeFeed(id);
    else {
      if (label !== undefined) feed.folder = label;
      else if (form.has('r')) feed.folder = 'Uncategorized';
      const title = form.get('t');
      if (title) feed.title = title;
    }
    send(response, 200, 'OK');
  }
}

/** The password of a client that names itself with each request. */
function basicPassword(authorization: string | undefined): string | undefined {
  const encoded = /^Basic (.+)$/u.exec(authorization ?? '')?.[1];
  return (
    encoded &&
    Buffer.from(encoded, 'base64')
      .toString()
      .replace(/^[^:]*:/u, '')
  );
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {'content-type': 'text/plain', ...headers}).end(body);
}

/** As text/html, as some servers do. */
function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, {'content-type': 'text/html; charset=UTF-8'}).end(JSON.stringify(value));
}
