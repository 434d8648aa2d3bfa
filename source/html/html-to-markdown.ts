import type {Root} from 'mdast';
import {plainText} from '../domain/text/plain-text.ts';
import {printableText} from '../domain/text/printable.ts';
import {baseWithin, safeAddress} from '../domain/text/addresses.ts';
import {footnotesIn} from './footnotes.ts';
import {parseHtml} from './parse.ts';
import {readChildren, readNode} from './reader.ts';
import {Flow} from './scope.ts';
import type {Page} from './scope.ts';
import {attribute, findIn} from './tree.ts';
import type {Parent} from './tree.ts';
import {writeMarkdown} from './write.ts';

/**
 * HTML as GitHub-flavoured Markdown: every word that a reader would see, in order, and none besides.
 * Addresses are resolved against `base` (an absolute URL); those of unsafe schemes are dropped and their text
 * stays. Never throws; what is nested deeper than a page can be becomes plain text.
 */
export function htmlToMarkdown(html: string, base?: string): string {
  return converted(html, root => {
    const own = baseOf(root, base);
    return written => safeAddress(written, own);
  });
}

/** A block of HTML within Markdown: its addresses stay as they are written, as those around it do. */
export function htmlBlockToMarkdown(html: string): string {
  return converted(withoutOpenEnd(html), () => addressAsWritten);
}

function converted(html: string, resolver: (root: Parent) => Page['resolve']): string {
  try {
    const root = parseHtml(html);
    return root ? printableText(writeMarkdown(treeOf(root, resolver(root)))) : asText(html);
  } catch (error) {
    if (error instanceof RangeError) return asText(html);
    throw error;
  }
}

function treeOf(root: Parent, resolve: Page['resolve']): Root {
  const flow = new Flow();
  const page: Page = {
    resolve,
    footnotes: footnotesIn(root),
    top: flow,
    shown: new Set(),
    readChildren,
    readNode,
  };
  readChildren(root, {page, flow, marks: [], mode: 'prose', depth: 0, nesting: 0, quotes: 0});
  flow.end();
  return {type: 'root', children: flow.blocks};
}

/** A page may name its own base, itself relative to where it came from. */
function baseOf(root: Parent, base: string | undefined): string | undefined {
  const element = findIn(root, ({tagName}) => tagName === 'base');
  const stated = element && attribute(element, 'href');
  if (stated === undefined) return base;
  return base === undefined ? URL.parse(stated)?.href : baseWithin(base, stated);
}

function addressAsWritten(written: string | undefined): string | undefined {
  const address = written?.trim();
  return !address || /^[a-z][a-z\d+.-]*:/iu.test(address) ? safeAddress(address) : address;
}

/**
 * A tag, or what a tag hides, that never ends would take all that follows with it. In Markdown the rest of
 * the article is not in this block, so such a tag is text.
 */
function withoutOpenEnd(html: string): string {
  const written = html.replaceAll(/<!\[CDATA\[([^]*?)\]\]>/gu, (_, text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  );
  const end = written.lastIndexOf('>') + 1;
  return (written.slice(0, end) + written.slice(end).replaceAll(/<(?=[a-z/])/giu, '&lt;')).replaceAll(
    /<(?=(title|style|script|template|textarea|xmp|plaintext|noembed|noframes)[\s>])/giu,
    (sign, name: string) => (new RegExp(`</${name}`, 'iu').test(written) ? sign : '&lt;'),
  );
}

/** The words alone, so that none is lost. */
function asText(html: string): string {
  const {prose, code} = plainText({content: html, format: 'html'});
  return printableText([prose, code].join('\n'))
    .replaceAll(/[\\`*_[\]<>#|~^=${:]/gu, String.raw`\$&`)
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/\n\s*\n+/gu, '\n\n')
    .trim();
}
