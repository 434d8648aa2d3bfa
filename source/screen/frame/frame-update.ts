import {BARE, cellsOf} from './cells.ts';
import type {CellLook, Cells} from './cells.ts';
import {placedRow} from './placed-row.ts';

/*
 * The bytes that turn one full screen into the next. Only cells that differ are written. Where a part of the
 * screen has moved up or down the terminal moves it, by Delete Line and Insert Line: every terminal since the
 * VT102 has them, and unlike a scroll region they leave nothing behind. Both ways are made, the shorter is
 * used.
 */

type Rows = readonly string[];

/** `before` and `after` have as many rows as the screen. The cursor may be anywhere, before and after. */
export function frameUpdate(before: Rows, after: Rows, columns: number): string {
  const inPlace = update(new Pen(columns), before, after);
  const move = moveOf(before, after);
  if (!move) return inPlace;
  const moved = update(new Pen(columns, sequenceOf(move)), shifted(before, move), after);
  return moved.length < inPlace.length ? moved : inPlace;
}

function update(pen: Pen, before: Rows, after: Rows): string {
  for (const [row, line] of after.entries()) {
    const was = before[row] ?? '';
    if (was === line) continue;
    const old = cellsOf(was);
    const cells = cellsOf(line);
    if (old && cells && Math.max(old.text.length, cells.text.length) <= pen.columns)
      updateRow(pen, row, old, cells);
    else pen.whole(row, line);
  }
  return pen.end();
}

/** A gap of equal cells that is shorter is written again: a cursor move costs as much. */
const GAP = 4;

function updateRow(pen: Pen, row: number, old: Cells, cells: Cells): void {
  const length = Math.max(old.text.length, cells.text.length);
  const isBlankFrom = blankFrom(cells);
  for (let column = 0; column < length; column++) {
    if (isSame(old, cells, column)) continue;
    if (column >= isBlankFrom && blankFrom(old) - column > 3) {
      pen.clear(row, column);
      return;
    }
    if (row === pen.row && column > pen.column && column - pen.column <= GAP)
      for (let gap = pen.column; gap < column; gap++) pen.put(row, gap, cells);
    pen.put(row, column, cells);
  }
}

/** A blank cell shows no foreground, and beyond its end a row is blank. */
function isSame(one: Cells, other: Cells, column: number): boolean {
  const character = one.text[column] ?? ' ';
  if (character !== (other.text[column] ?? ' ')) return false;
  const [look = BARE, otherLook = BARE] = [one.looks[column], other.looks[column]];
  return look === otherLook || (character === ' ' && !look.isSeen && !otherLook.isSeen);
}

function blankFrom({text, looks}: Cells): number {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ' && !looks[end - 1]?.isSeen) end--;
  return end;
}

/** The cursor's place and look, and the bytes that brought it there. */
class Pen {
  #bytes: string;
  #look = BARE;
  row = -1;
  column = -1;
  readonly columns: number;

  constructor(columns: number, bytes = '') {
    this.columns = columns;
    this.#bytes = bytes;
  }

