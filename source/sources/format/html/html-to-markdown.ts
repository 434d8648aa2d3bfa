import type {Root} from 'mdast';
import {plainText} from '../../../domain/text/plain-text.ts';
import {printableText} from '../../../domain/text/printable.ts';
import {baseWithin} from '../../article/addresses.ts';
import {footnotesIn} from './footnotes.ts';
import {parseHtml} from './parse.ts';
import {readChildren, readNode} from './reader.ts';
import {Flow} from './scope.ts';
import type {Page} from './scope.ts';
import {attribute, findIn} from './tree.ts';
import type {Parent} from './tree.ts';
import {writeMarkdown} from './write.ts';

/**
 * HTML as GitHub-flavoured Markdown: every word that a reader would see, in order, and none besides. Addresses are resolved
 * against `base` (an absolute URL); those of unsafe schemes are dropped and their text kept. Never throws; what is nested deeper
 * than a page can be becomes plain text.
 */
export function htmlToMarkdown(html: string, base?: string): string {
  try {
    const root = parseHtml(html);
    return root ? printableText(writeMarkdown(treeOf(root, base))) : asText(html);
  } catch (error) {
    if (error instanceof RangeError) return asText(html);
    throw error;
  }
}

function treeOf(root: Parent, base: string | undefined): Root {
  const flow = new Flow();
  const page: Page = {
    base: baseOf(root, base),
    footnotes: footnotesIn(root),
    top: flow,
    shown: new Set(),
    readChildren,
    readNode,
  };
  readChildren(root, {page, flow, marks: [], mode: 'prose', depth: 0, nesting: 0});
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

/** The words alone, so that none is lost. */
function asText(html: string): string {
  const {prose, code} = plainText({content: html, format: 'html'});
  return printableText([prose, code].join('\n'))
    .replaceAll(/[\\`*_[\]<>#|~]/gu, String.raw`\$&`)
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/\n\s*\n+/gu, '\n\n')
    .trim();
}
