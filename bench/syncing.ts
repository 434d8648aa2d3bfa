import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {bareRequests} from './library/bare-requests.ts';
import {fillLibrary} from './library/fill-library.ts';
import {ITEMS, serveAccount} from './library/serve-account.ts';
import type {ServedAccount} from './library/serve-account.ts';
import {storeAgain} from './library/store-again.ts';
import type {Figures} from './measure/figures.ts';
import {Session} from './measure/session.ts';
import {ENTRY, homeOf} from './programs.ts';

export const SYNC = `an account of ${ITEMS} articles`;

/** Read articles that a first sync brings, the setting's default, and articles a request. */
const NEWEST = 2000;
const PART = 250;

/**
 * The first sync of a large account beside its bare requests and beside storing ready rows, an unchanged
 * round, and `j` while a reader syncs for the first time.
 */
export async function syncing(folder: string, figures: Figures): Promise<void> {
  const server = await serveAccount();
  const note = (what: string, number: number): void => figures.note(SYNC, what, number);
  try {
    const home = join(folder, 'inkwell-sync');
    const library = await added(home, server);
    note('bare', await bareRequests(server, {newest: NEWEST, part: PART}));
    const first = await synced(home, server);
    note('first', first.milliseconds);
    note('first, CPU', first.cpu);
    note('first, MB', first.peak);
    note('first, requests', first.requests);
    note('stored', storeAgain(library, join(folder, 'stored-again.db'), {part: PART}));
    const again = await synced(home, server);
    note('again, CPU', again.cpu);
    note('again, requests', again.requests);
    await keysMeanwhile(join(folder, 'inkwell-sync-reader'), server, figures);
  } finally {
    server.close();
  }
}

/** An empty home with the account; its library. */
async function added(home: string, server: ServedAccount, fill?: (library: string) => void): Promise<string> {
  rmSync(home, {recursive: true, force: true});
  mkdirSync(home, {recursive: true, mode: 0o700});
  const library = join(home, 'inkwell/library.db');
  fill?.(library);
  const how = ['--name', 'home', '--user', server.user, '--password-env', 'RSS_PASSWORD'];
  await ran(home, server, ['account', 'add', server.base, ...how]);
  return library;
}

type Synced = Readonly<{milliseconds: number; requests: number; peak: number; cpu: number}>;

async function synced(home: string, server: ServedAccount): Promise<Synced> {
  const {stdout, ...spent} = await ran(home, server, ['sync', '--json']);
  const {synced: all, problems} = JSON.parse(stdout) as {synced: Synced[]; problems: object[]};
  const [round] = all;
  if (!round || problems.length > 0) throw new Error(`The round failed: ${stdout}`);
  return {...spent, milliseconds: round.milliseconds, requests: round.requests};
}

/** A command to its end, with its greatest memory in MB and its processor time in milliseconds. */
async function ran(
  home: string,
  server: ServedAccount,
  words: readonly string[],
): Promise<{stdout: string; peak: number; cpu: number}> {
  const child = spawn(process.execPath, [ENTRY, ...words], {
    env: {...process.env, ...homeOf(home), RSS_PASSWORD: server.password},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', chunk => (stdout += String(chunk)));
  child.stderr.on('data', chunk => (stderr += String(chunk)));
  let peak = Number.NaN;
  let cpu = Number.NaN;
  const look = (): void => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
      // A process that is ending has no memory any more.
      if (kilobytes > 0) peak = kilobytes / 1024;
      const [, rest = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ');
      const ticks = rest.split(' ');
      cpu = (Number(ticks[11]) + Number(ticks[12])) * 10;
    } catch {
      // It has ended, or there is no /proc.
    }
  };
  const looking = setInterval(look, 5);
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(looking);
  if (code !== 0) throw new Error(`inkwell ${words.join(' ')}: ${stderr}`);
  return {stdout, peak, cpu};
}

async function keysMeanwhile(home: string, server: ServedAccount, figures: Figures): Promise<void> {
  const library = await added(home, server, path => fillLibrary(path, {feeds: 100, articles: 100}));
  const session = new Session({
    name: SYNC,
    command: [process.execPath, ENTRY],
    environment: {...homeOf(home), RSS_PASSWORD: server.password},
    ready: '? help',
    quit: ['Q'],
  });
  await session.shows('? help');
  const file = new DatabaseSync(library, {readOnly: true});
  const isSynced = file.prepare('SELECT 1 FROM account WHERE synced_at IS NOT NULL');
  do figures.note(SYNC, 'j', (await session.press('j')).first);
  while (isSynced.get() === undefined);
  file.close();
  const {peak = Number.NaN} = session.memory() ?? {};
  figures.note(SYNC, 'reader, MB', peak);
  await session.leave(['Q']);
}
