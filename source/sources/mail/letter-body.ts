import type {Body} from '../../domain/article/article.ts';
import {parseHtml} from '../../html/parse.ts';
import {
  attribute,
  elementsIn,
  isElement,
  isNamed,
  isText,
  nodesIn,
  styleOf,
  textOf,
} from '../../html/tree.ts';
import type {Element, Node, Parent} from '../../html/tree.ts';
import {writeHtml} from './write-html.ts';
import {LEAVING, WEB_VERSION} from './phrases.ts';

export type LetterBody = Readonly<{
  body: Body;
  /** The letter as a page; often an address that counts who opens it, so it is never asked unbidden. */
  webVersion?: string;
  /** The words that mail programs show beside the subject. */
  preheader?: string;
}>;

/** Words below which an HTML part is only pictures, if the text part has more. */
const FEW_WORDS = 50;

/**
 * The text of a letter: layout tables, hidden preheaders, pixels and chrome are removed. "View in browser"
 * becomes `webVersion`, the footer goes, and a heading that repeats the subject too.
 */
export function letterBody(html: string | undefined, text: string | undefined, subject: string): LetterBody {
  const plain = (text ?? '').trim();
  const fragment = html === undefined ? undefined : parseHtml(html);
  if (!fragment) return {body: {format: 'text', content: withoutTextFooter(plain)}};
  const preheader = removeHidden(fragment);
  unwrapLayout(fragment);
  const webVersion = removeWebVersion(fragment);
  removeFooter(fragment);
  removeRepeatedTitle(fragment, subject);
  if (hasMoreWords(plain, FEW_WORDS) && !hasMoreWords(textOf(fragment), FEW_WORDS - 1))
    return {body: {format: 'text', content: withoutTextFooter(plain)}, ...facts()};
  return {body: {format: 'html', content: writeHtml(fragment)}, ...facts()};

  function facts(): Omit<LetterBody, 'body'> {
    return {...(webVersion !== undefined && {webVersion}), ...(preheader !== undefined && {preheader})};
  }
}

/** Removes what a mail program never shows; returns the words of the first hidden text, the preheader. */
function removeHidden(root: Parent): string | undefined {
  let preheader: string | undefined;
  const hidden: Node[] = [];
  for (const node of nodesIn(root)) {
    if (node.nodeName === '#comment') hidden.push(node);
    if (!isElement(node)) continue;
    if (isNamed(node, 'head', 'style', 'title', 'script', 'meta', 'link') || isPixel(node)) hidden.push(node);
    else if (isHidden(node)) {
      hidden.push(node);
      preheader ??= preheaderOf(node);
    }
  }
  remove(...hidden);
  return preheader;
}

/** The words of a hidden element, without invisible characters; undefined if they are fewer than two. */
function preheaderOf(element: Element): string | undefined {
  const words = textOf(element)
    .replaceAll(/[\u034F\u00AD\u200B-\u200D\u2007\uFEFF\u00A0\s]+/gu, ' ')
    .trim();
  return wordsIn(words) > 1 ? words : undefined;
}

function isHidden(element: Element): boolean {
  const style = styleOf(element);
  if (style === '') return attribute(element, 'hidden') !== undefined;
  return (
    /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|opacity:0(?:\.0+)?(?:;|!|$))/u.test(style) ||
    /(?:^|;)max-height:0(?:px)?(?:;|!|$)/u.test(style) ||
    /(?:^|;)font-size:[01](?:px|pt)?(?:;|!|$)/u.test(style)
  );
}

/** A picture of a few dots tells the sender that the mail was opened. */
function isPixel(element: Element): boolean {
  if (!isNamed(element, 'img')) return false;
  const side = (name: 'width' | 'height'): number => {
    const stated =
      attribute(element, name) ?? new RegExp(`(?:^|;)${name}:(\\d+)px`, 'u').exec(styleOf(element))?.[1];
    return stated === undefined ? Infinity : Number.parseInt(stated, 10);
  };
  return side('width') <= 3 || side('height') <= 3;
}

/** Tables that arrange the page become blocks in reading order; tables of data stay. */
function unwrapLayout(root: Parent): void {
  for (const table of [...elementsIn(root)].filter(element => isNamed(element, 'table'))) {
    if (!isLayout(table)) continue;
    rename(table);
    for (const part of partsOf(table)) rename(part);
  }
  for (const element of elementsIn(root)) if (isNamed(element, 'center', 'font')) rename(element);
}