  put(row: number, column: number, {text, looks}: Cells): void {
    const character = text[column] ?? ' ';
    const look = looks[column] ?? BARE;
    this.#move(row, column);
    if (character !== ' ' || look.isSeen || this.#look.isSeen) this.#take(look);
    this.#bytes += character;
    this.column++;
    // After the last cell terminals disagree on the cursor's place.
    if (this.column >= this.columns) this.column = Number.NaN;
  }

  clear(row: number, column: number): void {
    this.#move(row, column);
    if (this.#look.isSeen) this.#take(BARE);
    this.#bytes += '\x1b[K';
  }

  whole(row: number, line: string): void {
    this.#take(BARE);
    this.#move(row, 0);
    this.#bytes += `\x1b[K${placedRow(line)}`;
    this.column = Number.NaN;
  }

  end(): string {
    if (this.#bytes !== '') this.#take(BARE);
    return this.#bytes;
  }

  #move(row: number, column: number): void {
    if (row === this.row && column === this.column) return;
    if (row === this.row && column > this.column)
      this.#bytes += column === this.column + 1 ? '\x1b[C' : `\x1b[${column - this.column}C`;
    // The terminal adds the carriage return: Node's raw mode leaves that on.
    else if (row === this.row + 1 && column === 0 && this.row >= 0) this.#bytes += '\n';
    else this.#bytes += column === 0 ? `\x1b[${row + 1}H` : `\x1b[${row + 1};${column + 1}H`;
    this.row = row;
    this.column = column;
  }

  #take(look: CellLook): void {
    if (look === this.#look) return;
    if (look.link !== this.#look.link) this.#bytes += `\x1b]8;${look.link || ';'}\x07`;
    const added = look.codes.filter(code => !this.#look.codes.includes(code));
    const isKept = this.#look.codes.every(code => look.codes.includes(code));
    if (!isKept) this.#bytes += look.codes.length > 0 ? `\x1b[0;${look.codes.join(';')}m` : '\x1b[m';
    else if (added.length > 0) this.#bytes += `\x1b[${added.join(';')}m`;
    this.#look = look;
  }
}

/** Rows `from` to `to` (not included) now show what was `by` rows further down. */
type Move = Readonly<{from: number; to: number; by: number}>;

function moveOf(before: Rows, after: Rows): Move | undefined {
  const by = distance(before, after);
  if (by === undefined) return undefined;
  const first = Math.max(0, -by);
  const end = Math.min(after.length, after.length - by);
  const gains = after.map((line, row) =>
    row < first || row >= end
      ? -Infinity
      : likeness(line, before[row + by] ?? '') - likeness(line, before[row] ?? ''),
  );
  return {...bestRun(gains), by};
}

/** The distance that most of the changed rows have moved; undefined when hardly any has. */
function distance(before: Rows, after: Rows): number | undefined {
  const rows = new Map(before.map((line, row) => [line, row]));
  const votes = new Map<number, number>();
  for (const [row, line] of after.entries()) {
    const was = rows.get(line);
    if (line.length < 10 || line === before[row] || was === undefined) continue;
    votes.set(was - row, (votes.get(was - row) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([, one], [, other]) => other - one);
  return best && best[1] > 1 ? best[0] : undefined;
}

/** Cells that are equal and not blank. */
function likeness(line: string, other: string): number {
  if (line === other) return line.length;
  const [one, two] = [cellsOf(line), cellsOf(other)];
  if (!one || !two) return 0;
  let alike = 0;
  const length = Math.min(one.text.length, two.text.length);
  for (let column = 0; column < length; column++)
    if (one.text[column] !== ' ' && isSame(one, two, column)) alike++;
  return alike;
}

/** The rows that gain most by a move. */
function bestRun(gains: readonly number[]): Readonly<{from: number; to: number}> {
  let best = {from: 0, to: 0, sum: 0};
  let [from, sum] = [0, 0];
  for (const [row, gain] of gains.entries()) {
    sum += gain;
    if (sum <= 0) [from, sum] = [row + 1, 0];
    if (sum > best.sum) best = {from, to: row + 1, sum};
  }
  return {from: best.from, to: best.to};
}

function sequenceOf({from, to, by}: Move): string {
  const count = Math.abs(by);
  return by > 0
    ? `\x1b[${from + 1}H\x1b[${count}M\x1b[${to + 1}H\x1b[${count}L`
    : `\x1b[${to - count + 1}H\x1b[${count}M\x1b[${from - count + 1}H\x1b[${count}L`;
}

/** The rows after the move. */
function shifted(before: Rows, {from, to, by}: Move): Rows {
  const blank = Array.from({length: Math.abs(by)}, () => '');
  return by > 0
    ? [...before.slice(0, from), ...before.slice(from + by, to + by), ...blank, ...before.slice(to + by)]
    : [...before.slice(0, from + by), ...blank, ...before.slice(from + by, to + by), ...before.slice(to)];
}
