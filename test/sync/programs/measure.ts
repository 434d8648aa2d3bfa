/*
 * A first sync and an unchanged round of a large account, beside the bare requests: `node
 * test/sync/programs/measure.ts`.
 */
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {longId} from '../../../source/sync/google-reader/item-id.ts';
import {Double} from '../double.ts';
import {syncWith} from '../sync-with.ts';

const ITEMS = Number(process.env['ITEMS'] ?? 100_000);
const NEWEST = 2000;

if (process.send) await serve();
else await measure();

/** The server, in a process of its own. */
async function serve(): Promise<void> {
  const double = await new Double().start();
  double.isLogged = false;
  const feeds = Array.from({length: 100}, (_, n) => double.addFeed(`https://feed-${n}.example/feed`));
  const html = `<p>${'Some words of a text that is neither short nor long. '.repeat(40)}</p>`;
  for (let n = 0; n < ITEMS; n++)
    double.addItem(feeds[n % feeds.length]!, {html, isRead: n % 10 !== 0, isStarred: n % 500 === 0});
  process.send?.({base: double.base, ...double.account});
}

async function measure(): Promise<void> {
  const child = fork(import.meta.filename);
  const [{base, user, password}] = (await once(child, 'message')) as [
    Record<'base' | 'user' | 'password', string>,
  ];
  const folder = mkdtempSync(join(tmpdir(), 'inkwell-measure-'));
  const library = openLibrary(join(folder, 'library.db'), {now: Date.now});
  const account = {name: 'home', base, api: 'google-reader', server: 'freshrss', user} as const;
  try {
    const bare = await bareRequests(base, user, password);
    const started = performance.now();
    const first = await syncWith(library, account, password, {newest: NEWEST});
    const took = performance.now() - started;
    const before = process.cpuUsage();
    const second = await syncWith(library, account, password, {newest: NEWEST});
    const {user: busy, system} = process.cpuUsage(before);
    console.log(
      [
        `bare requests ${Math.round(bare)} ms`,
        `first sync ${Math.round(took)} ms (${(took / bare).toFixed(2)} times), ${first.added} articles, ${first.requests} requests`,
        `unchanged round ${Math.round((busy + system) / 1000)} ms of processor time, ${second.requests} requests`,
        `${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
        ...first.problems.map(({message}) => message),
      ].join('\n'),
    );
  } finally {
    library.close();
    child.kill();
    rmSync(folder, {recursive: true, force: true});
  }
}

/** The same questions, whose answers are thrown away. */
async function bareRequests(base: string, user: string, password: string): Promise<number> {
  const login = await fetch(`${base}/accounts/ClientLogin`, {
    method: 'POST',
    body: new URLSearchParams({Email: user, Passwd: password}),
  });
  const headers = {authorization: `GoogleLogin auth=${/^Auth=(.+)$/mu.exec(await login.text())?.[1] ?? ''}`};
  const started = performance.now();
  const ids = async (query: Record<string, string>, most = Infinity): Promise<string[]> => {
    const all: string[] = [];
    let c: string | undefined;
    do {
      const search = new URLSearchParams({output: 'json', n: '10000', ...query, ...(c !== undefined && {c})});
      const answer = await fetch(`${base}/reader/api/0/stream/items/ids?${search.toString()}`, {headers});
      const {itemRefs, continuation} = (await answer.json()) as {
        itemRefs: {id: string}[];
        continuation?: string;
      };
      all.push(...itemRefs.map(({id}) => id));
      c = itemRefs.length === 0 || all.length >= most ? undefined : continuation;
    } while (c !== undefined);
    return all;
  };
  const state = 'user/-/state/com.google';
  const newest = await ids({s: `${state}/reading-list`}, NEWEST);
  const unread = await ids({s: `${state}/reading-list`, xt: `${state}/read`});
  const starred = await ids({s: `${state}/starred`});
  const wanted = [...new Set([...unread, ...starred, ...newest.slice(0, NEWEST)])];
  for (let start = 0; start < wanted.length; start += 200) {
    const part = wanted.slice(start, start + 200).map((id): [string, string] => ['i', longId(id)]);
    const body = new URLSearchParams([['output', 'json'], ...part]);
    await (await fetch(`${base}/reader/api/0/stream/items/contents`, {method: 'POST', headers, body})).text();
  }
  return performance.now() - started;
}
