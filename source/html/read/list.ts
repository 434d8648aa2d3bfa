import type {List, ListItem} from 'mdast';
import {blocksIn, Flow} from '../scope.ts';
import type {Block, Scope} from '../scope.ts';
import {attribute, classesOf, findIn, isNamed, isText, styleOf} from '../tree.ts';
import type {Element, Node} from '../tree.ts';
import {numbering} from '../write.ts';

/** Deeper than this, lists and quotes stand beside one another. */
export const DEEPEST_NESTING = 24;

export function readList(element: Element, scope: Scope): void {
  if (scope.nesting >= DEEPEST_NESTING) return readPlainly(element, scope);
  const inner = {...scope, nesting: scope.nesting + 1};
  const items: ListItem[] = [];
  const labels: string[] = [];
  const count = counterOf(element);
  for (const child of element.childNodes) {
    if (isText(child) && child.value.trim() === '') continue;
    if (isNamed(child, 'li') && !scope.page.footnotes.notes.has(child)) {
      const item = itemFrom(child, inner);
      const label = count(child);
      if (!item) continue;
      items.push(item);
      labels.push(label);
    } else addStray(items, blocksOfStray(child, inner));
  }
  if (items.length === 0) return scope.flow.end();
  if (element.tagName !== 'ol') return scope.flow.block(listOf(items, false, null));
  const start = /^\d{1,9}\.$/u.test(labels[0] ?? '') ? Number.parseInt(labels[0] ?? '', 10) : 1;
  const isPlain = labels.every((label, index) => label === `${start + index}.`);
  // In Markdown only a list from 1 may follow a paragraph in an item at once.
  const isSaid = isPlain && (start === 1 || scope.nesting === 0);
  scope.flow.block(...(isSaid ? [] : [numbering(labels)]), listOf(items, true, start));
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
  const isLoose = items.some(
    ({children}) => children.filter(({type}) => type !== 'list' && type !== 'html').length > 1,
  );
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

/** A list right inside a list belongs to the item before it, and so does loose text. */
function addStray(items: ListItem[], blocks: readonly Block[]): void {
  if (blocks.length === 0) return;
  const last = items.at(-1);
  if (last) last.children.push(...blocks);
  else items.push({type: 'listItem', spread: false, checked: null, children: [...blocks]});
}

/** Gives each item of a list its number, as HTML counts: `start`, `reversed`, `value` and `type`. */
function counterOf(list: Element): (item: Element) => string {
  const isReversed = attribute(list, 'reversed') !== undefined;
  const items = list.childNodes.filter(child => isNamed(child, 'li')).length;
  const style = numeralsOf(list);
  let next = integerIn(attribute(list, 'start')) ?? (isReversed ? items : 1);
  return item => {
    const number = integerIn(attribute(item, 'value')) ?? next;
    next = number + (isReversed ? -1 : 1);
    return `${numeral(number, style)}.`;
  };
}

function integerIn(written: string | undefined): number | undefined {
  const digits = /^\s*([+-]?\d{1,9})/u.exec(written ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const STYLES: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

function numeralsOf(list: Element): string {
  const style = /(?:^|;)list-style(?:-type)?:([a-z-]+)/u.exec(styleOf(list))?.[1] ?? '';
  return STYLES[style] ?? attribute(list, 'type')?.trim() ?? '1';
}

/** A number in letters or Roman numerals; where these have none, as CSS has it, in digits. */
function numeral(number: number, style: string): string {
  const written = /^a$/iu.test(style) ? letters(number) : /^i$/iu.test(style) ? roman(number) : '';
  if (written === '') return String(number);
  return style === style.toUpperCase() ? written.toUpperCase() : written;
}

function letters(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCodePoint(97 + ((rest - 1) % 26)) + text;
  return text;
}

const ROMAN: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return '';
  let rest = number;
  let text = '';
  for (const [sign, value] of ROMAN) for (; rest >= value; rest -= value) text += sign;
  return text;
}
