import {largest} from './setting.ts';
import type {Alignment, Block} from '../blocks/block.ts';
import type {Flow} from '../text/flow.ts';
import type {Line, Piece} from '../text/line.ts';
import {BLANK, drawn, lineOf} from '../text/line.ts';
import {ours} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';
import {columnWidths, GAP} from './column-widths.ts';
import {layOutRecords} from './records.ts';
import type {Setting} from './setting.ts';

type Table = Extract<Block, {kind: 'table'}>;

/**
 * A table without upright lines: its head over rules as wide as the columns. Rows that need several lines
 * stand apart.
 */
export function layOutTable(table: Table, measure: number, setting: Setting): readonly Line[] {
  const {head, rows, alignment} = table;
  const all = head.length > 0 ? [head, ...rows] : rows;
  const widths = columnWidths(all, measure);
  if (!widths) return layOutRecords(table, measure, setting);
  const set = all.map(row => widths.map((width, column) => setCell(row[column], width, setting)));
  const isTall = set.slice(head.length > 0 ? 1 : 0).some(cells => cells.some(lines => lines.length > 1));
  const lines: Line[] = [];
  for (const [index, cells] of set.entries()) {
    const height = largest(
      1,
      cells.map(cell => cell.length),
    );
    for (let line = 0; line < height; line++)
      lines.push(
        rowLine(
          cells.map(cell => cell[line] ?? BLANK),
          widths,
          alignment,
        ),
      );
    if (index === 0 && head.length > 0) lines.push(rules(widths, setting.glyphs.rule));
    else if (isTall && index < set.length - 1) lines.push(BLANK);
  }
  return lines;
}

function setCell(flow: Flow | undefined, width: number, setting: Setting): readonly Line[] {
  return flow && flow.text !== '' ? setFlow(flow, width, setting.breaking) : [];
}

function rowLine(cells: readonly Line[], widths: readonly number[], alignment: readonly Alignment[]): Line {
  const pieces: Piece[] = [];
  let owed = 0;
  for (const [column, {pieces: own, width}] of cells.entries()) {
    const free = (widths[column] ?? 0) - width;
    const before =
      alignment[column] === 'right' ? free : alignment[column] === 'center' ? Math.floor(free / 2) : 0;
    if (own.length > 0) {
      if (owed + before > 0) pieces.push(drawn(' '.repeat(owed + before), ours()));
      pieces.push(...own);
      owed = free - before;
    } else owed += widths[column] ?? 0;
    owed += GAP;
  }
  return lineOf(pieces);
}

function rules(widths: readonly number[], rule: string): Line {
  return lineOf(
    widths.flatMap((width, column) => [
      ...(column > 0 ? [drawn(' '.repeat(GAP), ours())] : []),
      drawn(rule.repeat(width), ours('rule')),
    ]),
  );
}
