import {type ChildProcess, execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {promisify} from 'node:util';
import {setTimeout as wait} from 'node:timers/promises';
import {rss} from '../helpers/feeds.ts';
import {webServer} from '../helpers/web-server.ts';
import type {World} from './world.ts';

const USER = 'alice';
const PASSWORD = 'apipw123';
const PORT = 4719;

export type RealWorld = World &
  Readonly<{
    version: string;
    stop: () => Promise<void>;
    /** Puts articles into its database, every tenth unread and one of 500 starred, in a hundred feeds. */
    fill: (count: number, html: string) => void;
  }>;

/**
 * A real FreshRSS from its source folder, with PHP and SQLite of this machine, and a small site of thirty-odd
 * feeds.
 */
export async function freshrss(at: string): Promise<RealWorld> {
  const data = mkdtempSync(join(tmpdir(), 'inkwell-freshrss-'));
  cpSync(join(at, 'data'), data, {recursive: true});
  const environment = {...process.env, DATA_PATH: data, PHP_CLI_SERVER_WORKERS: '2'};
  // Not in one go: the sites that it fetches are served by this process.
  const php = async (...words: string[]): Promise<void> =>
    void (await promisify(execFile)('php', words, {cwd: at, env: environment}));
  const base = `http://127.0.0.1:${PORT}`;
  await php('cli/prepare.php');
  const look = '--auth-type form --environment production --language en --title T';
  const how = `--default-user ${USER} ${look} --base-url ${base} --api-enabled --db-type sqlite --disable-update`;
  await php('cli/do-install.php', ...how.split(' '));
  writeFileSync(join(data, 'opml.xml'), '<?xml version="1.0"?><opml version="2.0"><head/><body/></opml>');
  await php('cli/create-user.php', '--user', USER, '--password', 'pw12345678', '--api-password', PASSWORD);
  const site = await webServer();
  const published = new Map<number, number>();
  const feedAt = (n: number): string => `${site.origin}/feed-${n}.xml`;
  const serve = (n: number): void =>
    site.serve(`/feed-${n}.xml`, {
      headers: {'content-type': 'application/rss+xml'},
      body: rss(
        `Feed ${n}`,
        Array.from({length: published.get(n) ?? 0}, (_, index) => ({
          title: `Article ${n} ${index}`,
          day: new Date(1_700_000_000_000 + index * 60_000).toISOString(),
          link: `https://example.com/${n}/${index}`,
        })).reverse(),
      ),
    });
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    server = spawn('php', ['-S', `127.0.0.1:${PORT}`, '-t', 'p'], {
      cwd: at,
      env: environment,
      stdio: 'ignore',
      detached: true,
    });
    for (let tries = 0; tries < 100; tries++) {
      const isUp = await fetch(`${base}/api/greader.php`).then(
        answer => answer.ok,
        () => false,
      );
      if (isUp) return;
      await wait(100);
    }
    throw new Error('FreshRSS does not start.');
  };
  const kill = async (): Promise<void> => {
    if (server?.pid === undefined || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    // With its workers, which are a group of their own.
    process.kill(-server.pid, 'SIGKILL');
    await ended;
  };
  await start();
  return {
    name: 'FreshRSS',
    version:
      /FRESHRSS_VERSION = '([^']+)'/u.exec(readFileSync(join(at, 'constants.php'), 'utf8'))?.[1] ?? '?',
    kind: 'freshrss',
    keepsTags: true,
    base: `${base}/api/greader.php`,
    user: USER,
    password: PASSWORD,
    feedAt,
    publish(feed, count) {
      published.set(feed, (published.get(feed) ?? 0) + count);
      serve(feed);
    },
    async fetch() {
      // It asks no feed twice in some minutes.
      const file = new DatabaseSync(join(data, 'users', USER, 'db.sqlite'));
      file.exec('UPDATE feed SET lastUpdate = 0');
      file.close();
      for (const name of readdirSync(join(data, 'cache')))
        if (name.endsWith('.spc')) rmSync(join(data, 'cache', name));
      try {
        await php('cli/actualize-user.php', '--user', USER);
      } catch {
        // Where no feed was due it says that it failed.
      }
    },
    start,
    kill,
    fill(count, html) {
      const file = new DatabaseSync(join(data, 'users', USER, 'db.sqlite'));
      file.exec('BEGIN');
      const feed = file.prepare('INSERT INTO feed (id, url, category, name) VALUES (?, ?, 1, ?)');
      for (let n = 0; n < 100; n++) feed.run(1000 + n, `https://feed-${n}.example/feed`, `Feed ${n}`);
      const entry = file.prepare(
        `INSERT INTO entry (id, guid, title, author, content, link, date, is_read, is_favorite, id_feed, tags)
         VALUES (?, ?, ?, 'Mara', ?, ?, ?, ?, ?, ?, '')`,
      );
      for (let n = 0; n < count; n++) {
        const second = 1_700_000_000 + n;
        const link = `https://feed-${n % 100}.example/${n}`;
        const marks = [Number(n % 10 !== 0), Number(n % 500 === 0)] as const;
        entry.run(second * 1_000_000, link, `Article ${n}`, html, link, second, ...marks, 1000 + (n % 100));
      }
      file.exec('COMMIT');
      file.close();
    },
    async stop() {
      await kill();
      await site.close();
      rmSync(data, {recursive: true, force: true});
    },
  };
}
