import {
  ancestorOf,
  attribute,
  classesOf,
  elementsIn,
  isElement,
  isNamed,
  neighbourOf,
  textOf,
} from './tree.ts';
import type {Element, Parent} from './tree.ts';

/**
 * Elements that are references to notes, elements that are notes, and those that serve only to go there and
 * back.
 */
export type Footnotes = Readonly<{
  references: ReadonlyMap<Element, string>;
  notes: ReadonlyMap<Element, string>;
  /** Ways back, rules and hidden headings above the notes. */
  furniture: ReadonlySet<Element>;
}>;

/**
 * Footnotes by what they do, since every generator names them in its own way: a short link that leads to a
 * place in the page, from where a link leads back.
 */
export function footnotesIn(root: Parent): Footnotes {
  const references = new Map<Element, string>();
  const notes = new Map<Element, string>();
  const furniture = new Set<Element>();
  const {links, targets} = anchorsIn(root);
  const taken = new Set<string>();
  for (const link of links.slice(0, MOST)) {
    const target = targets.get(targetOf(link) ?? '');
    const label = labelOf(link);
    if (!target || label === undefined || furniture.has(link)) continue;
    const note = noteAround(target, link, targets);
    if (!note) continue;
    const name = notes.get(note.element) ?? freeName(label, taken);
    taken.add(name);
    notes.set(note.element, name);
    references.set(wholeReference(link), name);
    for (const back of note.backs) furniture.add(back);
  }
  for (const note of notes.keys()) addSurroundings(note, furniture);
  return {references, notes, furniture};
}

/** More than any page has, and few enough to look at each with care. */
const MOST = 2_000;
const LARGEST = 2_000;

type Anchors = Readonly<{links: readonly Element[]; targets: ReadonlyMap<string, Element>}>;

function anchorsIn(root: Parent): Anchors {
  const links: Element[] = [];
  const targets = new Map<string, Element>();
  for (const element of elementsIn(root)) {
    if (element.tagName === 'a' && targetOf(element)) links.push(element);
    for (const name of [
      attribute(element, 'id'),
      element.tagName === 'a' ? attribute(element, 'name') : undefined,
    ])
      if (name && !targets.has(name)) targets.set(name, element);
  }
  return {links, targets};
}

/** The place in the page that a link leads to; feeds write it with the page's whole address. */
function targetOf(link: Element): string | undefined {
  const [, place] = /#([^#\s]{1,200})$/u.exec(attribute(link, 'href') ?? '') ?? [];
  if (place === undefined) return undefined;
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

/** "1", "[1]", "*", "†", "[note 2]"; what is longer is an ordinary link. */
function labelOf(link: Element): string | undefined {
  const text = textOf(link)
    .replaceAll(/(?:[\s\u200b]|\ufe0e|\ufe0f)+/gu, ' ')
    .trim();
  const label = /^[[({]?\s?(.{1,12}?)\s?[\])}]?$/u.exec(text)?.[1];
  if (label === undefined || BACK.test(text)) return undefined;
  return /^(?:(?:fn|note|footnote|nb|ref)?\.? ?\d{1,4}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§¶#]{1,4})\.?$/iu.test(
    label,
  )
    ? label.replace(/\.$/u, '')
    : undefined;
}

const BACK = /^(?:[\s↑⏎↵⤴⬆^\u21a9]|\ufe0e|\ufe0f)+$|^(?:back|return|jump up|up)\b/iu;
const NOTE_CLASS = / (?:(?:easy-|simple-|wp-block-)?(?:footnote|endnote)\S*|fn|fn-item|references?) /u;

type Note = Readonly<{element: Element; backs: readonly Element[]}>;

/**
 * The element that holds the note at a target; undefined where the target is something else, such as a
 * heading.
 */
function noteAround(target: Element, link: Element, targets: Anchors['targets']): Note | undefined {
  const element = isNamed(target, 'a', 'span', 'sup', 'b', 'strong') ? blockAround(target) : target;
  if (!element || isHeading(element) || contains(element, link)) return undefined;
  const backs: Element[] = [];
  let seen = 0;
  for (const inner of elementsIn(element)) {
    if (++seen > LARGEST) return undefined;
    const place = inner.tagName === 'a' ? targetOf(inner) : undefined;
    const goal = place === undefined ? undefined : targets.get(place);
    if (goal && isNear(goal, link) && textOf(inner).trim().length <= 24) backs.push(inner);
  }
  const isNote = backs.length > 0 || (isNamed(element, 'li', 'div', 'p', 'aside') && isNamedAsNote(element));
  return isNote ? {element, backs} : undefined;
}

function isNamedAsNote(element: Element): boolean {
  return (
    NOTE_CLASS.test(classesOf(element)) ||
    ancestorOf(element, 2, outer => NOTE_CLASS.test(classesOf(outer))) !== undefined
  );
}

function blockAround(target: Element): Element | undefined {
  return ancestorOf(target, 4, ({tagName}) => /^(?:li|p|div|dd|td|aside)$/u.test(tagName));
}

function isHeading({tagName}: Element): boolean {
  return /^(?:h[1-6]|section|article|body|main)$/u.test(tagName);
}

/** True if a way back ends at the link itself or at the element around it. */
function isNear(goal: Element, link: Element): boolean {
  return goal === link || contains(goal, link) || contains(link, goal) || goal.parentNode === link.parentNode;
}

function contains(outer: Element, inner: Element): boolean {
  let node: Parent | null = inner.parentNode;
  while (isElement(node)) {
    if (node === outer) return true;
    node = node.parentNode;
  }
  return false;
}

/** The `sup` around a reference goes with it. */
function wholeReference(link: Element): Element {
  let whole = link;
  while (isNamed(whole.parentNode, 'sup', 'span') && textOf(whole.parentNode).trim() === textOf(link).trim())
    whole = whole.parentNode;
  return whole;
}

/** Names are what GitHub's Markdown allows, each once. */
function freeName(label: string, taken: ReadonlySet<string>): string {
  const name = label.toLowerCase().replaceAll(/[^a-z\d]+/gu, '') || `n${taken.size + 1}`;
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
  return free;
}

function addSurroundings(note: Element, furniture: Set<Element>): void {
  const list = note.parentNode;
  if (!isElement(list)) return;
  for (const start of [note, list]) {
    const before = neighbourOf(start, -1);
    if (isNamed(before, 'hr')) furniture.add(before);
  }
}
