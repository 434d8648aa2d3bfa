import type {Dots, Pictured} from '../../domain/page/picture.ts';

/** The upper half of a cell is its ink, the lower its ground. */
export const HALF_BLOCK = '▀';

/** One row of a picture; its number decides how colours are mixed. */
export type DotRow = Dots & Readonly<{row: number}>;

/** A row of a picture: dots that we draw, or cells that the terminal draws a picture over, by its number. */
export type Drawing = Readonly<{dots: DotRow}> | Readonly<{id: number}>;

/** The beginning of a picture on a page: its source, lines and state. */
export type Figure = Readonly<{
  src: string;
  alternative: string;
  lines: number;
  room: number;
  state: Pictured['state'] | 'absent';
}>;
