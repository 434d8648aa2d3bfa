import {once} from 'node:events';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {anyKey} from './any-key.ts';
import {draw} from './draw.ts';

type Stage = Readonly<{
  /** Cells of the screen, and of those what the picture may take. */
  columns: number;
  rows: number;
  /** Pixels of a cell, as far as the terminal says. */
  cell: Readonly<{width: number; height: number}>;
  /** The terminal says that it draws sixels. */
  hasSixel: boolean;
}>;

type Options = Readonly<{
  write: (bytes: string) => void;
  suspendTerminal: (during: () => Promise<void>) => Promise<void>;
}>;

/** Pixels of a cell of a terminal that does not say. */
const USUAL = {width: 8, height: 16} as const;

/** Milliseconds that the terminal may take to answer. */
const PATIENCE = 300;

/**
 * Has the screen for one picture until a key is pressed. `make` is told how much room there is, and gives the
 * sequence that draws at the cursor, with the cells from the left at which it is to begin.
 */
export async function showAlone(
  make: (stage: Stage) => Readonly<{left: number; sequence: string; after: string}>,
  caption: string,
  {write, suspendTerminal}: Options,
): Promise<void> {
  const {stdin, stdout} = process;
  await suspendTerminal(async () => {
    write(SCREEN.take);
    stdin.setRawMode(true);
    stdin.resume();
    try {
      const [columns, rows] = [stdout.columns || 80, stdout.rows || 24];
      const {left, sequence, after} = make({columns, rows: rows - 2, ...(await asked(write))});
      write(`\u001B[1;${left + 1}H`);
      draw(sequence, write);
      write(`\u001B[${rows};1H\u001B[0;2m${caption.slice(0, columns - 1)}\u001B[0m`);
      await anyKey();
      if (after !== '') draw(after, write);
    } finally {
      stdin.setRawMode(false);
      stdin.pause();
      // Node stops reading in the next turn; who reads on after us must not begin before.
      await nextTurn();
      write(SCREEN.giveBack);
    }
  });
}

const SCREEN = {take: '\u001B[?1049h\u001B[?25l\u001B[2J', giveBack: '\u001B[?25h\u001B[?1049l'} as const;

/**
 * Asks how large a cell is, and then what the terminal is: every terminal answers that, so nobody waits for
 * an answer to the first question that doesn't come. 4 among its parts says sixel.
 */
async function asked(write: (bytes: string) => void): Promise<Pick<Stage, 'cell' | 'hasSixel'>> {
  const {stdin} = process;
  const signal = AbortSignal.timeout(PATIENCE);
  let said = '';
  write('\u001B[16t\u001B[c');
  try {
    while (!KIND.test(said)) said += String(((await once(stdin, 'data', {signal})) as [Buffer])[0]);
  } catch {
    // It says nothing at all: what is usual will do.
  }
  const [, height, width] = /\u001B\[6;(\d{1,3});(\d{1,3})t/.exec(said) ?? [];
  const parts = KIND.exec(said)?.[1]?.split(';') ?? [];
  const isKnown = Number(width) > 0 && Number(height) > 0;
  return {
    cell: isKnown ? {width: Number(width), height: Number(height)} : USUAL,
    hasSixel: parts.slice(1).includes('4'),
  };
}

const KIND = /\u001B\[\?([\d;]*)c/;
