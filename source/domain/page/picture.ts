/**
 * Pixels of a picture, row by row, three bytes each: red, green, blue. Nothing in it is transparent any more.
 */
export type Raster = Readonly<{width: number; height: number; rgb: Uint8Array}>;

/** A rectangle of cells in a terminal. */
export type Cells = Readonly<{columns: number; rows: number}>;

/** A row of cells, each two dots one above the other: colours as 0xrrggbb. */
export type Dots = Readonly<{upper: readonly number[]; lower: readonly number[]}>;

/** The state of a picture on a page. */
export type Pictured =
  | Readonly<{state: 'coming'}>
  /** Why it can't be shown, for a line of the frame. */
  | Readonly<{state: 'failed'; reason: string}>
  /** Drawn by coloured half blocks, a row of cells after the other. */
  | Readonly<{state: 'dots'; rows: readonly Dots[]}>
  /** The terminal has it under this number, and draws it over so many cells (kitty's graphics protocol). */
  | Readonly<{state: 'placed'; id: number; cells: Cells}>;

/** Pixels that a cell stands for where nobody knows: a picture is never set larger than it is. */
const CELL = {width: 8, height: 16} as const;

/** The cells that a picture takes in a room: its own size, or what fits; its shape is kept. */
export function cellsFor({width, height}: Pick<Raster, 'width' | 'height'>, room: Cells): Cells {
  const scale = Math.min(
    1,
    (room.columns * CELL.width) / Math.max(1, width),
    (room.rows * CELL.height) / Math.max(1, height),
  );
  return {
    columns: Math.max(1, Math.min(room.columns, Math.round((width * scale) / CELL.width))),
    rows: Math.max(1, Math.min(room.rows, Math.round((height * scale) / CELL.height))),
  };
}
