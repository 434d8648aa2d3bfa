import {isUsableName} from './write-xml.ts';

/**
 * The element that is written instead: its name, and whether what is in it is kept as escaped text or
 * unpacked from base64.
 */
export type Rewritten = Readonly<{name: string; content: 'elements' | 'escaped' | 'base64'}>;

export type Place = Readonly<{
  /** The root as the document has it. */
  root: string;
  /** The name of the element around it, in lower case. */
  parent: string;
}>;

/** Other names for the text, the author and the date of an article: of old modules, and of Atom in RSS. */
const IN_RSS: Readonly<Record<string, string>> = {
  'dc:author': 'dc:creator',
  fullitem: 'content:encoded',
  body: 'content:encoded',
  'xhtml:body': 'content:encoded',
  'xhtml:div': 'content:encoded',
  content: 'content:encoded',
  summary: 'atom:summary',
  date: 'dc:date',
  published: 'atom:published',
  updated: 'atom:updated',
};

/** And of RSS in Atom. */
const IN_ATOM: Readonly<Record<string, string>> = {
  'dc:author': 'dc:creator',
  description: 'summary',
  'content:encoded': 'content',
  pubdate: 'published',
  guid: 'id',
};

/**
 * The element as it is written for the parser; undefined for what is no element at all ("<3",
 * "<foo@example.com>"). A prefix that the root has, or that says "rss", names the feed's own vocabulary, so
 * it goes.
 */
export function elementAs(
  original: string,
  attributes: Readonly<Record<string, string>>,
  {root, parent}: Place,
): Rewritten | undefined {
  if (!isUsableName(original)) return undefined;
  const name = withoutOwnPrefix(original, root);
  if (/^base64$/iu.test(attributes['mode'] ?? '')) return {name, content: 'base64'};
  const lower = name.toLowerCase();
  const synonym = synonymOf(lower, attributes, {root, parent});
  return {
    name: synonym ?? name,
    content: synonym && /^(?:xhtml:)?(?:body|div)$/u.test(lower) ? 'escaped' : 'elements',
  };
}

function synonymOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  {root, parent}: Place,
): string | undefined {
  if (/feed$/iu.test(root)) return parent === 'entry' ? IN_ATOM[name] : undefined;
  if (name === 'link' && attributes['href'] !== undefined) return 'atom:link';
  return parent === 'item' ? IN_RSS[name] : undefined;
}

function withoutOwnPrefix(name: string, root: string): string {
  const [prefix = '', local] = name.split(':');
  const [own, rootName] = root.split(':');
  const isOwn =
    rootName === undefined ? /^rss\d*$/iu.test(prefix) : prefix === own && !/^rdf$/iu.test(rootName);
  return isOwn && local !== undefined ? local : name;
}
