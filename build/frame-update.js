/*
 * The bytes that make one frame of a full screen into the next. Ink compares row by row and writes a changed row from
 * its first changed cell to its end; here only the cells that differ are written, and where a part of the screen has
 * moved up or down the terminal is told to move it. Rows are moved with Delete Line and Insert Line, which every
 * terminal knows since the VT102 and which leave no scroll region behind. Both ways are tried, and the shorter is taken.
 */
import {BARE, cellsOf} from './row-cells.js';

/**
 * @param {readonly string[]} before the rows on the screen, as many as it has
 * @param {readonly string[]} after as many
 * @param {number} columns
 * @returns {string} begins anywhere, ends in the last row without any look
 */
export function frameUpdate(before, after, columns) {
  const inPlace = update(new Pen(columns), before, after);
  const move = moveOf(before, after);
  if (!move) return inPlace;
  const moved = update(new Pen(columns, sequenceOf(move)), shifted(before, move), after);
  return moved.length < inPlace.length ? moved : inPlace;
}

function update(pen, before, after) {
  for (let row = 0; row < after.length; row++) {
    if (before[row] === after[row]) continue;
    const old = cellsOf(before[row]);
    const cells = cellsOf(after[row]);
    if (old && cells && Math.max(old.text.length, cells.text.length) <= pen.columns)
      updateRow(pen, row, old, cells);
    else pen.whole(row, after[row]);
  }
  return pen.end(after.length - 1);
}

/** A gap of equal cells that is shorter is written again, since a move of the cursor costs as much. */
const GAP = 4;

function updateRow(pen, row, old, cells) {
  const length = Math.max(old.text.length, cells.text.length);
  const isBlankFrom = blankFrom(cells);
  for (let column = 0; column < length; column++) {
    if (isSame(old, cells, column)) continue;
    if (column >= isBlankFrom && blankFrom(old) - column > 3) return pen.clear(row, column);
    if (row === pen.row && column > pen.column && column - pen.column <= GAP)
      for (let gap = pen.column; gap < column; gap++) pen.put(row, gap, cells);
    pen.put(row, column, cells);
  }
}

/** A blank cell shows no colour of letters, and beyond its end a row is blank. */
function isSame(one, other, column) {
  const character = one.text[column] ?? ' ';
  if (character !== (other.text[column] ?? ' ')) return false;
  const [look = BARE, otherLook = BARE] = [one.looks[column], other.looks[column]];
  return look === otherLook || (character === ' ' && !look.isSeen && !otherLook.isSeen);
}

function blankFrom({text, looks}) {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ' && !looks[end - 1].isSeen) end--;
  return end;
}

/** Where the cursor is and what it writes with. */
class Pen {
  #bytes;
  #look = BARE;
  row = -1;
  column = -1;

  constructor(columns, bytes = '') {
    this.columns = columns;
    this.#bytes = bytes;
  }

  put(row, column, {text, looks}) {
    const character = text[column] ?? ' ';
    const look = looks[column] ?? BARE;
    this.#move(row, column);
    if (character !== ' ' || look.isSeen || this.#look.isSeen) this.#take(look);
    this.#bytes += character;
    this.column++;
    // Behind the last cell terminals differ in where the cursor stands.
    if (this.column >= this.columns) this.column = Number.NaN;
  }

  clear(row, column) {
    this.#move(row, column);
    if (this.#look.isSeen) this.#take(BARE);
    this.#bytes += '\x1b[K';
  }

  whole(row, line) {
    this.#take(BARE);
    this.#move(row, 0);
    this.#bytes += `\x1b[K${line}`;
    this.column = Number.NaN;
  }

  end(lastRow) {
    if (this.#bytes === '') return '';
    this.#take(BARE);
    if (this.row !== lastRow) this.#bytes += `\x1b[${lastRow + 1}H`;
    return this.#bytes;
  }

  #move(row, column) {
    if (row === this.row && column === this.column) return;
    if (row === this.row && column > this.column)
      this.#bytes += column === this.column + 1 ? '\x1b[C' : `\x1b[${column - this.column}C`;
    // The terminal adds the carriage return, as it does for Ink's own frames: Node's raw mode leaves that on.
    else if (row === this.row + 1 && column === 0 && this.row >= 0) this.#bytes += '\n';
    else this.#bytes += column === 0 ? `\x1b[${row + 1}H` : `\x1b[${row + 1};${column + 1}H`;
    this.row = row;
    this.column = column;
  }

  #take(look) {
    if (look === this.#look) return;
    if (look.link !== this.#look.link) this.#bytes += `\x1b]8;${look.link || ';'}\x07`;
    const added = look.codes.filter(code => !this.#look.codes.includes(code));
    const stays = this.#look.codes.every(code => look.codes.includes(code));
    if (!stays) this.#bytes += look.codes.length > 0 ? `\x1b[0;${look.codes.join(';')}m` : '\x1b[m';
    else if (added.length > 0) this.#bytes += `\x1b[${added.join(';')}m`;
    this.#look = look;
  }
}

/**
 * A part of the screen that has moved: rows `from` to `to` (not included) are now what stood `by` rows further down.
 *
 * @typedef {Readonly<{from: number, to: number, by: number}>} Move
 */

/** @returns {Move | undefined} */
function moveOf(before, after) {
  const by = distance(before, after);
  if (by === undefined) return undefined;
  const first = Math.max(0, -by);
  const end = Math.min(after.length, after.length - by);
  const gains = after.map((line, row) =>
    row < first || row >= end ? -Infinity : likeness(line, before[row + by]) - likeness(line, before[row]),
  );
  return {...bestRun(gains), by};
}

/** How far most of the changed rows have moved; undefined when hardly any has. */
function distance(before, after) {
  const rows = new Map(before.map((line, row) => [line, row]));
  const votes = new Map();
  for (const [row, line] of after.entries()) {
    const was = rows.get(line);
    if (line.length < 10 || line === before[row] || was === undefined) continue;
    votes.set(was - row, (votes.get(was - row) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([, one], [, other]) => other - one);
  return best && best[1] > 1 ? best[0] : undefined;
}

/** Cells that are alike and not blank. */
function likeness(line, other) {
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
function bestRun(gains) {
  let best = {from: 0, to: 0, sum: 0};
  let [from, sum] = [0, 0];
  for (const [row, gain] of gains.entries()) {
    sum += gain;
    if (sum <= 0) [from, sum] = [row + 1, 0];
    if (sum > best.sum) best = {from, to: row + 1, sum};
  }
  return {from: best.from, to: best.to};
}

function sequenceOf({from, to, by}) {
  const count = Math.abs(by);
  return by > 0
    ? `\x1b[${from + 1}H\x1b[${count}M\x1b[${to + 1}H\x1b[${count}L`
    : `\x1b[${to - count + 1}H\x1b[${count}M\x1b[${from - count + 1}H\x1b[${count}L`;
}

/** The rows as they are after the move. */
function shifted(before, {from, to, by}) {
  const blank = Array.from({length: Math.abs(by)}, () => '');
  return by > 0
    ? [...before.slice(0, from), ...before.slice(from + by, to + by), ...blank, ...before.slice(to + by)]
    : [...before.slice(0, from + by), ...blank, ...before.slice(from + by, to + by), ...before.slice(to)];
}
