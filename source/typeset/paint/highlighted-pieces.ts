import type {Highlight} from '../../domain/page/page.ts';
import {cellsOf, graphemesOf} from '../text/cells.ts';
import type {Piece} from '../text/line.ts';

/** The pieces of a line with some of its cells lit. Where two lights meet the later one shines. */
export function litPieces(pieces: readonly Piece[], lit: readonly Highlight[]): readonly Piece[] {
  const result: Piece[] = [];
  let cell = 0;
  for (const piece of pieces) {
    const end = cell + cellsOf(piece.text);
    if (lit.some(({span}) => span.from < end && span.to > cell)) result.push(...split(piece, cell, lit));
    else result.push(piece);
    cell = end;
  }
  return result;
}

function split({text, look, at}: Piece, start: number, lit: readonly Highlight[]): Piece[] {
  const parts: Piece[] = [];
  let cell = start;
  let position = 0;
  for (const grapheme of graphemesOf(text)) {
    const role = lit.findLast(({span}) => cell >= span.from && cell < span.to)?.role;
    const last = parts.at(-1);
    const roles = role ? [...look.roles, role] : look.roles;
    if (last && last.look.roles.length === roles.length && last.look.roles.at(-1) === roles.at(-1))
      parts[parts.length - 1] = {...last, text: last.text + grapheme};
    else parts.push({text: grapheme, look: role ? {...look, roles} : look, at: at < 0 ? -1 : at + position});
    cell += cellsOf(grapheme);
    position += grapheme.length;
  }
  return parts;
}
