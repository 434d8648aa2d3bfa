import {DomHandler, hasChildren, isTag, isText} from 'domhandler';
import type {AnyNode, Element} from 'domhandler';
import {Parser} from 'htmlparser2';
import {printableLine} from '../../domain/text/printable.ts';

export type Markup = Element;

/** A page as it was served, every element in document order. */
export type HomePage = Readonly<{
  /** The address that it was served from, after redirects. */
  url: URL;
  /** The address that its relative addresses are resolved against. */
  base: URL;
  root: AnyNode;
  elements: readonly Markup[];
}>;

export function readPage(html: string, address: string): HomePage {
  const root = parsed(html);
  const elements = elementsIn(root);
  const url = new URL(address);
  const stated = elements.find(({name, attribs}) => name === 'base' && attribs.href !== undefined)?.attribs
    .href;
  return {url, base: URL.parse(stated ?? '', address) ?? url, root, elements};
}

/** Levels of a page; the parser takes time by the square of them. */
const DEEPEST = 1_000;

class BoundedHandler extends DomHandler {
  #parser: Parser | undefined;

  override onparserinit(parser: Parser): void {
    super.onparserinit(parser);
    this.#parser = parser;
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes);
    if (this.tagStack.length > DEEPEST) this.#parser?.pause();
  }
}

/** The tree of a page, up to where it is too deep. */
function parsed(html: string): AnyNode {
  const handler = new BoundedHandler();
  new Parser(handler).end(html);
  return handler.root;
}

/** More than any home page has; what stands behind them is not looked at. */
const MOST_ELEMENTS = 50_000;

/** In document order. */
export function elementsIn(root: AnyNode): readonly Markup[] {
  const found: Markup[] = [];
  for (
    let node = after(root, root);
    node && found.length < MOST_ELEMENTS;
    node = after(node, root, !isTemplate(node))
  ) {
    if (isTag(node)) found.push(node);
  }
  return found;
}

/** A template is not on the page until a script puts it there. */
function isTemplate(node: AnyNode): boolean {
  return isTag(node) && node.name === 'template';
}

/** The text that a person sees of it, on one line, at most `limit` characters. */
export function textOf(root: AnyNode, limit = 2000): string {
  let text = '';
  let isSeen = true;
  for (let node: AnyNode | undefined = root; node && text.length < limit; node = after(node, root, isSeen)) {
    isSeen = !isTag(node) || node === root || !(UNSEEN.has(node.name) || isHidden(node));
    if (isText(node)) text += node.data;
    else if (isTag(node) && !INLINE.has(node.name)) text += ' ';
  }
  return printableLine(text.slice(0, limit));
}

/** The next node of a tree in document order; no depth or width of it can exhaust the call stack. */
function after(node: AnyNode, root: AnyNode, mayEnter = true): AnyNode | undefined {
  if (mayEnter && hasChildren(node) && node.firstChild) return node.firstChild;
  for (let at: AnyNode = node; at !== root;) {
    if (at.next) return at.next;
    if (!at.parent) return undefined;
    at = at.parent;
  }
  return undefined;
}

const UNSEEN = new Set([
  'title',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'option',
  'textarea',
  'iframe',
  'object',
]);
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'font',
  'i',
  'mark',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

/** Hidden by its own attributes: honeypots, success messages that wait for a script. */
export function isHidden({attribs}: Markup): boolean {
  return (
    attribs.hidden !== undefined ||
    attribs['aria-hidden'] === 'true' ||
    OUT_OF_SIGHT.test(attribs.style ?? '')
  );
}

const OUT_OF_SIGHT =
  /display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{3,}|opacity\s*:\s*0(?![.\d])/i;

const MOST_AROUND = 100;

/** The elements around it, the nearest first. */
export function ancestors(element: Markup): readonly Markup[] {
  const found: Markup[] = [];
  for (let at = element.parent; at && isTag(at) && found.length < MOST_AROUND; at = at.parent) found.push(at);
  return found;
}

/** True if an element has all of these classes, or a class that matches. */
export function hasClass({attribs}: Markup, pattern: RegExp): boolean {
  return (attribs.class ?? '').split(/\s+/).some(name => pattern.test(name));
}
