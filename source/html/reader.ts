import {printableLine, printableText} from '../domain/text/printable.ts';
import {calloutOf, readCallout} from './read/callout.ts';
import {isBlockOfCode, isLineNumbers, readBlockOfCode} from './read/code.ts';
import {isPermalink} from './read/flow-elements.ts';
import {readTexScript} from './read/maths.ts';
import {readGist} from './read/media.ts';
import {BLOCKS, INLINE_MARKS, READERS} from './read/readers.ts';
import {DELETE, EMPHASIS, STRONG, withMark} from './run.ts';
import type {Mark} from './run.ts';
import {blocksIn} from './scope.ts';
import type {Scope} from './scope.ts';
import {attribute, isElement, isText, styleOf, textOf} from './tree.ts';
import type {Element, Node, Parent} from './tree.ts';
import {isTexScript, isUnseen} from './unseen.ts';

/** Elements inside one another; what is deeper is read as its text. Real pages have some forty. */
const DEEPEST = 250;

export function readChildren(parent: Parent, scope: Scope): void {
  for (const node of parent.childNodes) readNode(node, scope);
}

export function readNode(node: Node, scope: Scope): void {
  if (isText(node)) addText(node.value, scope);
  else if (isElement(node)) readElement(node, {...scope, depth: scope.depth + 1});
}

function readElement(element: Element, scope: Scope): void {
  const {flow, page, depth} = scope;
  if (page.footnotes.furniture.has(element)) return;
  if (element.tagName === 'script') return readScript(element, scope);
  if (isUnseen(element) || isLineNumbers(element)) return;
  if (depth > DEEPEST) return addText(textOf(element), scope);
  const reference = page.footnotes.references.get(element);
  if (reference !== undefined)
    return flow.add({
      kind: 'node',
      node: {type: 'footnoteReference', identifier: reference, label: reference},
      marks: [],
    });
  const note = page.footnotes.notes.get(element);
  if (note !== undefined) return addNote(element, note, scope);
  const callout = calloutOf(element);
  if (callout) return readCallout(element, callout, scope);
  readByName(element, scope);
}

function readByName(element: Element, scope: Scope): void {
  const {tagName} = element;
  const {flow, marks, mode} = scope;
  const mark = INLINE_MARKS.get(tagName);
  const read = READERS.get(tagName);
  if (tagName === 'br')
    flow.add(mode === 'code' ? {kind: 'code', value: ' ', marks} : {kind: 'break', marks});
  else if (tagName === 'a') readLink(element, scope);
  else if (/^(?:code|samp|tt)$/u.test(tagName)) readInlineCode(element, scope);
  else if (tagName === 'q') readQuotation(element, scope);
  else if (read) read(element, scope);
  else if (BLOCKS.has(tagName)) readBlock(element, scope);
  else if (mark && !isUnmarked(element)) readChildren(element, {...scope, marks: withMark(marks, mark)});
  else readChildren(element, {...scope, marks: marksOfStyle(element, marks)});
}

function readBlock(element: Element, scope: Scope): void {
  scope.flow.end();
  readChildren(element, scope);
  scope.flow.end();
}

/** Google's documents wrap what they export in `<b style="font-weight:normal">`. */
function isUnmarked(element: Element): boolean {
  return /font-weight:\s*(?:normal|400)|font-style:\s*normal/iu.test(attribute(element, 'style') ?? '');
}

function readLink(element: Element, scope: Scope): void {
  if (isPermalink(element)) return;
  const url = scope.page.resolve(attribute(element, 'href'));
  const title = printableLine(attribute(element, 'title') ?? '');
  const isTitled = title !== '' && title !== printableLine(textOf(element)) && title !== url;
  readChildren(
    element,
    url === undefined
      ? scope
      : {...scope, marks: withMark(scope.marks, {kind: 'link', url, title: isTitled ? title : null})},
  );
}

/** Only links stay over code: emphasis would be a colour of the highlighter. */
function readInlineCode(element: Element, scope: Scope): void {
  if (scope.mode !== 'code' && isBlockOfCode(element)) return readBlockOfCode(element, scope);
  readChildren(element, {
    ...scope,
    mode: 'code',
    marks: scope.marks.filter(({kind}) => kind !== 'tag' || scope.mode === 'code'),
  });
}

function readQuotation(element: Element, scope: Scope): void {
  const {flow, marks, quotes} = scope;
  const [open, close] = quotes % 2 === 0 ? ['“', '”'] : ['‘', '’'];
  flow.add({kind: 'text', value: open, marks});
  readChildren(element, {...scope, quotes: quotes + 1});
  flow.add({kind: 'text', value: close, marks});
}

function readScript(element: Element, scope: Scope): void {
  if (isTexScript(element)) readTexScript(element, scope);
  else readGist(element, scope);
}

/** Notes stay where they stand, out of what they are wrapped in. */
function addNote(element: Element, label: string, scope: Scope): void {
  const {page} = scope;
  const children = blocksIn(element, scope, {nesting: 1, marks: []});
  page.top.block({type: 'footnoteDefinition', identifier: label, label, children});
}

function addText(written: string, {flow, marks, mode}: Scope): void {
  const value = HAS_CONTROLS.test(written) ? printableText(written) : written;
  if (mode === 'lines') return addLines(value, {flow, marks});
  flow.add({
    kind: mode === 'code' ? 'code' : 'text',
    value: mode === 'code' ? value.replaceAll(/\s+/gu, ' ') : value,
    marks,
  });
}

const HAS_CONTROLS =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]/u;

/** Verse: line ends are line ends, and indents are kept. */
function addLines(text: string, {flow, marks}: Pick<Scope, 'flow' | 'marks'>): void {
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) flow.add({kind: 'break', marks});
    const indent = /^[ \t]*/u.exec(line)?.[0].replaceAll('\t', '    ') ?? '';
    const value = '\u00a0'.repeat(indent.length) + line.trimStart();
    if (value !== '') flow.add({kind: 'text', value, marks});
  }
}

/** Editors that know no elements write their emphasis into styles. */
export function marksOfStyle(element: Element, marks: readonly Mark[]): readonly Mark[] {
  if (element.tagName !== 'span') return marks;
  const style = styleOf(element);
  if (style === '') return marks;
  let result = marks;
  if (/(?:^|;)font-weight:(?:bold|bolder|[6-9]00)/u.test(style)) result = withMark(result, STRONG);
  if (/(?:^|;)font-style:(?:italic|oblique)/u.test(style)) result = withMark(result, EMPHASIS);
  if (/(?:^|;)text-decoration(?:-line)?:line-through/u.test(style)) result = withMark(result, DELETE);
  return result;
}
