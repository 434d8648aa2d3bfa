import type {Flow} from '../../text/flow.ts';
import {EMPTY} from '../../text/flow.ts';
import type {Alignment} from '../block.ts';
import {alignmentOf, spanOf} from './attributes.ts';

type Row = {isHead: boolean; readonly cells: Flow[]; readonly alignment: Alignment[]};

/** The rows of a table as they are read; a cell that reaches over others leaves empty ones in their places. */
export class Rows {
  readonly all: Row[] = [];
  /** By column: in how many of the next rows a cell of an earlier one is still there. */
  readonly #held: number[] = [];

  begin(): void {
    const row = this.all.at(-1);
    if (row) this.#leaveRoom(row, this.#held.findLastIndex(rows => rows > 0) + 1);
    this.all.push({isHead: true, cells: [], alignment: []});
  }

  openCell(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.all.length === 0) this.begin();
    const row = this.all.at(-1);
    if (!row) return;
    while ((this.#held[row.alignment.length] ?? 0) > 0) this.#leaveRoom(row, row.alignment.length + 1);
    if (name === 'td') row.isHead = false;
    const down = spanOf(attributes['rowspan']);
    for (let span = spanOf(attributes['colspan']); span > 0; span--)
      this.#held[row.alignment.push(alignmentOf(attributes)) - 1] = down - 1;
  }

  closeCell(flow: Flow): void {
    const row = this.all.at(-1);
    if (!row) return;
    row.cells.push(flow);
    while (row.cells.length < row.alignment.length) row.cells.push(EMPTY);
  }

  /** Empty cells up to a column. */
  #leaveRoom({cells, alignment}: Row, columns: number): void {
    while (alignment.length < columns) {
      const column = alignment.push('left') - 1;
      cells.push(EMPTY);
      this.#held[column] = Math.max(0, (this.#held[column] ?? 0) - 1);
    }
  }
}
