import {decodeHTMLStrict} from 'entities';
import type {Kind} from './marks.ts';

/** Inline elements and the style that they mean. */
export const STYLES: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...(['b', 'strong'] as const).map((name): [string, Kind] => [name, 'strong']),
  ...(['i', 'em', 'cite', 'dfn', 'var', 'address'] as const).map((name): [string, Kind] => [
    name,
    'emphasis',
  ]),
  ...(['del', 's', 'strike'] as const).map((name): [string, Kind] => [name, 'deleted']),
  ...(['ins', 'u'] as const).map((name): [string, Kind] => [name, 'inserted']),
  ...(['code', 'tt', 'samp'] as const).map((name): [string, Kind] => [name, 'code']),
  ['kbd', 'key'],
  ['q', 'quotation'],
  ['mark', 'mark'],
  ['small', 'quiet'],
  ['sup', 'sup'],
  ['sub', 'sub'],
]);

/** Elements whose content is not for reading. */
export const HIDDEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'select',
  'object',
  'title',
  'head',
  'textarea',
]);

/** Films, sounds and pages in the page: shown as a link with a title. */
export const EMBEDS: ReadonlyMap<string, string> = new Map([
  ['iframe', 'Embedded page'],
  ['video', 'Video'],
  ['audio', 'Audio'],
  ['embed', 'Embedded page'],
]);

export type Tag = Readonly<{name: string; isClosing: boolean; attributes: Readonly<Record<string, string>>}>;

const TAG = /^<(\/?)([a-z][^\s/>]*)/i;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** One tag of inline HTML, as the tokenizer hands it over; undefined for comments and the like. */
export function tagFrom(html: string): Tag | undefined {
  const match = TAG.exec(html);
  if (!match?.[2]) return undefined;
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of html.slice(match[0].length).matchAll(ATTRIBUTE)) {
    attributes[name.toLowerCase()] ??= decodeHTMLStrict(double ?? single ?? bare ?? '');
  }
  return {name: match[2].toLowerCase(), isClosing: match[1] === '/', attributes};
}
