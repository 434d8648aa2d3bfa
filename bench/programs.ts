import {execFile, execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {buildFloor} from './floors/build-floor.ts';
import {fillLibrary} from './library/fill-library.ts';
import {createWords, makeArticle, makeBody} from './library/make-article.ts';
import {serveFeeds} from './library/serve-feeds.ts';
import type {Program} from './measure/session.ts';

export type Size = Readonly<{name: string; feeds: number; articles: number}>;

export const ENTRY = join(import.meta.dirname, '..', process.env['INKWELL_DIST'] ?? 'dist', 'cli.js');

/** Inkwell on a library of a size; the launch image is kept in its cache folder. */
export function inkwell(folder: string, {name, feeds, articles}: Size): Program & {image: string} {
  const home = join(folder, `inkwell-${name}`);
  const library = join(home, 'inkwell/library.db');
  if (!existsSync(library)) fillLibrary(library, {feeds, articles});
  return inkwellAt(`inkwell ${name}`, home);
}

export function inkwellAt(name: string, home: string): Program & {image: string} {
  return {
    name,
    command: [process.execPath, ENTRY],
    environment: {...homeOf(home), INKWELL_OFFLINE: '1'},
    ready: '? help',
    quit: ['Q'],
    image: join(home, 'cache/inkwell/code/launch.json'),
  };
}

/** Everything that Inkwell keeps, in one folder. */
export function homeOf(home: string): Readonly<Record<string, string>> {
  return {
    XDG_DATA_HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
  };
}

/** A Node that writes one word; a list by hand in Node; the least list in Ink. */
export async function floors(folder: string): Promise<readonly Program[]> {
  return [
    {
      name: 'node -e write',
      command: [process.execPath, '-e', "process.stdout.write('ready'); setTimeout(() => {}, 60_000)"],
      ready: 'ready',
      quit: ['\u0003'],
    },
    aList('a list in Node', process.execPath, join(import.meta.dirname, 'floors/node-list.cjs'), '10000'),
    aList('a list in Ink', process.execPath, await buildFloor(folder, 'ink-list.tsx')),
  ];
}

function aList(name: string, ...command: [string, ...string[]]): Program {
  return {name, command, ready: '? help', quit: ['q']};
}

/** newsboat on a cache that it has filled itself, `j` bound as here. */
export async function newsboat(folder: string, {name, feeds, articles}: Size): Promise<Program | undefined> {
  if (!isInstalled('newsboat')) return undefined;
  const home = join(folder, `newsboat-${name}`);
  const words = newsboatWords(home);
  if (!existsSync(join(home, 'cache.db'))) {
    const server = await serveFeeds(articles);
    subscribeNewsboat(home, feeds, server.port);
    await promisify(execFile)('newsboat', [...words, '-x', 'reload']);
    server.close();
  }
  return {
    name: `newsboat ${name}`,
    command: ['newsboat', '-q', ...words],
    ready: 'Feed 0000',
    quit: ['q', 'q', 'q', 'q'],
  };
}

/** Follows feeds of this machine in an empty library. */
export async function subscribeInkwell(home: string, feeds: number, port: number): Promise<void> {
  rmSync(home, {recursive: true, force: true});
  mkdirSync(home, {recursive: true, mode: 0o700});
  const outlines = Array.from(
    {length: feeds},
    (_, feed) => `<outline type="rss" xmlUrl="http://127.0.0.1:${port}/feeds/${feed}.xml"/>`,
  );
  const list = join(home, 'feeds.opml');
  writeFileSync(list, `<opml version="2.0"><body>${outlines.join('\n')}</body></opml>`);
  const env = {...process.env, ...homeOf(home)};
  await promisify(execFile)(process.execPath, [ENTRY, 'import', list], {env});
}

export function newsboatWords(home: string): readonly string[] {
  const file = (name: string): string => join(home, name);
  return ['-u', file('urls'), '-c', file('cache.db'), '-C', file('config')];
}

export function subscribeNewsboat(home: string, feeds: number, port: number): void {
  mkdirSync(home, {recursive: true});
  const lines = Array.from({length: feeds}, (_, feed) => `http://127.0.0.1:${port}/feeds/${feed}.xml`);
  writeFileSync(
    join(home, 'urls'),
    [...lines, '"query:All articles:unread = \\"yes\\" or unread = \\"no\\""'].join('\n'),
  );
  const config = 'bind-key j down\nbind-key k up\nreload-threads 8\nmax-items 0\nauto-reload no\n';
  writeFileSync(join(home, 'config'), config);
}

/** A pager and a browser on a megabyte. */
export function viewers(folder: string): Program[] {
  const page = join(folder, 'page.html');
  if (!existsSync(page)) {
    mkdirSync(dirname(page), {recursive: true});
    writeFileSync(page, `<h1>${makeArticle(0, 0).title}</h1>${makeBody(createWords(1), 1_000_000)}`);
  }
  const programs: Program[] = [
    {name: 'less, 1 MB', command: ['less', page], ready: 'F0000', quit: ['q']},
    {name: 'w3m, 1 MB', command: ['w3m', page], ready: 'F0000', quit: ['q', 'y']},
  ];
  return programs.filter(({command: [file]}) => isInstalled(file));
}

export function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
}
