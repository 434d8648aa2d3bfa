import {isUsableName} from './write-xml.ts';

/** What an element becomes: its name, and whether what is in it is kept as escaped text or unpacked from base64. */
export type Rewritten = Readonly<{name: string; content: 'elements' | 'escaped' | 'base64'}>;

export type Place = Readonly<{
  /** The root as the document has it. */
  root: string;
  /** The name of the element around it, in lower case. */
  parent: string;
}>;

/** Other names for the text and the author of an article. */
const SYNONYMS: Readonly<Record<string, string>> = {
  'dc:author': 'dc:creator',
  fullitem: 'content:encoded',
  body: 'content:encoded',
  'xhtml:body': 'content:encoded',
  'xhtml:div': 'content:encoded',
};

/**
 * How an element is written for the parser; undefined for what is no element at all ("<3", "<foo@example.com>"). A prefix that
 * the root has, or that says "rss", names the feed's own vocabulary, so it goes.
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
  const synonym = /^(?:item|entry)$/u.test(parent) ? SYNONYMS[lower] : undefined;
  return {
    name: synonym ?? name,
    content: /^(?:xhtml:)?(?:body|div)$/u.test(lower) && synonym ? 'escaped' : 'elements',
  };
}

function withoutOwnPrefix(name: string, root: string): string {
  const [prefix = '', local] = name.split(':');
  const [own, rootName] = root.split(':');
  const isOwn =
    rootName === undefined ? /^rss\d*$/iu.test(prefix) : prefix === own && !/^rdf$/iu.test(rootName);
  return isOwn && local !== undefined ? local : name;
}
