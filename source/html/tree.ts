import type {DefaultTreeAdapterTypes as Tree} from 'parse5';

/*
 * The tree that parse5 builds, and how to look at it. Nothing here recurses: pages may be nested as deep as
 * they like.
 */

export type Element = Tree.Element;
export type Node = Tree.ChildNode;
export type Parent = Tree.ParentNode;

export function isElement(node: Node | Parent | null | undefined): node is Element {
  return node !== null && node !== undefined && 'tagName' in node;
}

export function isText(node: Node): node is Tree.TextNode {
  return node.nodeName === '#text';
}

export function isNamed(
  node: Node | Parent | null | undefined,
  ...names: readonly string[]
): node is Element {
  return isElement(node) && names.includes(node.tagName);
}

export function attribute({attrs}: Element, name: string): string | undefined {
  return attrs.find(attr => attr.name === name)?.value;
}

/** Characters of classes that are read; more is no author's list. */
const LONGEST = 2_000;

/** The classes as written, lower case, between spaces, so that ` note ` finds a whole name. */
export function classesOf(element: Element): string {
  const written = attribute(element, 'class');
  return written === undefined ? '' : ` ${written.slice(0, LONGEST).toLowerCase().replaceAll(/\s+/gu, ' ')} `;
}

export function styleOf(element: Element): string {
  return attribute(element, 'style')?.toLowerCase().replaceAll(/\s+/gu, '') ?? '';
}

/** Every element inside, in document order. */
export function* elementsIn(root: Parent): Generator<Element> {
  for (const node of nodesIn(root)) if (isElement(node)) yield node;
}

/** Every node inside, in document order. */
export function* nodesIn(root: Parent): Generator<Node> {
  const waiting: Node[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (isElement(node))
      for (let index = node.childNodes.length - 1; index >= 0; index--)
        waiting.push(node.childNodes[index] as Node);
  }
}

export function findIn(root: Parent, isWanted: (element: Element) => boolean): Element | undefined {
  for (const element of elementsIn(root)) if (isWanted(element)) return element;
  return undefined;
}

export function childElements(parent: Parent): readonly Element[] {
  return parent.childNodes.filter(isElement);
}

/** The closest element around this one that is wanted, at most `levels` up. */
export function ancestorOf(
  node: Node,
  levels: number,
  isWanted: (element: Element) => boolean,
): Element | undefined {
  let parent = node.parentNode;
  for (let level = 0; level < levels && isElement(parent); level++) {
    if (isWanted(parent)) return parent;
    parent = parent.parentNode;
  }
  return undefined;
}

/** Adds every element around this one; those around an element that is there are there, too. */
export function addAround(element: Element, around: Set<Element>): void {
  for (let outer = element.parentNode; isElement(outer) && !around.has(outer); outer = outer.parentNode)
    around.add(outer);
}

export function textOf(node: Node | Parent): string {
  if ('value' in node) return isText(node) ? node.value : '';
  let text = '';
  if ('childNodes' in node) for (const inner of nodesIn(node)) if (isText(inner)) text += inner.value;
  return text;
}

/** The element before or after this one, past white space. */
export function neighbourOf(node: Node, step: 1 | -1): Element | undefined {
  const siblings = node.parentNode?.childNodes ?? [];
  for (let index = placeOf(node, siblings) + step; index >= 0 && index < siblings.length; index += step) {
    const sibling = siblings[index];
    if (isElement(sibling)) return sibling;
    if (sibling && isText(sibling) && sibling.value.trim() !== '') return undefined;
  }
  return undefined;
}

/** The index at which a sibling was found last: pages are read in order, so the next is near. */
const found = new WeakMap<readonly Node[], number>();

function placeOf(node: Node, siblings: readonly Node[]): number {
  const near = siblings.indexOf(node, Math.max(0, (found.get(siblings) ?? 0) - 1));
  const place = near === -1 ? siblings.indexOf(node) : near;
  found.set(siblings, place);
  return place;
}
