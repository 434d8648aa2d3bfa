import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {temporaryHome} from '../helpers/temporary-home.ts';
import {Terminal} from '../helpers/terminal.ts';
import type {Cell} from '../helpers/terminal.ts';
import {openNewsroom} from '../newsroom/newsroom.ts';
import type {Newsroom} from '../newsroom/newsroom.ts';
import {signUpDesk} from '../newsroom/sign-up-desk.ts';
import {movingSvg} from './moving.ts';
import type {Shot} from './moving.ts';
import {svgOf} from './svg.ts';

/*
 * Draws the README's pictures from real frames: `npm run pictures`. A test takes the same frames again and
 * compares their text with the pictures', so that they can't go stale.
 */

export const FOLDER = join(import.meta.dirname, '../../docs/pictures');

type Picture = Readonly<{
  name: string;
  title: string;
  columns: number;
  rows: number;
  pose: (terminal: Terminal) => Promise<unknown>;
}>;

const LIST = 'The second thousand users';

export const PICTURES: readonly Picture[] = [
  {
    name: 'list',
    title: 'The list of articles',
    columns: 80,
    rows: 24,
    pose: async terminal => terminal.until(one => isQuiet(one) && one.screen().includes(LIST)),
  },
  {
    name: 'article',
    title: 'An article',
    columns: 80,
    rows: 30,
    async pose(terminal) {
      await terminal.until(LIST);
      terminal.act('open');
      await terminal.until(one => isQuiet(one) && one.screen().includes('min left'));
    },
  },
  {
    name: 'side-by-side',
    title: 'List and article side by side',
    columns: 132,
    rows: 34,
    async pose(terminal) {
      await terminal.until(LIST);
      await terminal.until(one => isQuiet(one) && one.lines().some(line => /│.*Mara Lindqvist/.test(line)));
    },
  },
  {
    name: 'subscribe',
    title: 'The newsletter prompt',
    columns: 80,
    rows: 24,
    async pose(terminal) {
      await terminal.until(LIST);
      terminal.act('subscribe');
      await terminal.until(/Email[\s\S]*Goes to/);
      terminal.type('reader@example.com');
      await terminal.until('reader@example.com');
    },
  },
];

/** Nothing is being fetched, and no message waits to fade. */
function isQuiet(terminal: Terminal): boolean {
  return !/fetching|opening|\.$/i.test(terminal.lines().at(-1) ?? '');
}

/** The frame of a picture, from the program on the journal, in an empty home. */
export async function frameOf({columns, rows, pose}: Picture): Promise<Cell[][]> {
  const home = await temporaryHome();
  const terminal = new Terminal({columns, rows, environment: home.environment});
  try {
    await pose(terminal);
    return terminal.cells();
  } finally {
    terminal.close();
    await home.remove();
  }
}

const JOURNAL = join(import.meta.dirname, '../../journal');
/**
 * The port that the journal's own card names, and the last of those tried where it is taken: all of one
 * width.
 */
const [PORT, LAST_PORT] = [8027, 8099];

/** A newsletter's server on this machine. */
async function signUpRoom(port = PORT): Promise<Newsroom> {
  try {
    return await openNewsroom([signUpDesk(() => undefined)], port);
  } catch (error) {
    if (port === LAST_PORT) throw error;
    return await signUpRoom(port + 1);
  }
}

/** A session for the README's moving picture: open, read, filter, subscribe at a server on this machine. */
export async function session(): Promise<readonly Shot[]> {
  const home = await temporaryHome();
  const room = await signUpRoom();
  const folder = join(home.folder, 'journal');
  await cp(JOURNAL, folder, {recursive: true});
  const card = join(folder, 'publication.yml');
  const origin = `http://127.0.0.1:${PORT}`;
  await writeFile(card, (await readFile(card, 'utf8')).replaceAll(origin, room.origin));
  const terminal = new Terminal({columns: 80, rows: 24, environment: home.environment, arguments: [folder]});
  const shots: Shot[] = [];
  const take = async (seconds: number, shown: string | RegExp): Promise<void> => {
    await terminal.until(shown);
    await terminal.until(isQuiet);
    shots.push({cells: terminal.cells(), seconds});
  };
  try {
    await take(2.5, LIST);
    terminal.act('down');
    await take(0.6, /▌[^\n]*A cache is a promise/);
    terminal.act('up');
    await take(0.6, /▌[^\n]*The second thousand users/);
    terminal.act('open');
    await take(2.5, /min left/);
    terminal.act('page-down');
    await take(2, /\b(?!0 %)\d+ %/);
    terminal.act('back');
    await take(0.8, LIST);
    terminal.act('find');
    terminal.type('cache');
    await take(2, /\/cache\s+\d+ found/);
    terminal.press('esc');
    await take(0.6, LIST);
    terminal.act('subscribe');
    await take(2, /Goes to/);
    terminal.type('reader@example.com');
    await take(2, /reader@example\.com/);
    terminal.press('enter');
    await take(3.5, /Look in your inbox/);
    return shots;
  } finally {
    terminal.close();
    await room.close();
    await home.remove();
  }
}

export const SESSION_TITLE = 'A session: open, read, filter, subscribe';

if (process.argv[1] === import.meta.filename) {
  await mkdir(FOLDER, {recursive: true});
  for (const picture of PICTURES)
    await writeFile(join(FOLDER, `${picture.name}.svg`), svgOf(await frameOf(picture), picture.title));
  await writeFile(join(FOLDER, 'session.svg'), movingSvg(await session(), SESSION_TITLE));
}
