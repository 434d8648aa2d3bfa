import {execFile} from 'node:child_process';
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {buildFloor} from './floors/build-floor.ts';
import {fillLibrary} from './library/fill-library.ts';
import {htmlToMarkdown} from '../source/html/html-to-markdown.ts';
import {createWords, makeArticle, makeBody} from './library/make-article.ts';
import type {Figures} from './measure/figures.ts';
import {ENTRY, homeOf} from './programs.ts';

const run = promisify(execFile);

export const NODE = 'node -e 0, CPU';

/** A command as a whole process, and how often its processor time may be that of `node -e 0`. */
type MeasuredCommand = Readonly<{
  name: string;
  words: readonly string[];
  home: 'empty' | 'filled';
  most: number;
}>;

/** `FILE` and `POSTS` stand for an article of 8 kB and a folder of a hundred. */
export const COMMANDS: readonly MeasuredCommand[] = [
  {name: 'read FILE --format text', words: ['read', 'FILE', '--format', 'text'], home: 'empty', most: 3},
  {name: 'list --json, journal', words: ['list', '--json'], home: 'empty', most: 3},
  {name: 'list --json, 10k', words: ['list', '--json', '--limit', '100'], home: 'filled', most: 2.5},
  {name: 'search WORD --json, 10k', words: ['search', 'river', '--json'], home: 'filled', most: 2.5},
  {name: 'list FOLDER, 100 posts', words: ['list', 'POSTS'], home: 'empty', most: 5},
  {name: 'sources, 10k', words: ['sources'], home: 'filled', most: 2.5},
  {name: 'config get', words: ['config', 'get', 'theme'], home: 'empty', most: 2.5},
  {name: 'completion suggest', words: ['completion', 'suggest', '--', 'li'], home: 'empty', most: 2.5},
  {name: 'mark --undo, 10k', words: ['mark', '--undo'], home: 'filled', most: 2.5},
];

type Floor = Readonly<{name: string; file: string; folder: string; most: number}>;

/** The least programs that do a part of it by the same packages, and what was wanted of the whole. */
export const FLOORS: readonly Floor[] = [
  {name: 'least read by marked and marked-terminal', file: 'marked-read.ts', folder: 'FILE', most: 3},
  {name: 'least list by yaml, journal', file: 'yaml-list.ts', folder: 'JOURNAL', most: 3},
  {name: 'least list by yaml, 100 posts', file: 'yaml-list.ts', folder: 'POSTS', most: 5},
];

/** Runs each command once, in turns with a bare Node, and notes processor and wall time in milliseconds. */
export async function commands(folder: string, figures: Figures, against: string | undefined): Promise<void> {
  await noteCommand(figures, NODE, ['-e', '0'], {});
  const places = commandPlaces(folder);
  const given: Readonly<Record<string, string>> = {
    FILE: places.file,
    POSTS: places.posts,
    JOURNAL: join(ENTRY, '../../journal'),
  };
  for (const {name, file, folder: place} of FLOORS)
    await noteCommand(figures, name, [await buildFloor(folder, file), given[place] ?? ''], {});
  for (const {name, words, home} of COMMANDS) {
    const line = words.map(word => given[word] ?? word);
    const environment = homeOf(places[home]);
    await noteCommand(figures, name, [ENTRY, ...line], environment);
    if (against !== undefined)
      await noteCommand(figures, `${name}, ${against}`, [join(against, 'dist/cli.js'), ...line], environment);
  }
}

/** Makes the files and libraries that are missing, and returns where each is by its name. */
export function commandPlaces(
  folder: string,
): Readonly<Record<'empty' | 'filled' | 'file' | 'posts', string>> {
  const places = {
    empty: join(folder, 'commands-empty'),
    filled: join(folder, 'inkwell-10k'),
    file: join(folder, 'commands/article.md'),
    posts: join(folder, 'commands/posts'),
  };
  if (!existsSync(places.posts)) {
    mkdirSync(places.posts, {recursive: true});
    writeFileSync(places.file, markdown(0, 8_000));
    for (let index = 0; index < 100; index++)
      writeFileSync(join(places.posts, `post-${index}.md`), markdown(index, 3_000));
  }
  const library = join(places.filled, 'inkwell/library.db');
  if (!existsSync(library)) fillLibrary(library, {feeds: 100, articles: 100});
  return places;
}

/** Runs a command of Node's once, and notes processor and wall time in milliseconds. */
export async function noteCommand(
  figures: Figures,
  name: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  // Bash knows the processor time of what it has waited for, to the millisecond.
  const script = `TIMEFORMAT='%U %S %R'; time "$@" >/dev/null 2>&1 </dev/null || true`;
  const {stderr} = await run('bash', ['-c', script, 'bash', process.execPath, ...words], {
    env: {...process.env, ...environment, INKWELL_OFFLINE: '1', LC_ALL: 'C'},
  });
  const [user = NaN, system = NaN, wall = NaN] = stderr.trim().split(/\s+/).map(Number);
  figures.note(name, 'cpu', (user + system) * 1000);
  figures.note(name, 'wall', wall * 1000);
}

function markdown(index: number, length: number): string {
  const {title} = makeArticle(0, index);
  const text = htmlToMarkdown(makeBody(createWords(index + 1), length));
  return `---\ntitle: "${title}"\ndate: 2026-01-${String((index % 28) + 1).padStart(2, '0')}\n---\n\n${text}\n`;
}
