import {execFile} from 'node:child_process';
import {rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {promisify} from 'node:util';
import {noteCommand} from './commands.ts';
import {RARE_WORD} from './library/make-article.ts';
import {serveFeeds} from './library/serve-feeds.ts';
import type {Figures} from './measure/figures.ts';
import {Session} from './measure/session.ts';
import {ENTRY, homeOf, inkwell, subscribeInkwell} from './programs.ts';

/** From a library of a year to a million articles of 3,000 publications. */
const SIZES = [
  {name: '10k', feeds: 100, articles: 100},
  {name: '100k', feeds: 1000, articles: 100},
  {name: '1m', feeds: 3000, articles: 334},
] as const;
const PRESSES = 100;
const PAGE_DOWN = '\u001B[6~';

export const GROWTH = SIZES.map(({name}) => `growth, ${name}`);
export const MANY = 'a first refresh of 3,000 feeds';

/** Keys, commands and what a library takes on the disk, for each size; a million takes an hour to fill. */
export async function growth(folder: string, figures: Figures): Promise<void> {
  for (const [index, size] of SIZES.entries()) {
    const name = GROWTH[index] ?? '';
    const program = inkwell(folder, size);
    const home = join(folder, `inkwell-${size.name}`);
    figures.note(name, 'megabytes on the disk', statSync(join(home, 'inkwell/library.db')).size / 1e6);
    await pressed(name, program, figures);
    for (const words of [
      ['list', '--json', '--limit', '100'],
      ['search', 'river', '--json'],
      ['sources', '--json'],
    ])
      for (let round = 0; round < 5; round++)
        await noteCommand(figures, `${name}: ${words.join(' ')}`, [ENTRY, ...words], homeOf(home));
    const began = performance.now();
    const out = join(folder, 'exported.jsonl');
    await promisify(execFile)(
      'sh',
      ['-c', `"$0" "$@" > ${out}`, process.execPath, ENTRY, 'export', '--state'],
      {
        env: {...process.env, ...homeOf(home)},
      },
    );
    figures.note(name, 'export', performance.now() - began);
    rmSync(out);
  }
  await manyFeeds(folder, figures);
}

/** Each key a hundred times; what the search finds is marked and taken back. */
async function pressed(name: string, program: ReturnType<typeof inkwell>, figures: Figures): Promise<void> {
  rmSync(program.image, {force: true});
  const session = new Session(program);
  const note = (what: string, milliseconds: number): void => figures.note(name, what, milliseconds);
  note('first frame', await session.shows(program.ready));
  await session.quiet(1500);
  const press = async (what: string, key: string): Promise<void> => {
    note(what, (await session.press(key)).first);
    await wait(20);
  };
  for (let time = 0; time < PRESSES; time++) await press('j', 'j');
  for (let time = 0; time < PRESSES; time++) await press('PageDown', PAGE_DOWN);
  await press('the end', 'G');
  await press('the beginning', 'g');
  for (let time = 0; time < 20; time++) {
    await press('star', 's');
    await press('star, taken back', 'u');
  }
  for (let round = 0; round < 6; round++) {
    await session.press('/');
    for (const letter of 'river gal') note('a letter of a filter', (await session.press(letter)).last);
    await session.press('\u001B');
    await session.quiet(100);
  }
  await session.press('/');
  for (const letter of `"${RARE_WORD}`) await session.press(letter);
  note('a search', (await session.press('"')).last);
  figures.note(name, 'megabytes of memory', session.memory()?.peak ?? Number.NaN);
  for (const key of ['\u001B', '\u001B']) await session.press(key);
  note('leaving', await session.leave(program.quit));
}

const FEEDS = 3000;

/** The reader fetches them for the first time while `j` is pressed. */
async function manyFeeds(folder: string, figures: Figures): Promise<void> {
  const server = await serveFeeds(10, FEEDS);
  const home = join(folder, 'inkwell-many');
  await subscribeInkwell(home, FEEDS, server.port);
  const environment = homeOf(home);
  const session = new Session({
    name: MANY,
    command: [process.execPath, ENTRY],
    environment,
    ready: 'q quit',
    quit: ['Q'],
  });
  await session.shows('q quit');
  const began = performance.now();
  await session.press('r');
  for (let press = 0; press < 50 || session.screen().includes('Fetching'); press++)
    figures.note(MANY, 'j', (await session.press('j')).first);
  figures.note(MANY, 'all of it', performance.now() - began);
  figures.note(MANY, 'megabytes of memory', session.memory()?.peak ?? Number.NaN);
  await session.leave(['Q']);
  server.close();
}