function isLayout(table: Element): boolean {
  if (attribute(table, 'role') === 'presentation') return true;
  const parts = partsOf(table);
  if (parts.some(part => isNamed(part, 'th', 'caption'))) return false;
  if ([...elementsIn(table)].some(element => isNamed(element, 'table'))) return true;
  const rows = parts.filter(part => isNamed(part, 'tr'));
  const columns = Math.max(0, ...rows.map(row => row.childNodes.filter(cell => isNamed(cell, 'td')).length));
  return columns <= 1 || attribute(table, 'border') === '0' || attribute(table, 'cellpadding') === '0';
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
    waiting.push(...node.childNodes);
  }
  return parts;
}

function rename(element: Element): void {
  element.tagName = 'div';
  element.nodeName = 'div';
  element.attrs = element.attrs.filter(({name}) => name === 'dir' || name === 'lang');
}

/** Takes the first link to the letter's page out, together with the line in which it stands. */
function removeWebVersion(root: Parent): string | undefined {
  const links = [...elementsIn(root)].filter(element => isNamed(element, 'a'));
  for (const link of links.slice(0, 8)) {
    const line = lineAround(link);
    const words = textOf(line).replaceAll(/\s+/gu, ' ').trim();
    const address = attribute(link, 'href') ?? '';
    if (!/^https?:/iu.test(address) || words.length > 160 || !WEB_VERSION.test(words)) continue;
    remove(line);
    return address;
  }
  return undefined;
}

/** Blocks at the end that may be a footer. */
const FOOTER_BLOCKS = 10;
/** Characters of a block that is still a footer. */
const FOOTER_LENGTH = 900;

/** Removes the block with the link to leave and what follows it, looking only at the last blocks. */
function removeFooter(root: Parent): void {
  const lines = leafBlocks(root);
  const start = Math.max(1, lines.length - FOOTER_BLOCKS);
  const first = lines.findIndex(
    (line, index) => index >= start && textOf(line).length <= FOOTER_LENGTH && LEAVING.test(textOf(line)),
  );
  if (first === -1) return;
  remove(...lines.slice(first));
  // "You get this mail because …" stands right above.
  const above = lines[first - 1];
  if (
    first - 1 >= start &&
    above &&
    textOf(above).length <= FOOTER_LENGTH &&
    /\byou(?:['’]re| are)? (?:receiv|get)|\bbecause you\b|©|\bcopyright\b|\bsent (?:to|by)\b|\bSie erhalten\b|\bvous recevez\b/iu.test(
      textOf(above),
    )
  )
    remove(above);
}

/** A first heading that says what the subject says. */
function removeRepeatedTitle(root: Parent, subject: string): void {
  const wanted = lettersOf(subject);
  if (wanted === '') return;
  for (const element of elementsIn(root)) {
    if (!isNamed(element, 'h1', 'h2', 'h3')) continue;
    const words = lettersOf(textOf(element));
    if (words === wanted || (words.length > 12 && wanted.includes(words))) remove(element);
    return;
  }
}

function lettersOf(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const BLOCK = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol li table blockquote pre section article footer header'.split(' '),
);

/** The innermost blocks that hold text, in order. */
function leafBlocks(root: Parent): readonly Element[] {
  const around = new Set<Element>();
  const leaves = new Set<Element>();
  for (const node of nodesIn(root)) {
    if (!isText(node) || node.value.trim() === '') continue;
    let block: Node | Parent | null = node.parentNode;
    while (isElement(block) && !BLOCK.has(block.tagName)) block = block.parentNode;
    if (!isElement(block)) continue;
    leaves.add(block);
    for (let outer = block.parentNode; isElement(outer) && !around.has(outer); outer = outer.parentNode)
      around.add(outer);
  }
  return [...leaves].filter(block => !around.has(block));
}

/** The innermost block around a link. */
function lineAround(link: Element): Element {
  let line = link;
  while (isElement(line.parentNode) && !BLOCK.has(line.tagName)) line = line.parentNode;
  return line;
}

function remove(...nodes: readonly Node[]): void {
  const gone = new Set(nodes);
  const parents = new Set<Parent>();
  for (const {parentNode} of nodes) if (parentNode) parents.add(parentNode);
  for (const parent of parents) parent.childNodes = parent.childNodes.filter(child => !gone.has(child));
  for (const node of nodes) node.parentNode = null;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** Looks no further than it has to. */
function hasMoreWords(text: string, count: number): boolean {
  const word = /[\p{L}\p{N}]+/gu;
  for (let found = 0; found <= count; found++) if (!word.test(text)) return false;
  return true;
}

const RULE = /(?<=\n)(?:-- ?|[-=_*]{3,})[^\S\n]*(?=\n)/gu;
/** The text without what follows its last rule or signature mark, if that is about leaving. */
function withoutTextFooter(text: string): string {
  const last = Array.from(text.matchAll(RULE), ({index}) => index).at(-1);
  return last !== undefined && LEAVING.test(text.slice(last)) ? text.slice(0, last).trimEnd() : text;
}
