import {largest} from './setting.ts';
import type {Flow} from '../text/flow.ts';
import {cellsOf} from '../text/cells.ts';

/** Cells between two columns. */
export const GAP = 2;

/** The width that a column would like, and the least at which no word of usual length is torn. */
type Wish = Readonly<{natural: number; least: number}>;

/** A word longer than this may be broken rather than make a table impossible. */
const LONGEST_WORD = 16;

/**
 * The widths of columns that fit into a measure: each as wide as its widest cell where there is room.
 * Otherwise each has its longest word, and the rest is shared by how much more they would like, so that the
 * column with the long sentences gets most of it. Undefined where even the words are too wide.
 */
export function columnWidths(
  rows: readonly (readonly Flow[])[],
  measure: number,
): readonly number[] | undefined {
  const count = largest(
    0,
    rows.map(row => row.length),
  );
  const wishes = Array.from({length: count}, (_, column) => wishOf(rows.flatMap(row => row[column] ?? [])));
  const room = measure - GAP * (count - 1);
  const natural = wishes.reduce((total, wish) => total + wish.natural, 0);
  const least = wishes.reduce((total, wish) => total + wish.least, 0);
  if (natural <= room) return wishes.map(wish => wish.natural);
  if (least > room) return undefined;
  const share = (room - least) / (natural - least);
  return spread(
    wishes.map(wish => wish.least + Math.floor((wish.natural - wish.least) * share)),
    wishes,
    room,
  );
}

/** The cells that are left go to the columns that would be wider, from the left. */
function spread(widths: number[], wishes: readonly Wish[], room: number): number[] {
  let left = room - widths.reduce((total, width) => total + width, 0);
  for (let column = 0; column < widths.length && left > 0; column++) {
    const width = widths[column] ?? 0;
    if (width >= (wishes[column]?.natural ?? 0)) continue;
    widths[column] = width + 1;
    left--;
  }
  return widths;
}

function wishOf(cells: readonly Flow[]): Wish {
  let natural = 1;
  let least = 1;
  for (const {text} of cells) {
    for (const line of text.split('\n')) natural = Math.max(natural, cellsOf(line));
    for (const word of text.split(/[\s\u200b]+/u))
      least = Math.max(least, Math.min(LONGEST_WORD, cellsOf(word)));
  }
  return {natural, least: Math.min(natural, least)};
}
