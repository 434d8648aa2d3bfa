import {decodeHTML} from 'entities';
import type {Body} from '../article/article.ts';

/** The words of a body without markup. Blocks of code are apart: they are read at another speed. */
export type PlainText = Readonly<{prose: string; code: string}>;

/**
 * The words of a body, in one pass that looks at each character about once: for counting, for the search
 * index and for excerpts. It is no parser: what it gives is good to count and to search, not to show as the
 * article.
 */
export function plainText({content, format}: Pick<Body, 'content' | 'format'>): PlainText {
  if (format === 'html') return withoutTags(content);
  if (format === 'text') return {prose: content, code: ''};
  const {prose, code} = withoutFences(content);
  return {prose: withoutMarks(prose.includes('<') ? withoutTags(prose).prose : decode(prose)), code};
}

/** Elements whose content is not shown as text. */
const HIDDEN = new Set(
  'annotation annotation-xml script select style svg template textarea title'.split(' '),
);
/** Tags that may stand inside a word. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark mfrac mi mn mo mrow mspace msqrt mstyle msub msubsup msup mtext q ruby s samp semantics small span strong strike sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** A tag's name. Asked where a tag may begin: quicker than to look for tags with an expression. */
const NAME = /[a-z][^\s/>]*/iuy;

function withoutTags(html: string): PlainText {
  const prose: string[] = [];
  const code: string[] = [];
  let position = 0;
  let depthOfCode = 0;
  for (let start = html.indexOf('<'), next = 0; start !== -1; start = html.indexOf('<', next)) {
    const second = html[start + 1];
    const isClosing = second === '/';
    const nameStart = start + (isClosing ? 2 : 1);
    NAME.lastIndex = nameStart;
    const nameEnd = NAME.test(html) ? NAME.lastIndex : nameStart;
    next = nameStart;
    if (nameEnd === nameStart && !isClosing && second !== '!' && second !== '?') continue;
    const name = html.slice(nameStart, nameEnd).toLowerCase();
    (depthOfCode > 0 ? code : prose).push(html.slice(position, start));
    position = isDrawnAgain(html, start)
      ? endOfSpan(html, start)
      : endOfTag(html, start, nameEnd, !isClosing && HIDDEN.has(name) ? name : undefined);
    next = position;
    if (name === 'pre') depthOfCode = Math.max(0, depthOfCode + (isClosing ? -1 : 1));
    if (name !== '' && !INLINE.has(name))
      (depthOfCode > 0 ? code : prose).push(name === 'p' || name === 'br' ? '\n' : ' ');
  }
  (depthOfCode > 0 ? code : prose).push(html.slice(position));
  return {prose: decode(prose.join('')), code: decode(code.join(''))};
}

/** KaTeX writes a formula as MathML, and once more as spans that are only to be looked at. */
function isDrawnAgain(html: string, start: number): boolean {
  return html.startsWith('<span class="katex-html"', start) && html.endsWith('</math></span>', start);
}

/** The index after a span and those within it; one that is never closed takes the rest. */
function endOfSpan(html: string, start: number): number {
  const tags = /<(\/?)span[\s>]/giu;
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === '' ? 1 : -1;
    if (depth === 0) return html.indexOf('>', tag.index) + 1;
  }
  return html.length;
}

/** The index after a tag. A tag that is never closed takes the rest, as in a browser. */
function endOfTag(html: string, start: number, nameEnd: number, hidden: string | undefined): number {
  if (html.startsWith('<![CDATA[', start)) return start + '<![CDATA['.length;
  const isComment = html.startsWith('<!--', start);
  const end = html.indexOf(isComment ? '-->' : '>', isComment ? start + 2 : nameEnd);
  if (end === -1) return html.length;
  if (hidden === undefined || html[end - 1] === '/') return end + (isComment ? 3 : 1);
  const closing = new RegExp(`</${hidden}[\\s>]`, 'giu');
  closing.lastIndex = end;
  return closing.exec(html)?.index ?? html.length;
}

const FENCE = /^[ \t>]*(?:[*+-] |\d+[.)] )?[ \t]*(`{3,}|~{3,})/u;

/** A fence that stands further in is none: looking through a long line of blanks takes time by the square. */
const FURTHEST = 200;

/** Blocks between fences of Markdown, line by line. */
function withoutFences(markdown: string): PlainText {
  if (!markdown.includes('```') && !markdown.includes('~~~')) return {prose: markdown, code: ''};
  const prose: string[] = [];
  const code: string[] = [];
  let open: string | undefined;
  for (const line of markdown.split('\n')) {
    const fence = FENCE.exec(line.slice(0, FURTHEST))?.[1];
    if (open === undefined) {
      if (fence === undefined) prose.push(line);
      else open = fence;
    } else if (fence !== undefined && fence.startsWith(open) && line.trim().endsWith(fence)) open = undefined;
    else code.push(line);
  }
  return {prose: prose.join('\n'), code: code.join('\n')};
}

/** Marks that stand around words in Markdown; a link's target goes, its text stays. */
function withoutMarks(markdown: string): string {
  return withoutLabels(markdown)
    .replaceAll(/\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?(?: "[^"\n]{0,300}")?\)/gu, '')
    .replaceAll(DEFINITION, '')
    .replaceAll(/^[ \t]*[|:-][ \t|:-]*$/gmu, '')
    .replaceAll(/^[ \t]*(?:#{1,6}|>|[*+-]|\d{1,9}[.)])(?=[ \t]|$)/gmu, ' ')
    .replaceAll(
      /!?\[|\]|\*{1,3}|`|~~|\\(?=[!-/:-@[-`{-~])|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu,
      '',
    );
}

const DEFINITION = /^ {0,3}\[([^\]\n]{1,200})\]: \S.*$/gmu;

/** "[the words][label]" are the words, where the label is defined; else it is what it looks like. */
function withoutLabels(markdown: string): string {
  const defined = new Set(Array.from(markdown.matchAll(DEFINITION), ([, label = '']) => label.toLowerCase()));
  if (defined.size === 0) return markdown;
  return markdown.replaceAll(/\]\[([^\][]{0,200})\]/gu, (whole, label: string) =>
    label === '' || defined.has(label.replaceAll(/\s+/gu, ' ').toLowerCase()) ? '' : whole,
  );
}

function decode(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}
