import type {AlignType, PhrasingContent, TableCell, TableRow} from 'mdast';
import {onOneLine} from '../on-one-line.ts';
import {blocksIn} from '../scope.ts';
import type {Block, Scope} from '../scope.ts';
import {attribute, childElements, classesOf, findIn, isElement, isNamed, styleOf, textOf} from '../tree.ts';
import type {Element} from '../tree.ts';
import {codeCellsOf, readCodeTable} from './code.ts';

/**
 * A table of data becomes a table; one that places things on the page, or lines beside numbers, becomes what
 * is in it.
 */
export function readTable(element: Element, scope: Scope): void {
  const code = codeCellsOf(element);
  if (code) return readCodeTable(element, code, scope);
  const rows = rowsOf(element);
  if (isLayout(element, rows)) {
    scope.flow.end();
    scope.page.readChildren(element, scope);
    scope.flow.end();
    return;
  }
  readData(element, rows, scope);
}

/** A cell of a table that only places things. */
export function readLooseCell(element: Element, scope: Scope): void {
  scope.flow.end();
  scope.page.readChildren(element, scope);
  scope.flow.end();
}

function rowsOf(table: Element): readonly (readonly Element[])[] {
  const rows: Element[] = [];
  for (const part of childElements(table)) {
    if (part.tagName === 'tr') rows.push(part);
    else if (/^(?:thead|tbody|tfoot)$/u.test(part.tagName))
      rows.push(...childElements(part).filter(({tagName}) => tagName === 'tr'));
  }
  return rows.map(row => childElements(row).filter(cell => isNamed(cell, 'td', 'th')));
}

const HOLDS_BLOCKS = /^(?:h[1-6]|pre|blockquote|figure|hr|iframe|video|form|section|article|dl|table)$/u;

/** A table with headers is data, except one around tables. */
function isLayout(table: Element, rows: readonly (readonly Element[])[]): boolean {
  if (findIn(table, ({tagName}) => tagName === 'table')) return true;
  if (/^(?:presentation|none)$/u.test(attribute(table, 'role') ?? '')) return true;
  const cells = rows.flat();
  const columns = Math.max(0, ...rows.map(row => row.length));
  if (columns <= 1 || cells.length <= 1) return true;
  if (
    cells.some(({tagName}) => tagName === 'th') ||
    findIn(table, ({tagName}) => tagName === 'thead' || tagName === 'caption')
  )
    return false;
  if (rows.length === 1) return true;
  if (/ (?:infobox|layout|wrapper|container|tr-caption-container) /u.test(classesOf(table))) return true;
  return cells.some(
    cell =>
      textOf(cell).length > 800 || findIn(cell, ({tagName}) => HOLDS_BLOCKS.test(tagName)) !== undefined,
  );
}

const MOST_CELLS = 20_000;
const MOST_COLUMNS = 200;
const BREAK: PhrasingContent = {type: 'html', value: '<br>'};

function readData(table: Element, rows: readonly (readonly Element[])[], scope: Scope): void {
  for (const caption of childElements(table))
    if (caption.tagName === 'caption') scope.flow.block(...blocksIn(caption, scope));
  const grid = gridOf(rows, scope);
  const width = Math.max(...grid.map(row => row.length));
  const head = hasHeaders(rows) ? grid : [[], ...grid];
  const children = head.map((cells): TableRow => ({
    type: 'tableRow',
    children: Array.from({length: width}, (_, column) => cellOf(cells[column] ?? [])),
  }));
  const isEmpty = grid.every(row => row.every(cell => cell === undefined || cell.length === 0));
  if (!isEmpty) scope.flow.block({type: 'table', align: alignmentOf(rows, width), children});
}

function cellOf(blocks: readonly Block[]): TableCell {
  return {type: 'tableCell', children: onOneLine(blocks, BREAK)};
}

/** Cells by row and column, with room where a wide or tall one reaches. */
function gridOf(
  rows: readonly (readonly Element[])[],
  scope: Scope,
): readonly (readonly (readonly Block[] | undefined)[])[] {
  const grid: (readonly Block[] | undefined)[][] = rows.map(() => []);
  let count = 0;
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (grid[index]?.[column] !== undefined) column++;
      const width = Math.min(spanOf(cell, 'colspan'), MOST_COLUMNS - Math.min(column, MOST_COLUMNS - 1));
      const height = Math.min(spanOf(cell, 'rowspan'), rows.length - index);
      const content = blocksIn(cell, scope);
      const isRoomy = (count += width * height) <= MOST_CELLS;
      for (let y = 0; y < (isRoomy ? height : 1); y++)
        for (let x = 0; x < (isRoomy ? width : 1); x++)
          grid[index + y]![column + x] = x + y === 0 ? content : [];
      column += width;
    }
  }
  return grid;
}

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return span >= 1 ? Math.min(span, 1000) : 1;
}

function hasHeaders(rows: readonly (readonly Element[])[]): boolean {
  const [first = []] = rows;
  const row = first[0]?.parentNode;
  const isInHead = isElement(row) && isNamed(row.parentNode, 'thead');
  return (
    isInHead ||
    (first.some(({tagName}) => tagName === 'th') &&
      (first.every(cell => isNamed(cell, 'th') || textOf(cell).trim() === '') || rows.length === 1))
  );
}

/** A column is set as most of its cells say. */
function alignmentOf(rows: readonly (readonly Element[])[], width: number): AlignType[] {
  const plain = rows.filter(row => row.length === width);
  return Array.from({length: width}, (_, column) => {
    const counts = new Map<AlignType, number>();
    for (const row of plain) {
      const side = row[column] && alignOf(row[column]);
      if (side) counts.set(side, (counts.get(side) ?? 0) + 1);
    }
    const [side = null, count = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
    return count * 2 > plain.length ? side : null;
  });
}

function alignOf(cell: Element): AlignType {
  const stated =
    attribute(cell, 'align')?.toLowerCase() ?? /text-align:(left|right|center)/u.exec(styleOf(cell))?.[1];
  return stated === 'left' || stated === 'right' || stated === 'center' ? stated : null;
}
