import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {RARE_WORD} from './library/make-article.ts';
import {LARGE, opening, readingLibrary} from './library/reading-library.ts';
import type {Figures} from './measure/figures.ts';
import {Session} from './measure/session.ts';
import type {Program} from './measure/session.ts';
import {inkwellAt} from './programs.ts';

const PAGE_DOWN = '\u001B[6~';
const PAGE_UP = '\u001B[5~';

/** Long enough for what is done in idle moments, in milliseconds. */
const IDLE = 1200;

type Search = (session: Session, note: (what: string, ...numbers: number[]) => void) => Promise<void>;

export type Contender = Readonly<{
  program: Program;
  /** Run before each start. */
  before?: () => void;
  /** Opens the list of all articles, where that is not what is shown first. */
  enter?: readonly [end: string, enter: string, shown: string];
  moves: boolean;
  /** Types a search; each is one press. */
  search?: Search;
  /** Newsboat takes more than a minute for 100,000 articles. */
  most?: number;
}>;

/** Start, moves, search, quit. */
export async function story(contender: Contender, figures: Figures, isFirst: boolean): Promise<void> {
  const {program, before, enter, moves, search} = contender;
  const note = (what: string, ...numbers: number[]): void => figures.note(program.name, what, ...numbers);
  before?.();
  const session = new Session(program);
  note('frame', await session.shows(program.ready));
  note('cpu', session.cpu() ?? Number.NaN);
  await session.quiet(150);
  note('rss', session.memory()?.now ?? Number.NaN);
  if (moves) {
    if (enter) {
      await session.press(enter[0]);
      await session.press(enter[1], enter[2]);
    }
    for (let index = 0; index < (isFirst ? 40 : 15); index++) {
      const {first, bytes} = await session.press('j');
      note('j', first);
      note('bytes', bytes);
    }
    for (let index = 0; index < 5; index++) {
      const {first, bytes} = await session.press(PAGE_DOWN);
      note('page', first);
      note('page bytes', bytes);
    }
    note('held', await session.hold('j', 60, 30));
    note('flood', await session.hold('j', 200, 0));
  }
  await search?.(session, note);
  note('peak', session.memory()?.peak ?? Number.NaN);
  note('quit', await session.leave(program.quit));
}

/** Filters as one types, searches in the text, opens what was found and comes back. */
export const searchInkwell: Search = async (session, note) => {
  await session.press('/');
  for (const letter of 'river gal') note('filter', (await session.press(letter)).last);
  await session.press('\u0015');
  for (const letter of `"${RARE_WORD}`) await session.press(letter);
  note('search', (await session.press('"')).last);
  await session.press('\r');
  await session.press('\r');
  await session.quiet(IDLE);
  for (let index = 0; index < 3; index++) await session.press(' ');
};

export const searchNewsboat: Search = async (session, note) => {
  await session.press('/');
  for (const letter of RARE_WORD) await session.press(letter);
  note('search', (await session.press('\r', 'Search results')).first);
};

/** Opens small articles and the large one: the first time when the reader has been idle for a moment. */
export async function reading(folder: string, figures: Figures): Promise<void> {
  const home = join(folder, 'inkwell-reading');
  readingLibrary(home);
  const program = inkwellAt('inkwell, reading', home);
  const note = (what: string, ...numbers: number[]): void => figures.note(program.name, what, ...numbers);
  rmSync(program.image, {force: true});
  const session = new Session(program);
  await session.shows(program.ready);
  await session.quiet(IDLE);
  note('open first', (await session.press('\r', opening(0))).first);
  await session.press('q');
  await session.press('j');
  await session.quiet(IDLE);
  note('open large', (await session.press('\r', opening(LARGE))).first);
  for (let index = 0; index < 10; index++) {
    note('large line', (await session.press('j')).first);
    note('large page', (await session.press(' ')).first);
  }
  await session.press('G');
  note('large end', (await session.press('k')).first, (await session.press(PAGE_UP)).first);
  await session.press('q');
  for (let article = 2; article < 12; article++) {
    await session.press('j');
    await session.quiet(100);
    note('open', (await session.press('\r', opening(article))).first);
    await session.press('q');
  }
  note('peak', session.memory()?.peak ?? Number.NaN);
  await session.leave(program.quit);
}
