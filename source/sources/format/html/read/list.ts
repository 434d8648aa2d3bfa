import type {List, ListItem} from 'mdast';
import {blocksIn, Flow} from '../scope.ts';
import type {Block, Scope} from '../scope.ts';
import {attribute, classesOf, findIn, isNamed, isText} from '../tree.ts';
import type {Element, Node} from '../tree.ts';

/** Deeper than this, lists and quotes stand beside one another. */
export const DEEPEST_NESTING = 24;

export function readList(element: Element, scope: Scope): void {
  if (scope.nesting >= DEEPEST_NESTING) return readPlainly(element, scope);
  const inner = {...scope, nesting: scope.nesting + 1};
  const items: ListItem[] = [];
  for (const child of element.childNodes) {
    if (isText(child) && child.value.trim() === '') continue;
    if (isNamed(child, 'li') && !scope.page.footnotes.notes.has(child))
      addItem(items, itemFrom(child, inner));
    else addStray(items, blocksOfStray(child, inner));
  }
  const ordered = element.tagName === 'ol';
  if (items.length === 0) return scope.flow.end();
  scope.flow.block(listOf(items, ordered, startOf(element)));
}

/** An item that stands outside of a list. */
export function readStrayItem(element: Element, scope: Scope): void {
  if (scope.nesting >= DEEPEST_NESTING) return readPlainly(element, scope);
  scope.flow.end();
  const item = itemFrom(element, {...scope, nesting: scope.nesting + 1});
  const last = scope.flow.blocks.at(-1);
  if (!item) return;
  if (last?.type === 'list' && !last.ordered) last.children.push(item);
  else scope.flow.block(listOf([item], false, null));
}

function readPlainly(element: Element, scope: Scope): void {
  scope.flow.end();
  scope.page.readChildren(element, scope);
  scope.flow.end();
}

function listOf(items: ListItem[], ordered: boolean, start: number | null): List {
  const isLoose = items.some(({children}) => children.filter(({type}) => type !== 'list').length > 1);
  for (const item of items) item.spread = isLoose;
  return {type: 'list', ordered, start: ordered ? start : null, spread: isLoose, children: items};
}

function itemFrom(element: Element, scope: Scope): ListItem | undefined {
  const children = blocksIn(element, scope);
  const isChecked = checkOf(element);
  return children.length === 0 ? undefined : {type: 'listItem', spread: false, checked: isChecked, children};
}

/** A box at the start of an item; one in the midst of a form is none of a list. */
function checkOf(element: Element): boolean | null {
  const box = findIn(
    element,
    inner => isNamed(inner, 'input') && attribute(inner, 'type')?.toLowerCase() === 'checkbox',
  );
  const isTask =
    box &&
    (box.parentNode === element ||
      isNamed(box.parentNode, 'p', 'label') ||
      / task-list-item /u.test(classesOf(element)));
  return isTask ? attribute(box, 'checked') !== undefined : null;
}

function blocksOfStray(node: Node, scope: Scope): Block[] {
  const flow = new Flow();
  scope.page.readNode(node, {...scope, flow});
  flow.end();
  return flow.blocks;
}

function addItem(items: ListItem[], item: ListItem | undefined): void {
  if (item) items.push(item);
}

/** A list right inside a list belongs to the item before it, and so does loose text. */
function addStray(items: ListItem[], blocks: readonly Block[]): void {
  if (blocks.length === 0) return;
  const last = items.at(-1);
  if (last) last.children.push(...blocks);
  else items.push({type: 'listItem', spread: false, checked: null, children: [...blocks]});
}

function startOf(element: Element): number {
  const first = element.childNodes.find(child => isNamed(child, 'li'));
  const stated =
    attribute(element, 'start') ?? (isNamed(first, 'li') ? attribute(first, 'value') : undefined);
  const start = Number.parseInt(stated ?? '1', 10);
  return start >= 0 && start <= 999_999_999 ? start : 1;
}
