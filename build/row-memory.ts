import {ONE_CELL} from '../source/screen/frame/cells.ts';

/*
 * Most of a frame's cost is Ink setting every row into cells and reading the cells back, whether the row has
 * changed or not. The rows of a frame depend on nothing but what is written to them, so here each is kept by
 * that: a move of the selection sets six rows instead of thirty. What is written is cut by Ink's own code,
 * and rows on which several texts meet are set by it too; test/build holds both to the same output.
 */

export function rememberRows(source: string): string {
  const changed = source.replace('export default class Output {', 'class CellOutput {');
  if (changed === source) throw new Error('ink/build/output.js has changed: its class was not found');
  return changed + ROW_OUTPUT;
}

/*
 * Ink makes three objects of each character. If all of a text are one cell each, those between two codes are
 * taken as one here, as wide as it may be.
 */
const RUNS = String.raw`
const CODES = /(\x1b(?:\[[\d;]*m|\]8;[^\x07\x1b\x9c]*(?:\x07|\x1b\\))|\n)/;

const styledRuns = text => {
  const parts = text.split(CODES);
  if (parts.some((part, index) => index % 2 === 0 && /[^${ONE_CELL}]/.test(part))) return undefined;
  const tokens = parts.flatMap((part, index) => {
    if (part === '') return [];
    if (index % 2 === 0 || part === '\n') return [{type: 'char', value: part, fullWidth: false}];
    return recall(kept.codes, part, () => tokenize(part));
  });
  return styledCharsFromTokens(tokens);
};
`;

const ROW_OUTPUT = `
/** Strings alone are kept from frame to frame, some 3 MB at most. */
const MOST = 3000;
const kept = {lines: new Map(), rows: new Map(), widths: new Map(), codes: new Map()};

const recall = (map, key, make) => {
  let value = map.get(key);
  if (value === undefined) {
    if (map.size >= MOST) map.clear();
    value = make();
    map.set(key, value);
  }
  return value;
};

${RUNS}
export default class Output extends CellOutput {
  get() {
    const rows = this.writesByRow();
    if (rows === undefined) return super.get();
    return {output: rows.map(writes => this.rowOf(writes)).join('\\n'), height: rows.length};
  }

  /** The writes to each row; undefined where a transformer makes several lines of one. */
  writesByRow() {
    const rows = Array.from({length: this.height}, () => []);
    const clips = [];
    for (const operation of this.operations) {
      if (operation.type === 'clip') clips.push(intersectClips(clips.at(-1), operation.clip));
      else if (operation.type === 'unclip') clips.pop();
      else if (!this.addWrite(rows, operation, clips.at(-1))) return undefined;
    }
    return rows;
  }

  addWrite(rows, operation, clip) {
    const {text, y, transformers} = operation;
    let {x, y: top} = operation;
    const width = this.widthOf(text);
    let lines = recall(kept.lines, text, () => this.linesOf(text));
    if (clip) {
      if (isClipEmpty(clip)) return true;
      if (typeof clip.x1 === 'number' && typeof clip.x2 === 'number') {
        if (x + width < clip.x1 || x > clip.x2) return true;
        lines = lines.map(line => this.cut(line, x, clip));
        x = Math.max(x, clip.x1);
      }
      if (typeof clip.y1 === 'number' && typeof clip.y2 === 'number') {
        if (y + lines.length < clip.y1 || y > clip.y2) return true;
        lines = lines.slice(Math.max(0, clip.y1 - y), y + lines.length > clip.y2 ? clip.y2 - y : lines.length);
        top = Math.max(y, clip.y1);
      }
    }
    for (let [index, line] of lines.entries()) {
      const row = rows[top + index];
      if (row === undefined) continue;
      for (const transformer of transformers) line = transformer(line, index + top - y);
      if (line.includes('\\n')) return false;
      if (line !== '') row.push({x, line});
    }
    return true;
  }

  widthOf(text) {
    return recall(kept.widths, text, () => this.caches.getWidestLine(text));
  }

  /** Each line of a text with the styles that it begins with. */
  linesOf(text) {
    const lines = [[]];
    for (const character of this.charsOf(text)) {
      if (character.value === '\\n') lines.push([]);
      else lines.at(-1).push(character);
    }
    return lines.map(line => styledCharsToString(line));
  }

  charsOf(text) {
    return styledRuns(text) ?? this.caches.getStyledChars(text);
  }

  cut(line, x, {x1, x2}) {
    const width = this.widthOf(line);
    const from = x < x1 ? x1 - x : 0;
    const to = x + width > x2 ? x2 - x : width;
    return from === 0 && to === width ? line : this.sliceLineToColumns(line, from, to);
  }

  rowOf(writes) {
    if (writes.length === 0) return '';
    const key = writes.map(({x, line}) => x + '\\u0000' + line).join('\\u0001') + '\\u0000' + this.width;
    return recall(kept.rows, key, () => this.setRow(writes));
  }

  setRow(writes) {
    const [{x, line}] = writes;
    if (writes.length === 1 && x === 0) return styledCharsToString(this.charsOf(line)).trimEnd();
    const row = new CellOutput({width: this.width, height: 1});
    row.caches = this.caches;
    for (const write of writes) row.write(write.x, 0, write.line, {transformers: []});
    return row.get().output;
  }
}
`;
