import {execFile} from 'node:child_process';
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {serveFeeds} from './library/serve-feeds.ts';
import type {Served} from './library/serve-feeds.ts';
import type {Figures} from './measure/figures.ts';
import {Session} from './measure/session.ts';
import {ENTRY, homeOf, isInstalled, newsboatWords, subscribeInkwell, subscribeNewsboat} from './programs.ts';

const FEEDS = 100;
const ARTICLES = 100;

export const REFRESHERS = {inkwell: 'inkwell, 100 feeds', newsboat: 'newsboat, 100 feeds'} as const;

/**
 * 100 feeds of 100 articles fetched into an empty library, once more unchanged, and renewed while `j` is
 * pressed.
 */
export async function refreshing(folder: string, figures: Figures): Promise<void> {
  const server = await serveFeeds(ARTICLES, FEEDS);
  try {
    await inkwell(join(folder, 'inkwell-refresh'), server, figures);
    if (isInstalled('newsboat')) await newsboat(join(folder, 'newsboat-refresh'), server, figures);
  } finally {
    server.close();
  }
}

async function inkwell(home: string, server: Served, figures: Figures): Promise<void> {
  const note = (what: string, ...numbers: number[]): void =>
    figures.note(REFRESHERS.inkwell, what, ...numbers);
  await subscribeInkwell(home, FEEDS, server.port);
  const run = async (...words: string[]): Promise<number> =>
    timed(process.execPath, [ENTRY, ...words], homeOf(home));
  note('first', await run('refresh', '--force'));
  note('again', await run('refresh', '--force'));
  server.renew();
  const session = new Session({
    name: REFRESHERS.inkwell,
    command: [process.execPath, ENTRY],
    environment: homeOf(home),
    ready: '? help',
    quit: ['Q'],
  });
  await session.shows('? help');
  await session.quiet(500);
  await session.press('r');
  for (let press = 0; press < 200 && (press < 5 || session.screen().includes('Fetching')); press++)
    note('j', (await session.press('j')).first);
  await session.leave(['Q']);
}

async function newsboat(home: string, server: Served, figures: Figures): Promise<void> {
  rmSync(home, {recursive: true, force: true});
  subscribeNewsboat(home, FEEDS, server.port);
  const words = [...newsboatWords(home), '-x', 'reload'];
  figures.note(REFRESHERS.newsboat, 'first', await timed('newsboat', words, {}));
  figures.note(REFRESHERS.newsboat, 'again', await timed('newsboat', words, {}));
}

async function timed(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const began = performance.now();
  await promisify(execFile)(program, words, {env: {...process.env, ...environment}});
  return performance.now() - began;
}
