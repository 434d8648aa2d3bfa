import type {Blockquote, PhrasingContent} from 'mdast';
import {blocksIn} from '../scope.ts';
import type {Block, Scope} from '../scope.ts';
import {attribute, classesOf, findIn, textOf} from '../tree.ts';
import type {Element} from '../tree.ts';

export type Callout = 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION';

/** The kinds that GitHub's Markdown has, by the names that others give them. */
const KINDS: Readonly<Record<string, Callout>> = {
  note: 'NOTE',
  info: 'NOTE',
  information: 'NOTE',
  seealso: 'NOTE',
  secondary: 'NOTE',
  notice: 'NOTE',
  abstract: 'NOTE',
  question: 'NOTE',
  primary: 'NOTE',
  tip: 'TIP',
  hint: 'TIP',
  success: 'TIP',
  todo: 'NOTE',
  check: 'TIP',
  important: 'IMPORTANT',
  attention: 'WARNING',
  warning: 'WARNING',
  warn: 'WARNING',
  caution: 'CAUTION',
  danger: 'CAUTION',
  error: 'CAUTION',
  failure: 'CAUTION',
  bug: 'CAUTION',
  fail: 'CAUTION',
};

const FAMILIES =
  / (?:admonition|alert|callout|markdown-alert|custom-block|hint|theme-admonition|admonitionblock|notice|starlight-aside|aside|message|note-box|infobox-callout|ui-callout|box-callout|gatsby-remark-admonition) /u;

/** The kind of callout that an element is, by its classes. */
export function calloutOf(element: Element): Callout | undefined {
  const classes = classesOf(element);
  if (classes === '' || !/^(?:div|aside|section|blockquote|table|details)$/u.test(element.tagName))
    return undefined;
  if (
    !FAMILIES.test(classes) &&
    element.tagName !== 'aside' &&
    !/ (?:admonition|alert|callout|hint)-/u.test(classes)
  )
    return undefined;
  if (/ (?:alert-dismissible|message-box|cookie\S*) /u.test(classes)) return undefined;
  for (const name of classes.trim().split(' ')) {
    const kind = kindOf(
      name.replace(
        /^(?:markdown-alert|theme-admonition|admonition|alert|callout|hint|notice|starlight-aside-*|aside|is)-+/u,
        '',
      ),
    );
    if (kind) return kind;
  }
  return kindOf(attribute(element, 'data-callout') ?? '');
}

export function kindOf(name: string): Callout | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
}

const TITLE =
  / (?:\S*admonition-(?:title|heading)\S*|markdown-alert-title|callout-title|alert-heading|custom-block-title|starlight-aside__title|admonitionheading\S*|hint-title) /u;

/** `> [!NOTE]`; a title that says no more than the kind does not stand there twice. */
export function readCallout(element: Element, kind: Callout, scope: Scope): void {
  const title = findIn(element, inner => TITLE.test(classesOf(inner)));
  const isKindAlone =
    title !== undefined &&
    kindOf(
      textOf(title)
        .trim()
        .replace(/[:!.]$/u, ''),
    ) !== undefined;
  if (isKindAlone && title.parentNode)
    title.parentNode.childNodes = title.parentNode.childNodes.filter(node => node !== title);
  const blocks = blocksIn(element, scope, {nesting: scope.nesting + 1});
  if (blocks.length > 0) scope.flow.block(calloutFrom(kind, blocks));
  else scope.flow.end();
}

function calloutFrom(kind: Callout, blocks: readonly Block[]): Blockquote {
  const [first, ...rest] = blocks;
  const sign: PhrasingContent = {type: 'html', value: `[!${kind}]`};
  if (first?.type !== 'paragraph')
    return {type: 'blockquote', children: [{type: 'paragraph', children: [sign]}, ...blocks]};
  const opening = {...first, children: [{...sign, value: `${sign.value}\n`}, ...first.children]};
  return {type: 'blockquote', children: [opening, ...rest]};
}
