import type {Body} from '../../domain/article/article.ts';
import {
  addAround,
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
import {parseLetter} from './parse-letter.ts';
import {LEAVING, WEB_VERSION} from './phrases.ts';
import {unwrapLayout} from './unwrap-layout.ts';
import {writeHtml} from './write-html.ts';

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
 * becomes `webVersion`, the footer goes, and a heading that repeats the subject too. HTML that is too much to
 * parse gives way to a text part, or stays as it is.
 */
export function letterBody(html: string | undefined, text: string | undefined, subject: string): LetterBody {
  const plain = (text ?? '').trim();
  const fragment = parseLetter(html);
  if (!fragment)
    return html === undefined || hasMoreWords(plain, FEW_WORDS)
      ? {body: {format: 'text', content: withoutTextFooter(plain)}}
      : {body: {format: 'html', content: html}};
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
    const element = node;
    if (isNamed(node, 'head', 'style', 'title', 'script', 'meta', 'link') || isPixel(node)) hidden.push(node);
    else if (isHidden(node)) {
      hidden.push(node);
      preheader ??= preheaderOf(node);
      // The words of hidden elements inside it are among its own.
      element.childNodes = [];
    }
  }
  remove(hidden);
  return preheader;
}

/** The words of a hidden element, without invisible characters; undefined if they are fewer than two. */
function preheaderOf(element: Element): string | undefined {
  const words = textOf(element)
    .replaceAll(/[\u034F\u00AD\u200B-\u200D\u2007\uFEFF\u00A0\s]+/gu, ' ')
    .trim();
  return hasMoreWords(words, 1) ? words : undefined;
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

/** Links at the start among which the one to the letter's page is looked for. */
const FIRST_LINKS = 8;

/** Takes the first link to the letter's page out, together with the line in which it stands. */
function removeWebVersion(root: Parent): string | undefined {
  let links = 0;
  for (const link of elementsIn(root)) {
    if (!isNamed(link, 'a')) continue;
    if (++links > FIRST_LINKS) break;
    const line = lineAround(link);
    const words = textOf(line).replaceAll(/\s+/gu, ' ').trim();
    const address = attribute(link, 'href') ?? '';
    if (!/^https?:/iu.test(address) || words.length > 160 || !WEB_VERSION.test(words)) continue;
    remove([line]);
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
  remove(lines.slice(first));
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
    remove([above]);
}

/** Characters of a subject that a heading may repeat. */
const TITLE = 1_000;

/** A first heading that says what the subject says. */
function removeRepeatedTitle(root: Parent, subject: string): void {
  const wanted = lettersOf(subject.slice(0, TITLE));
  if (wanted === '') return;
  for (const element of elementsIn(root)) {
    if (!isNamed(element, 'h1', 'h2', 'h3')) continue;
    const words = lettersOf(textOf(element));
    if (words === wanted || (words.length > 12 && wanted.includes(words))) remove([element]);
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
  const blockOf = new Map<Parent | null, Element>();
  for (const node of nodesIn(root)) {
    const block = isElement(node) && BLOCK.has(node.tagName) ? node : blockOf.get(node.parentNode);
    if (!block) continue;
    if (isElement(node)) blockOf.set(node, block);
    if (!isText(node) || node.value.trim() === '') continue;
    leaves.add(block);
    addAround(block, around);
  }
  return [...leaves].filter(block => !around.has(block));
}

/** The innermost block around a link. */
function lineAround(link: Element): Element {
  let line = link;
  while (isElement(line.parentNode) && !BLOCK.has(line.tagName)) line = line.parentNode;
  return line;
}

function remove(nodes: readonly Node[]): void {
  const gone = new Set(nodes);
  const parents = new Set<Parent>();
  for (const {parentNode} of nodes) if (parentNode) parents.add(parentNode);
  for (const parent of parents) parent.childNodes = parent.childNodes.filter(child => !gone.has(child));
  for (const node of nodes) node.parentNode = null;
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
  let last: number | undefined;
  for (const {index} of text.matchAll(RULE)) last = index;
  return last !== undefined && LEAVING.test(text.slice(last)) ? text.slice(0, last).trimEnd() : text;
}
