import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {bareRequests} from '../../bench/library/bare-requests.ts';
import {openLibrary} from '../../source/library/file/open-library.ts';
import {syncWith} from '../sync/sync-with.ts';
import {freshrss} from './freshrss.ts';

const COUNT = 100_000;
const HTML = `<p>${'Some words of a text that is neither short nor long. '.repeat(40)}</p>`;
const NEWEST = 2000;
const PART = 250;
const ROUNDS = 5;

/** First syncs of 100,000 articles at a real FreshRSS, in turns with the bare requests. */
export async function runFreshrssSpeed(at: string, say: (line: string) => void): Promise<void> {
  const real = await freshrss(at);
  const folder = mkdtempSync(join(tmpdir(), 'inkwell-speed-'));
  const account = {
    name: 'home',
    base: real.base,
    api: 'google-reader',
    server: real.kind,
    user: real.user,
  } as const;
  try {
    say(`FreshRSS ${real.version}`);
    real.fill(COUNT, HTML);
    for (let round = 0; round < ROUNDS; round++) {
      const bare = await bareRequests(real, {newest: NEWEST, part: PART});
      const library = openLibrary(join(folder, `${round}.db`), {now: Date.now});
      const first = await syncWith(library, account, real.password, {newest: NEWEST});
      const again = await syncWith(library, account, real.password, {newest: NEWEST});
      library.close();
      say(
        `bare ${Math.round(bare)} ms, first sync ${first.milliseconds} ms = ${(first.milliseconds / bare).toFixed(2)}×, ` +
          `${first.added} articles, ${first.requests} requests; unchanged ${again.milliseconds} ms, ${again.requests} requests`,
      );
    }
  } finally {
    await real.stop();
    rmSync(folder, {recursive: true, force: true});
  }
}
