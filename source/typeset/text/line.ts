import {cellsOf} from './cells.ts';
import type {Look} from './look.ts';

/** A piece of a line with one look. */
export type Piece = Readonly<{
  text: string;
  look: Look;
  /** The offset of its text in the block's text; -1 for indents, bullets and frames. */
  at: number;
}>;

/** One line as it will stand, before any colour. */
export type Line = Readonly<{
  pieces: readonly Piece[];
  /** Cells of all pieces. */
  width: number;
  /** A panel: its background goes on up to so many cells. */
  fill?: number;
  /**
   * The direction of its text: from right to left it begins at the right edge, where the page is set so.
   * Absent: it has no such letters, or several texts side by side, each of which runs as its first letter
   * does.
   */
  isRtl?: boolean;
}>;

export const BLANK: Line = {pieces: [], width: 0};

export function drawn(text: string, look: Look): Piece {
  return {text, look, at: -1};
}

export function lineOf(pieces: readonly Piece[]): Line {
  return {pieces, width: pieces.reduce((width, {text}) => width + cellsOf(text), 0)};
}

/** A line with something drawn in front of it. */
export function prefixed(prefix: Piece, {pieces, width, fill, isRtl}: Line): Line {
  const cells = cellsOf(prefix.text);
  return {
    pieces: [prefix, ...pieces],
    width: width + cells,
    ...(fill !== undefined && {fill: fill + cells}),
    ...(isRtl !== undefined && {isRtl}),
  };
}

/** The first piece of text on a line, for the place in the block. */
export function offsetOf({pieces}: Line): number {
  return pieces.find(({at}) => at >= 0)?.at ?? -1;
}
