import type {Html, Paragraph, PhrasingContent} from 'mdast';
import {printableLine} from '../../domain/text/printable.ts';
import {onOneLine} from '../on-one-line.ts';
import {blocksIn} from '../scope.ts';
import type {Scope} from '../scope.ts';
import {attribute, childElements, classesOf, findIn, isNamed, isText, textOf} from '../tree.ts';
import type {Element} from '../tree.ts';
import {DEEPEST_NESTING} from './list.ts';

export function readHeading(element: Element, scope: Scope): void {
  const marks = scope.marks.filter(({kind}) => kind !== 'strong');
  const blocks = blocksIn(element, scope, {marks});
  const children = withoutOuterStrong(onOneLine(blocks, {type: 'text', value: ' '}));
  const isText = children.some(({type}) => type !== 'image');
  const depth = Number(element.tagName.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6;
  if (children.length === 0) scope.flow.end();
  else scope.flow.block(isText ? {type: 'heading', depth, children} : {type: 'paragraph', children});
}

/** A heading is strong by itself. */
function withoutOuterStrong(children: PhrasingContent[]): PhrasingContent[] {
  const [only, next] = children;
  return next === undefined && only?.type === 'strong' ? only.children : children;
}

/** A sign beside a heading that leads to the heading itself. */
export function isPermalink(element: Element): boolean {
  if (element.tagName !== 'a' || !(attribute(element, 'href') ?? '').includes('#')) return false;
  const text = textOf(element).trim();
  const isSign =
    /^(?:[#¶§🔗⚓∞]|🔗\ufe0e?|link|permalink|anchor|direct link to .{0,200})?[\u200b\u00a0]*$/iu.test(text);
  if (!isSign) return false;
  return (
    / (?:anchor|header-?(?:link|anchor)|heading-?(?:link|anchor)|hash-link|permalink|deep-?link|direct-link|anchorjs-link) /u.test(
      classesOf(element),
    ) || isInHeading(element)
  );
}

function isInHeading(element: Element): boolean {
  const around = element.parentNode;
  return (
    isNamed(around, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') &&
    textOf(around).trim() !== textOf(element).trim() &&
    childElements(element).every(({tagName}) => tagName !== 'img')
  );
}

export function readQuote(element: Element, scope: Scope): void {
  if (scope.nesting >= DEEPEST_NESTING) {
    scope.flow.end();
    return scope.page.readChildren(element, scope);
  }
  const children = blocksIn(element, scope, {nesting: scope.nesting + 1});
  if (children.length > 0) scope.flow.block({type: 'blockquote', children});
  else scope.flow.end();
}

/** Longer words are more than the name of a file or a listing. */
const LONGEST_TITLE = 120;

/** A caption above code goes with the code; the other ones stand where they are. */
export function readFigure(element: Element, scope: Scope): void {
  scope.flow.end();
  const [first] = childElements(element);
  const isAboveCode =
    isNamed(first, 'figcaption') &&
    findIn(element, ({tagName}) => tagName === 'pre') !== undefined &&
    findIn(element, ({tagName}) => /^(?:img|picture|video|iframe)$/u.test(tagName)) === undefined;
  const text = isAboveCode ? printableLine(textOf(first)).replaceAll(/\s+/gu, ' ').trim() : '';
  if (text === '' || text.length > LONGEST_TITLE) scope.page.readChildren(element, scope);
  else
    scope.page.readChildren(
      {...element, childNodes: element.childNodes.filter(node => node !== first)},
      {...scope, caption: {text}},
    );
  scope.flow.end();
}

/** A caption is set apart from the text by emphasis. */
export function readCaption(element: Element, scope: Scope): void {
  const blocks = blocksIn(element, scope);
  const [first] = blocks;
  if (blocks.length === 1 && first?.type === 'paragraph') scope.flow.block(captionOf(first));
  else scope.flow.block(...blocks);
}

function captionOf({children}: Paragraph): Paragraph {
  const isPlain = children.every(({type}) => /^(?:text|link|strong|inlineCode)$/u.test(type));
  return {type: 'paragraph', children: isPlain ? [{type: 'emphasis', children}] : children};
}

/** `<details>` stays: the typesetter knows it. Its parts are Markdown. */
export function readDetails(element: Element, scope: Scope): void {
  const summary = childElements(element).find(({tagName}) => tagName === 'summary');
  const title = summary ? printableLine(textOf(summary)) : '';
  const body = blocksIn(
    {...element, childNodes: element.childNodes.filter(node => node !== summary)},
    scope,
    {nesting: scope.nesting + 1},
  );
  if (title === '') return scope.flow.block(...body);
  const opening: Html = {type: 'html', value: `<details>\n<summary>${escaped(title)}</summary>`};
  scope.flow.block(opening, ...body, {type: 'html', value: '</details>'});
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Terms and what is said of them; groups may be wrapped in `div`s. */
export function readDefinitions(element: Element, scope: Scope): void {
  const parts = element.childNodes.flatMap(node => (isNamed(node, 'div') ? node.childNodes : [node]));
  const groups: {terms: PhrasingContent[][]; definitions: ReturnType<typeof blocksIn>[]}[] = [];
  scope.flow.end();
  for (const part of parts) {
    if (
      isText(part) ? part.value.trim() === '' : !isNamed(part, 'dt', 'dd', 'p', 'ul', 'ol', 'dl', 'a', 'span')
    )
      continue;
    const last = groups.at(-1);
    if (isNamed(part, 'dt')) {
      const term = onOneLine(blocksIn(part, scope), {type: 'text', value: ' '});
      if (term.length === 0) continue;
      if (last && last.definitions.length === 0) last.terms.push(term);
      else groups.push({terms: [term], definitions: []});
    } else {
      const holder = isNamed(part, 'dd') ? part : {...element, childNodes: [part]};
      const blocks = blocksIn(holder, scope, {nesting: scope.nesting + 1});
      if (blocks.length === 0 && !isNamed(part, 'dd')) continue;
      if (last) last.definitions.push(blocks);
      else scope.flow.block(...blocks);
    }
  }
  if (groups.length > 0) scope.flow.block({type: 'definitionList', children: [], groups});
}

/** Reading aids stand in brackets behind what they explain. */
export function readRubyText(element: Element, scope: Scope): void {
  const hasBrackets = isNamed(element.parentNode, 'ruby') && bringsBrackets(element.parentNode);
  const add = (value: string) => hasBrackets || scope.flow.add({kind: 'text', value, marks: scope.marks});
  if (textOf(element).trim() === '') return;
  add('(');
  scope.page.readChildren(element, scope);
  add(')');
}

/** Looked for once in each, however many aids it has. */
const bracketed = new WeakMap<Element, boolean>();

function bringsBrackets(ruby: Element): boolean {
  const known = bracketed.get(ruby);
  if (known !== undefined) return known;
  const brings = childElements(ruby).some(({tagName}) => tagName === 'rp');
  bracketed.set(ruby, brings);
  return brings;
}
