/* A server with an account of a hundred thousand articles, in a process of its own. */
import {type ChildProcess, fork} from 'node:child_process';
import {once} from 'node:events';
import {DIALECTS, Double} from '../../test/sync/double.ts';

export const ITEMS = 100_000;
const FEEDS = 100;

export type ServedAccount = Readonly<{base: string; user: string; password: string; close: () => void}>;

/** Every tenth article is unread, one of 500 starred; each has 2 kB of text. */
export async function serveAccount(): Promise<ServedAccount> {
  const child: ChildProcess = fork(import.meta.filename);
  const [served] = (await once(child, 'message')) as [Record<'base' | 'user' | 'password', string>];
  return {...served, close: () => child.kill()};
}

if (process.send && process.argv[1] === import.meta.filename) {
  const double = await new Double(DIALECTS.freshrss).start();
  double.isLogged = false;
  const feeds = Array.from({length: FEEDS}, (_, n) => double.addFeed(`https://feed-${n}.example/feed`));
  const html = `<p>${'Some words of a text that is neither short nor long. '.repeat(40)}</p>`;
  for (let n = 0; n < ITEMS; n++)
    double.addItem(feeds[n % FEEDS]!, {html, isRead: n % 10 !== 0, isStarred: n % 500 === 0});
  process.send({base: double.base, ...double.account});
}
