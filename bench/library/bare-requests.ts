import {longId} from '../../source/sync/google-reader/item-id.ts';
import type {ServedAccount} from './serve-account.ts';

const STATE = 'user/-/state/com.google';

/** The requests of a first sync, whose answers are thrown away; the milliseconds that they take. */
export async function bareRequests(
  {base, user, password}: Pick<ServedAccount, 'base' | 'user' | 'password'>,
  {newest, part}: Readonly<{newest: number; part: number}>,
): Promise<number> {
  const login = await fetch(`${base}/accounts/ClientLogin`, {
    method: 'POST',
    body: new URLSearchParams({Email: user, Passwd: password}),
  });
  const headers = {authorization: `GoogleLogin auth=${/^Auth=(.+)$/mu.exec(await login.text())?.[1] ?? ''}`};
  const ids = async (query: Record<string, string>, most = Infinity): Promise<string[]> => {
    const all: string[] = [];
    let c: string | undefined;
    do {
      const search = new URLSearchParams({output: 'json', n: '10000', ...query, ...(c !== undefined && {c})});
      const answer = await fetch(`${base}/reader/api/0/stream/items/ids?${search.toString()}`, {headers});
      const page = (await answer.json()) as {itemRefs: {id: string}[]; continuation?: string};
      all.push(...page.itemRefs.map(({id}) => id));
      c = page.itemRefs.length === 0 || all.length >= most ? undefined : page.continuation;
    } while (c !== undefined);
    return all;
  };
  const began = performance.now();
  const read = await ids({s: `${STATE}/reading-list`}, newest);
  const unread = await ids({s: `${STATE}/reading-list`, xt: `${STATE}/read`});
  const starred = await ids({s: `${STATE}/starred`});
  const wanted = [...new Set([...unread, ...starred, ...read.slice(0, newest)])];
  for (let start = 0; start < wanted.length; start += part) {
    const some = wanted.slice(start, start + part).map((id): [string, string] => ['i', longId(id)]);
    const body = new URLSearchParams([['output', 'json'], ...some]);
    const answer = await fetch(`${base}/reader/api/0/stream/items/contents`, {method: 'POST', headers, body});
    await answer.arrayBuffer();
  }
  return performance.now() - began;
}
