import {ProblemError, toProblem, type Problem} from '../domain/problem.ts';
import {tagKind, type Claimed, type WaitingKind} from '../library/sync/waiting-marks.ts';
import type {SyncStore} from '../library/sync/sync-store.ts';
import type {FeedServer, Mark} from './server.ts';

/** Marks a request: servers write each in a transaction of its own, some in twenty milliseconds. */
const PART = 100;

const KINDS: readonly (readonly [kind: WaitingKind, value: 0 | 1, mark: Mark])[] = [
  ['read', 1, 'read'],
  ['read', 0, 'unread'],
  ['star', 1, 'star'],
  ['star', 0, 'unstar'],
];

export type Sent = {
  sent: number;
  /** Tags that were given to articles. */
  tagged: {name: string; ids: readonly string[]}[];
  problems: Problem[];
  /** Changes to feeds that were refused: no problem where the feed turns out to be gone at the server. */
  refused: {stream: string; problem: Problem}[];
};

type MarkMeans = Readonly<{
  store: Pick<SyncStore, 'countWaiting' | 'claimMarks' | 'confirmMarks' | 'releaseMarks'>;
  signal: AbortSignal;
  moved: (done: number) => void;
}>;

type Means = Readonly<{
  store: SyncStore;
  server: FeedServer;
  signal: AbortSignal;
  moved: (done: number) => void;
}>;

/** Sends what waits: feeds, then marks. What fails waits on; it does not keep the round from going on. */
export async function sendChanges(means: Means): Promise<Sent> {
  const {server} = means;
  const sent: Sent = {sent: 0, tagged: [], problems: [], refused: []};
  await sendFeeds(means, sent);
  for (const [kind, value, mark] of KINDS) {
    if (mark === 'read') await attempt(sent, means, () => sendAllRead(means, sent));
    await attempt(sent, means, () => sendMarks(means, {kind, value}, ids => server.mark(mark, ids), sent));
  }
  if (server.tags) await attempt(sent, means, () => sendTags(means, sent));
  return sent;
}

async function attempt(sent: Sent, {signal}: Means, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    signal.throwIfAborted();
    const problem = toProblem(error);
    // Nothing further would be heard either.
    if (problem.kind === 'denied' || problem.kind === 'offline' || problem.kind === 'rate-limited')
      throw error instanceof ProblemError ? error : new ProblemError(problem);
    if (!sent.problems.some(({message}) => message === problem.message)) sent.problems.push(problem);
  }
}

/**
 * Sends tags. A server that answers twice that it does not take them has none: they stay here, and nothing
 * waits.
 */
async function sendTags(means: Means, sent: Sent): Promise<void> {
  const {store, server} = means;
  for (const {name, value} of store.waitingTags()) {
    const set = async (ids: readonly string[]): Promise<void> => {
      await server.tags?.set(name, value, ids);
      if (value === 1) sent.tagged.push({name, ids});
    };
    const send = (): Promise<void> => sendMarks(means, {kind: tagKind(name), value}, set, sent);
    try {
      await send().catch((error: unknown) => (isRefusal(error) ? send() : Promise.reject(error)));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      store.endTags();
      return;
    }
  }
}

/** The server was heard, and did not do it. */
function isRefusal(error: unknown): boolean {
  const {kind} = toProblem(error);
  return kind === 'refused' || kind === 'denied' || kind === 'missing';
}

/** Sends the marks of one kind in parts. What a failed part holds is released, and waits on. */
export async function sendMarks(
  {store, signal, moved}: MarkMeans,
  which: Pick<Claimed, 'kind' | 'value'>,
  send: (ids: readonly string[]) => Promise<void>,
  sent: Pick<Sent, 'sent'>,
): Promise<void> {
  for (let left = store.countWaiting(which); left > 0; left -= PART) {
    signal.throwIfAborted();
    const claimed = store.claimMarks(which, PART);
    if (claimed.ids.length === 0) return;
    await flown(store, claimed, () => send(claimed.ids));
    store.confirmMarks(claimed);
    sent.sent += claimed.ids.length;
    moved(sent.sent);
  }
}

