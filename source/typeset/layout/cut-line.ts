import {cellsOf, graphemesOf} from '../text/cells.ts';
import type {Piece} from '../text/line.ts';
import {drawn} from '../text/line.ts';
import {ours} from '../text/look.ts';
import type {Glyphs} from './glyphs.ts';

/**
 * The cells [from, from + width) of a line, with a mark in the first or last of them where it goes on beyond.
 * What takes two cells and has only one of them in view leaves it blank.
 */
export function cutLine(
  pieces: readonly Piece[],
  from: number,
  width: number,
  {beyond: [before, after]}: Glyphs,
): readonly Piece[] {
  const cells = pieces.reduce((sum, {text}) => sum + cellsOf(text), 0);
  if (from === 0 && cells <= width) return pieces;
  const [isBefore, isAfter] = [from > 0 && cells > 0, cells > from + width];
  const first = from + (isBefore ? 1 : 0);
  const last = from + width - (isAfter ? 1 : 0);
  const kept = between(pieces, first, last);
  return [
    ...(isBefore ? [drawn(before, ours('rule'))] : []),
    ...kept,
    ...(isAfter ? [drawn(after, ours('rule'))] : []),
  ];
}

/** The parts of pieces in the cells [first, last). */
function between(pieces: readonly Piece[], first: number, last: number): Piece[] {
  const kept: Piece[] = [];
  let cell = 0;
  for (const {text, look, at} of pieces) {
    let unit = 0;
    let part = '';
    let start = 0;
    for (const grapheme of graphemesOf(text)) {
      const end = cell + cellsOf(grapheme);
      const isWhole = cell >= first && end <= last;
      if (isWhole) {
        if (part === '') start = unit;
        part += grapheme;
      } else if (cell < last && end > first) {
        if (part !== '') kept.push({text: part, look, at: at + start});
        part = '';
        kept.push(drawn(' '.repeat(Math.min(end, last) - Math.max(cell, first)), look));
      }
      cell = end;
      unit += grapheme.length;
    }
    if (part !== '') kept.push({text: part, look, at: at + start});
  }
  return kept;
}
