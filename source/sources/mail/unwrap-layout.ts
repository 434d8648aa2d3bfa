import {addAround, attribute, elementsIn, isElement, isNamed} from '../../html/tree.ts';
import type {Element, Node, Parent} from '../../html/tree.ts';

/** Tables that arrange the page become blocks in reading order; tables of data stay. */
export function unwrapLayout(root: Parent): void {
  const tables: Element[] = [];
  const around = new Set<Element>();
  for (const element of elementsIn(root))
    if (isNamed(element, 'table')) {
      tables.push(element);
      addAround(element, around);
    } else if (isNamed(element, 'center', 'font')) rename(element);
  for (const table of tables) {
    const parts = partsOf(table);
    if (!isLayout(table, parts, around.has(table))) continue;
    rename(table);
    for (const part of parts) rename(part);
  }
}

function isLayout(table: Element, parts: readonly Element[], holdsTables: boolean): boolean {
  if (attribute(table, 'role') === 'presentation') return true;
  if (parts.some(part => isNamed(part, 'th', 'caption'))) return false;
  if (holdsTables || attribute(table, 'border') === '0' || attribute(table, 'cellpadding') === '0')
    return true;
  return parts
    .filter(part => isNamed(part, 'tr'))
    .every(row => row.childNodes.filter(cell => isNamed(cell, 'td')).length <= 1);
}

/** Rows, cells and groups of this table, not of tables within it. */
function partsOf(table: Element): readonly Element[] {
  const parts: Element[] = [];
  const waiting: Node[] = [...table.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (
      !isElement(node) ||
      !isNamed(node, 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption', 'colgroup')
    )
      continue;
    parts.push(node);
    for (const child of node.childNodes) waiting.push(child);
  }
  return parts;
}

function rename(element: Element): void {
  element.tagName = 'div';
  element.nodeName = 'div';
  element.attrs = element.attrs.filter(({name}) => name === 'dir' || name === 'lang');
}
