import {longId} from '../../source/sync/google-reader/item-id.ts';
import type {AccountApi, ServerKind} from '../../source/domain/sync/account.ts';

/** A server that can be started and killed, and the sites that it fetches. */
export interface World {
  readonly name: string;
  readonly kind: ServerKind;
  /** It keeps labels on articles, and tells them from folders. */
  readonly keepsTags: boolean;
  /** The API that the account is opened by, where it is not the Google Reader API. */
  readonly api?: AccountApi;
  readonly base: string;
  readonly user: string;
  readonly password: string;
  /** The address of a feed of ours. */
  feedAt(n: number): string;
  /** Publishes articles in a feed. */
  publish(feed: number, count: number): void;
  /** Has the server fetch what was published. */
  fetch(): Promise<void>;
  start(): Promise<void>;
  /** Ends the server at once, whatever it is doing. */
  kill(): Promise<void>;
}

export type Raw = Readonly<{status: number; text: string}>;

const STATE = 'user/-/state/com.google';

/** A client of a few lines, which knows nothing of Inkwell's. */
export class RawClient {
  readonly #world: World;
  #token = '';

  constructor(world: World) {
    this.#world = world;
  }

  async login(): Promise<Raw> {
    const {user, password} = this.#world;
    const body = new URLSearchParams({Email: user, Passwd: password});
    const answer = await this.#send('/accounts/ClientLogin', {method: 'POST', body});
    this.#token = /^Auth=(.+)$/mu.exec(answer.text)?.[1] ?? '';
    return answer;
  }

  get(path: string, query: Readonly<Record<string, string>> = {}): Promise<Raw> {
    return this.#send(`/reader/api/0/${path}?${new URLSearchParams(query).toString()}`, {});
  }

  async post(path: string, fields: readonly (readonly [string, string])[]): Promise<Raw> {
    const {text} = await this.get('token');
    const body = new URLSearchParams([
      ...fields.map(([name, value]): [string, string] => [name, value]),
      ['T', text.trim()],
    ]);
    return this.#send(`/reader/api/0/${path}`, {method: 'POST', body});
  }

  async json(path: string, query: Readonly<Record<string, string>> = {}): Promise<Record<string, unknown>> {
    const {text} = await this.get(path, {output: 'json', ...query});
    return JSON.parse(text) as Record<string, unknown>;
  }

  async ids(query: Readonly<Record<string, string>>): Promise<string[]> {
    const ids: string[] = [];
    let c: string | undefined;
    do {
      const page = await this.json('stream/items/ids', {n: '1000', ...query, ...(c !== undefined && {c})});
      const refs = page['itemRefs'] as {id: string}[];
      ids.push(...refs.map(({id}) => id));
      c = refs.length === 0 ? undefined : (page['continuation'] as string | undefined);
    } while (c !== undefined);
    return ids;
  }

  async addresses(ids: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (let start = 0; start < ids.length; start += 100) {
      const part = ids.slice(start, start + 100);
      const {text} = await this.post('stream/items/contents', [
        ['output', 'json'],
        ...part.map(id => ['i', longId(id)] as const),
      ]);
      const {items} = JSON.parse(text) as {items: {canonical: {href: string}[]}[]};
      for (const [index, item] of items.entries())
        found.set(item.canonical[0]?.href ?? '', part[index] ?? '');
    }
    return found;
  }

  mark(ids: readonly string[], field: 'a' | 'r', state: 'read' | 'starred'): Promise<Raw> {
    return this.post('edit-tag', [
      [field, `${STATE}/${state}`],
      ...ids.map(id => ['i', longId(id)] as const),
    ]);
  }

  /** Gives articles a label, or takes it away. */
  label(ids: readonly string[], field: 'a' | 'r', label: string): Promise<Raw> {
    return this.post('edit-tag', [
      [field, `user/-/label/${label}`],
      ...ids.map(id => ['i', longId(id)] as const),
    ]);
  }

  /** The labels of articles: not the folders, where the server tells them apart. */
  async labels(): Promise<string[]> {
    const {tags} = (await this.json('tag/list')) as {tags: {id: string; type?: string}[]};
    return tags.flatMap(({id, type}) => (type === 'tag' ? [id.slice(id.indexOf('/label/') + 7)] : []));
  }

  /** Unread and starred articles as sorted addresses, those with labels, and the feeds. */
  async state(): Promise<Record<'unread' | 'starred' | 'tags' | 'feeds', string[]>> {
    const unread = await this.addresses(await this.ids({s: `${STATE}/reading-list`, xt: `${STATE}/read`}));
    const starred = await this.addresses(await this.ids({s: `${STATE}/starred`}));
    const tags: string[] = [];
    for (const label of await this.labels()) {
      const tagged = await this.addresses(await this.ids({s: `user/-/label/${label}`}));
      tags.push(...[...tagged.keys()].map(url => `${url} ${label}`));
    }
    const {subscriptions} = (await this.json('subscription/list')) as {
      subscriptions: {url: string; title: string; categories: {label: string}[]}[];
    };
    return {
      unread: [...unread.keys()].sort(),
      starred: [...starred.keys()].sort(),
      tags: tags.sort(),
      feeds: subscriptions
        .map(({url, title, categories}) => `${url} ${title} ${categories[0]?.label ?? ''}`)
        .sort(),
    };
  }

  async #send(path: string, how: RequestInit): Promise<Raw> {
    const ask = async (): Promise<Raw> => {
      const answer = await fetch(this.#world.base + path, {
        ...how,
        headers: {authorization: `GoogleLogin auth=${this.#token}`},
      });
      return {status: answer.status, text: await answer.text()};
    };
    const answer = await ask();
    // Some tokens are good for a while only.
    if (answer.status !== 401 || this.#token === '' || path === '/accounts/ClientLogin') return answer;
    await this.login();
    return ask();
  }
}
