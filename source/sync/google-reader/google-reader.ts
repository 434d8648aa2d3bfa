import type {Opening, ServerKind} from '../../domain/sync/account.ts';
import {ProblemError} from '../../domain/problem.ts';
import {type Asking, isPage, listLimit, malformed, objectOf, pageProblem} from '../ask-server.ts';
import type {FeedServer, Mark} from '../server.ts';
import {feedsFrom, idPageFrom, itemsFrom, unreadCountFrom} from './answers.ts';
import {longId} from './item-id.ts';
import {labelsOf} from './labels.ts';
import {type Form, Session} from './session.ts';

const STATE = 'user/-/state/com.google';

/** Ids a page. Servers that give fewer say how to go on. */
const PAGE = '10000';

/** Times that a list is read again where it changed while it was read. */
const READINGS = 3;

const CHANGES: Readonly<Record<Mark, readonly [field: 'a' | 'r', state: string]>> = {
  read: ['a', `${STATE}/read`],
  unread: ['r', `${STATE}/read`],
  star: ['a', `${STATE}/starred`],
  unstar: ['r', `${STATE}/starred`],
};

/** Servers whose `ts` is compared with the moment at which an article came in. Others compare its date. */
const BY_ARRIVAL: ReadonlySet<ServerKind> = new Set(['freshrss', 'theoldreader', 'bazqux', 'inoreader']);

const label = (folder: string): string => `user/-/label/${folder}`;

/** The Google Reader API, as FreshRSS, Miniflux, CommaFeed and others speak it. */
export function googleReader(opening: Opening, asking: Asking): FeedServer {
  const session = new Session(opening, asking);
  const {server} = opening.account;

  async function* pages(stream: string, more: Form = []): AsyncGenerator<IdPage> {
    const seen = new Set<string>();
    let continuation: string | undefined;
    let total = 0;
    const count = listLimit(opening.account.base);
    for (;;) {
      count(total);
      const fields: Form = [['s', stream], ['n', PAGE], ...more];
      const answer = await session.get(
        'stream/items/ids',
        continuation === undefined ? fields : [...fields, ['c', continuation]],
      );
      const {ids, continuation: next} = idPageFrom(answer);
      total += ids.length;
      yield {ids, isByOffset: next !== undefined && next === String(total)};
      // A list whose length divides by the page's ends with an empty one.
      if (next === undefined || ids.length === 0) return;
      if (seen.has(next)) throw malformed(answer, 'with a list that goes in a circle');
      seen.add(next);
      continuation = next;
    }
  }

  async function read(stream: string, more?: Form): Promise<{ids: Set<string>; isByOffset: boolean}> {
    const ids = new Set<string>();
    let isByOffset = false;
    for await (const page of pages(stream, more)) {
      for (const id of page.ids) ids.add(id);
      isByOffset ||= page.isByOffset;
    }
    return {ids, isByOffset};
  }

  /**
   * Pages by offset shift when a mark changes meanwhile, so such a list counts only when it was read twice
   * alike.
   */
  async function list(stream: string, more?: Form): Promise<readonly string[]> {
    let last = await read(stream, more);
    for (let again = 0; last.isByOffset; again++) {
      if (again === READINGS)
        throw new ProblemError({
          kind: 'busy',
          message: `The lists of ${new URL(opening.account.base).host} changed while they were read.`,
          advice: 'The next sync tries again.',
        });
      const next = await read(stream, more);
      const isSame = next.ids.size === last.ids.size && [...next.ids].every(id => last.ids.has(id));
      if (isSame) break;
      last = next;
    }
    return [...last.ids];
  }

  /** A write is done when the server says so, not when it says something. */
  async function write(path: string, fields: Form): Promise<void> {
    const answer = await session.post(path, fields);
    if (isPage(answer)) throw pageProblem(answer);
  }

  const edit = (field: 'a' | 'r', stream: string, ids: readonly string[]): Promise<void> =>
    write('edit-tag', [[field, stream], ...ids.map(id => ['i', longId(id)] as const)]);
  const tags = labelsOf(server, {tagList: () => session.get('tag/list'), list, edit});

  return {
    ...(tags && {tags}),
    async enter() {
      await session.enter();
      objectOf(await session.get('user-info'));
    },
    feeds: async () => feedsFrom(await session.get('subscription/list'), server),
    unread: () => list(`${STATE}/reading-list`, [['xt', `${STATE}/read`]]),
    starred: () => list(`${STATE}/starred`),
    async *all() {
      for await (const {ids} of pages(`${STATE}/reading-list`)) yield ids;
    },
    async unreadCount() {
      try {
        return unreadCountFrom(await session.get('unread-count'));
      } catch {
        return undefined;
      }
    },
    contents: async ids =>
      itemsFrom(
        await session.post(
          'stream/items/contents',
          [['output', 'json'], ...ids.map(id => ['i', longId(id)] as const)],
          true,
        ),
        server,
      ),
    async mark(change, ids) {
      const [field, state] = CHANGES[change];
      await edit(field, state, ids);
    },
    ...(BY_ARRIVAL.has(server) && {
      markAllRead: (stream, stamp) =>
        write('mark-all-as-read', [
          ['s', stream ?? `${STATE}/reading-list`],
          ['ts', String(stamp)],
        ]),
    }),
    async follow({url, title, folder}) {
      const answer = await session.post('subscription/quickadd', [['quickadd', url]]);
      const {numResults, streamId, error} = objectOf(answer);
      const isThere = Number(numResults) > 0 || /already/iu.test(JSON.stringify(error ?? ''));
      if (!isThere)
        throw new ProblemError({
          kind: 'refused',
          message: `${new URL(opening.account.base).host} could not add ${url}.`,
          advice: 'The server must be able to read the feed itself.',
          location: url,
        });
      if (typeof streamId !== 'string') return undefined;
      if (title !== undefined || folder !== undefined)
        await this.change(streamId, {
          ...(title !== undefined && {title}),
          ...(folder !== undefined && {folder}),
        });
      return streamId;
    },
    unfollow: stream =>
      write('subscription/edit', [
        ['ac', 'unsubscribe'],
        ['s', stream],
      ]),
    change: (stream, {title, folder, oldFolder}) =>
      write('subscription/edit', [
        ['ac', 'edit'],
        ['s', stream],
        ...(title === undefined ? [] : [['t', title] as const]),
        ...(folder === undefined ? [] : [['a', label(folder)] as const]),
        ...(oldFolder === undefined || oldFolder === folder ? [] : [['r', label(oldFolder)] as const]),
      ]),
    requests: () => asking.count,
  };
}

type IdPage = Readonly<{ids: readonly string[]; isByOffset: boolean}>;
