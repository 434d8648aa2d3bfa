import {printableText} from '../../domain/text/printable.ts';
import type {Scope} from '../scope.ts';
import {
  attribute,
  childElements,
  classesOf,
  elementsIn,
  findIn,
  isElement,
  isNamed,
  isText,
  styleOf,
  textOf,
} from '../tree.ts';
import type {Element, Node, Parent} from '../tree.ts';
import {languageOf} from './language.ts';

/** A `pre`: code, unless its classes say that its lines are verse. */
export function readPre(element: Element, scope: Scope): void {
  if (isVerse(element)) {
    scope.flow.end();
    scope.page.readChildren(element, {...scope, mode: 'lines'});
    scope.flow.end();
    return;
  }
  addCode(codeIn(element), languageOf(element), scope);
  for (const image of elementsIn(element)) if (image.tagName === 'img') scope.page.readNode(image, scope);
}

function isVerse(element: Element): boolean {
  return (
    / (?:wp-block-verse|verse|poem|poetry|lyrics|stanza) /u.test(classesOf(element)) ||
    /white-space:pre-line/u.test(styleOf(element))
  );
}

/** `code` that holds lines outside of a `pre`. */
export function isBlockOfCode(element: Element): boolean {
  const hasLines =
    findIn(element, ({tagName}) => tagName === 'br' || tagName === 'div' || tagName === 'p') !== undefined;
  if (!hasLines || !isElement(element.parentNode)) return false;
  return element.parentNode.childNodes.every(
    node => node === element || (isText(node) && node.value.trim() === '') || isNamed(node, 'br'),
  );
}

export function readBlockOfCode(element: Element, scope: Scope): void {
  addCode(codeIn(element), languageOf(element), scope);
}

const CODE_TABLE =
  / (?:highlighttable|codehilitetable|rouge-table|lntable|hljs-ln|crayon-table|js-file-line-container|highlight|diff-table|code-table|gist) /u;

/**
 * The cells with code of a table that only sets line numbers beside them; undefined where it is another
 * table.
 */
export function codeCellsOf(table: Element): readonly Element[] | undefined {
  const cells = [...elementsIn(table)].filter(({tagName}) => tagName === 'td' || tagName === 'th');
  const gutters = cells.filter(isGutter);
  const isCode =
    CODE_TABLE.test(classesOf(table)) ||
    (gutters.length > 0 &&
      cells.some(cell => / (?:code|blob-code|rouge-code|hljs-ln-code) /u.test(classesOf(cell)))) ||
    isNumberedCode(cells);
  if (!isCode || findIn(table, ({tagName}) => tagName === 'table')) return undefined;
  const code = cells.filter(cell => !gutters.includes(cell) && !isNumbers(cell));
  return code.length > 0 ? code : undefined;
}

/** Two cells: lines numbered one after the other, and code of as many lines. */
function isNumberedCode([first, second, ...more]: readonly Element[]): boolean {
  if (!first || !second || more.length > 0 || !findIn(second, ({tagName}) => tagName === 'pre')) return false;
  const numbers = textOf(first).trim().split(/\s+/u);
  return numbers.every((number, index) => number === String(Number(numbers[0]) + index));
}

export function readCodeTable(table: Element, cells: readonly Element[], scope: Scope): void {
  const text = cells.map(cell => codeIn(cell).replace(/\n$/u, '')).join('\n');
  addCode(text, languageOf(cells[0] ?? table) ?? languageOf(table), scope);
}

function addCode(text: string, lang: string | undefined, {flow, caption}: Scope): void {
  const value = printableText(text)
    .replace(/^(?:[ \t]*\n)+/u, '')
    .trimEnd();
  if (value === '') return flow.end();
  const title = caption?.text ?? '';
  if (caption) caption.text = '';
  flow.block({type: 'code', lang: lang ?? null, meta: title === '' ? null : titled(title), value});
}

/** The words above a block of code, behind its language, as generators write them in Markdown. */
function titled(title: string): string {
  return title.includes('"') ? `title='${title.replaceAll("'", '’')}'` : `title="${title}"`;
}

const GUTTER =
  / (?:line-?numbers?|line-?nos?|linenos?|linenodiv|lineno|gutter|gl|lnt|ln|hljs-ln-numbers|hljs-ln-n|blob-num|crayon-nums?|line-numbers-rows|rouge-gutter|react-syntax-highlighter-line-number|ec-gutter|code-line-number|rouge-line-number) /u;

function isGutter(element: Element): boolean {
  return GUTTER.test(classesOf(element)) || isLineNumbers(element);
}

/** Part of a class's name that speaks of numbers beside lines; hashes may follow it. */
const NUMBERS = /(?:^|[ _-])(?:lnt?|gutter|lnums?)(?=[ _-]|$)|line-?_?n(?:o|um|umber)s?(?=[ _\-A-Z]|$)/iu;

/**
 * Nothing but numbers, in what is there to number lines, by its class, its data or because it can't be
 * selected.
 */
export function isLineNumbers(element: Element): boolean {
  if (element.attrs.length === 0) return false;
  const isNamedSo =
    NUMBERS.test(attribute(element, 'class') ?? '') ||
    attribute(element, 'data-line-number') !== undefined ||
    /(?:^|;)(?:-webkit-|-moz-)?user-select:none/u.test(styleOf(element));
  return isNamedSo && /^[\s:.]*\d[\s\d:.]*$/u.test(textOf(element));
}

/** A first cell of nothing but numbers in lines of their own. */
function isNumbers(cell: Element): boolean {
  return (
    isNamed(cell.parentNode, 'tr') &&
    cell.parentNode.childNodes.find(isElement) === cell &&
    childElements(cell.parentNode).length > 1 &&
    /^\d[\d\s]*$/u.test(textOf(cell).trim())
  );
}

/** Text with its line ends and indents; numbers of lines and buttons are not of it. */
export function codeIn(root: Parent): string {
  const parts: string[] = [];
  let isAtStart = true;
  const add = (text: string) => {
    if (text === '') return;
    parts.push(text);
    isAtStart = text.endsWith('\n');
  };
  const waiting: (Node | 'line')[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node === 'line') {
      if (!isAtStart) add('\n');
    } else if (isText(node)) add(node.value.replaceAll(/\r\n?/gu, '\n'));
    else if (isElement(node) && !isLeftOut(node)) {
      if (node.tagName === 'br') add('\n');
      const isBlock = isLineOfCode(node);
      if ((isBlock || isSpanOfLine(node)) && !isAtStart) add('\n');
      if (isBlock) waiting.push('line');
      for (let index = node.childNodes.length - 1; index >= 0; index--)
        waiting.push(node.childNodes[index] as Node);
    }
  }
  return parts.join('').replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
}

function isLeftOut(element: Element): boolean {
  if (/^(?:button|script|style|template|select|input|svg|textarea)$/u.test(element.tagName)) return true;
  return (
    isGutter(element) ||
    (attribute(element, 'data-line-number') !== undefined && element.childNodes.length === 0)
  );
}

function isLineOfCode({tagName}: Element): boolean {
  return /^(?:div|p|tr|li|pre|table|ol|ul|blockquote|h[1-6])$/u.test(tagName);
}

/** Highlighters set each line in a span; some put no line end between them. */
function isSpanOfLine(element: Element): boolean {
  return element.tagName === 'span' && / (?:line|token-line|code-line|cl-line) /u.test(classesOf(element));
}
