import type {Span} from '../../domain/page/page.ts';
import {cellsOf} from '../text/cells.ts';
import type {Piece} from '../text/line.ts';
import type {Galley} from './galley.ts';

/** The cells of a block whose pieces are meant, line by line; pieces that touch are one span. */
export function spansOf(galley: Galley, block: number, isMeant: (piece: Piece) => boolean): readonly Span[] {
  return galley.lines(block).flatMap(({pieces}, line) => {
    const spans: {place: {block: number; line: number}; from: number; to: number}[] = [];
    let cell = 0;
    for (const piece of pieces) {
      const width = cellsOf(piece.text);
      const last = spans.at(-1);
      if (isMeant(piece) && width > 0) {
        if (last && last.to === cell) last.to = cell + width;
        else spans.push({place: {block, line}, from: cell, to: cell + width});
      }
      cell += width;
    }
    return spans;
  });
}
