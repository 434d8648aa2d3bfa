import type {Flow} from '../text/flow.ts';
import {cellsOf} from '../text/cells.ts';

/** Cells between two columns. */
export const GAP = 2;

/** What a column would like, and what it needs so that no word of usual length is torn. */
type Wish = Readonly<{natural: number; least: number}>;

/** A word longer than this may be broken rather than make a table impossible. */
const LONGEST_WORD = 16;

/**
 * The widths of columns that fit into a measure: each as wide as its widest cell where there is room, otherwise the
 * wide ones give way first, down to their longest word. Undefined where even that is too wide.
 */
export function columnWidths(
  rows: readonly (readonly Flow[])[],
  measure: number,
): readonly number[] | undefined {
  const count = Math.max(0, ...rows.map(row => row.length));
  const wishes = Array.from({length: count}, (_, column) => wishOf(rows.flatMap(row => row[column] ?? [])));
  const room = measure - GAP * (count - 1);
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
  if (sum(wishes.map(({natural}) => natural)) <= room) return wishes.map(({natural}) => natural);
  if (sum(wishes.map(({least}) => least)) > room) return undefined;
  const at = (level: number): number[] =>
    wishes.map(({natural, least}) => Math.max(least, Math.min(natural, level)));
  let level = 1;
  while (sum(at(level + 1)) <= room) level++;
  return spread(at(level), wishes, room);
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