async function flown(
  store: Pick<SyncStore, 'releaseMarks'>,
  claimed: Claimed,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    store.releaseMarks(claimed);
    throw error;
  }
}

/**
 * Very many marks as one request, up to the moment at which the last of them came in: what came in later
 * stays unread. Only where nothing else that is unread would be marked with them; and it counts as done when
 * the server lists none of them as unread any more.
 */
async function sendAllRead({store, server, moved}: Means, sent: Sent): Promise<void> {
  const which = {kind: 'read', value: 1} as const;
  if (!server.markAllRead || store.countWaiting(which) <= PART) return;
  const claimed = store.claimMarks(which, Number.MAX_SAFE_INTEGER);
  await flown(store, claimed, async () => {
    const before = await server.unread();
    const ours = new Set(claimed.ids);
    const stamps = store.stampsOf([...before, ...claimed.ids]);
    const unread = before.map(id => ({
      id,
      stamp: stamps.get(id)?.stamp ?? 0,
      stream: stamps.get(id)?.stream,
    }));
    const wanted = unread.filter(({id}) => ours.has(id));
    const others = unread.filter(({id}) => !ours.has(id));
    for (const [stream, group] of groupsOf(wanted, others)) {
      const stamp = Math.max(...group.map(one => one.stamp));
      // An article that is not here yet may be of any feed and any moment.
      const isExact =
        group.every(one => one.stamp > 0) &&
        others.every(
          one => one.stamp > stamp || (one.stamp > 0 && stream !== undefined && one.stream !== stream),
        );
      if (isExact && group.length > PART) await server.markAllRead?.(stream, stamp);
    }
    const after = new Set(await server.unread());
    const done = claimed.ids.filter(id => !after.has(id));
    store.confirmMarks({...claimed, ids: done});
    store.releaseMarks({...claimed, ids: claimed.ids.filter(id => after.has(id))});
    sent.sent += done.length;
    moved(sent.sent);
  });
}

type Unread = Readonly<{id: string; stamp: number; stream: string | null | undefined}>;

/** Everything at once where nothing else is older than the last of it, else feed by feed. */
function groupsOf(
  wanted: readonly Unread[],
  others: readonly Unread[],
): readonly (readonly [stream: string | undefined, group: readonly Unread[]])[] {
  if (wanted.length === 0) return [];
  const last = wanted.reduce((most, {stamp}) => Math.max(most, stamp), 0);
  if (others.every(({stamp}) => stamp > last)) return [[undefined, wanted]];
  return [...Map.groupBy(wanted, ({stream}) => stream)].flatMap(([stream, group]) =>
    typeof stream === 'string' ? [[stream, group] as const] : [],
  );
}

async function sendFeeds(means: Means, sent: Sent): Promise<void> {
  const {store, server, signal} = means;
  for (const change of store.waitingFeeds()) {
    signal.throwIfAborted();
    const before = sent.problems.length;
    await attempt(sent, means, async () => {
      const {title, folder} = change;
      if (change.kind === 'unfollow') {
        await server.unfollow(change.stream);
        store.confirmFeed(change);
      } else if (change.kind === 'follow') {
        const stream = await server.follow({
          url: change.url,
          ...(change.isNamed && {title}),
          ...(folder !== null && {folder}),
        });
        store.confirmFeed(change, stream);
      } else {
        await server.change(change.stream, {
          ...(title !== change.oldTitle && {title}),
          ...(folder !== change.oldFolder && {
            ...(folder !== null && {folder}),
            ...(change.oldFolder !== null && {oldFolder: change.oldFolder}),
          }),
        });
        store.confirmFeed(change);
      }
      sent.sent++;
    });
    const [problem] = change.kind === 'follow' ? [] : sent.problems.splice(before);
    if (problem && change.kind !== 'follow') sent.refused.push({stream: change.stream, problem});
  }
}
