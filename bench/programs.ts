import {execFile, execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {fillLibrary} from './library/fill-library.ts';
import {createWords, makeArticle, makeBody} from './library/make-article.ts';
import {serveFeeds} from './library/serve-feeds.ts';
import type {Program} from './measure/session.ts';

export type Size = Readonly<{name: string; feeds: number; articles: number}>;

const ENTRY = join(import.meta.dirname, '../dist/cli.js');

/** Inkwell on a library of a size; the launch image is kept in its cache folder. */
export function inkwell(folder: string, {name, feeds, articles}: Size): Program & {image: string} {
  const home = join(folder, `inkwell-${name}`);
  const library = join(home, 'inkwell/library.db');
  if (!existsSync(library)) fillLibrary(library, {feeds, articles});
  const cache = join(home, 'cache');
  return {
    name: `inkwell ${name}`,
    command: [process.execPath, ENTRY],
    environment: {
      XDG_DATA_HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_CACHE_HOME: cache,
      INKWELL_OFFLINE: '1',
    },
    ready: '? help',
    quit: ['Q'],
    image: join(cache, 'inkwell/code/launch.json'),
  };
}

/** The floor: a Node that writes one word. */
export function floor(): Program {
  return {
    name: 'node -e write',
    command: [process.execPath, '-e', "process.stdout.write('ready'); setTimeout(() => {}, 60_000)"],
    ready: 'ready',
    quit: ['\u0003'],
  };
}

/** newsboat on a cache that it has filled itself, `j` bound as here. */
export async function newsboat(folder: string, {name, feeds, articles}: Size): Promise<Program | undefined> {
  if (!isInstalled('newsboat')) return undefined;
  const home = join(folder, `newsboat-${name}`);
  const [urls, cache, config] = ['urls', 'cache.db', 'config'].map(file => join(home, file)) as [
    string,
    string,
    string,
  ];
  const words = ['-u', urls, '-c', cache, '-C', config];
  if (!existsSync(cache)) {
    mkdirSync(home, {recursive: true});
    const server = await serveFeeds(articles);
    const lines = Array.from(
      {length: feeds},
      (_, feed) => `http://127.0.0.1:${server.port}/feeds/${feed}.xml`,
    );
    writeFileSync(
      urls,
      [...lines, '"query:All articles:unread = \\"yes\\" or unread = \\"no\\""'].join('\n'),
    );
    writeFileSync(config, 'bind-key j down\nbind-key k up\nreload-threads 8\nmax-items 0\nauto-reload no\n');
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

function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
}
