import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {temporaryHome} from '../helpers/temporary-home.ts';
import {Terminal} from '../helpers/terminal.ts';
import type {Cell} from '../helpers/terminal.ts';
import {svgOf} from './svg.ts';

/*
 * Draws the README's pictures from real frames: `npm run pictures`. A test takes the same frames again and compares
 * their text with the pictures', so that they can't go stale.
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

if (process.argv[1] === import.meta.filename) {
  await mkdir(FOLDER, {recursive: true});
  for (const picture of PICTURES)
    await writeFile(join(FOLDER, `${picture.name}.svg`), svgOf(await frameOf(picture), picture.title));
}
