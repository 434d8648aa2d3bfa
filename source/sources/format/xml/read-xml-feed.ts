import {ParseError, parseAtomFeed, parseRdfFeed, parseRssFeed} from 'feedsmith';
import type {AtomFeed, RdfFeed, RssFeed} from 'feedsmith';
import {ProblemError} from '../../../domain/problem.ts';
import type {Problem} from '../../../domain/problem.ts';
import type {Limits} from '../format.ts';
import {withoutStrayCdataIn} from './stray-cdata.ts';
import {rewriteXml} from './rewrite-xml.ts';
import {feedRoot} from './xml-root.ts';

export type XmlFeed =
  | Readonly<{kind: 'rss'; feed: RssFeed.Feed<string>; isCut: boolean; warnings: readonly Problem[]}>
  | Readonly<{kind: 'rdf'; feed: RdfFeed.Feed<string>; isCut: boolean; warnings: readonly Problem[]}>
  | Readonly<{kind: 'atom'; feed: AtomFeed.Feed<string>; isCut: boolean; warnings: readonly Problem[]}>;

/**
 * Reads a feed with feedsmith; what that rejects or doesn't know is rewritten first. Nothing before the root
 * is looked at, so no document type is.
 */
export function readXmlFeed(text: string, limits: Limits): XmlFeed {
  const root = feedRoot(text);
  if (!root) throw new ProblemError({kind: 'malformed', message: 'This is no feed.'});
  const {source, warnings} = withinLimits(withoutContents(text.slice(root.start), root.kind), limits.items);
  const isUnusual = UNUSUAL.test(source) || FOREIGN[root.kind].test(source);
  const read = warnings.length > 0 || isUnusual ? undefined : attempt(root.kind, source);
  if (read) return {...read, isCut: false, warnings};
  const {xml, isBrokenOff} = rewriteXml(source, Math.min(limits.depth, DEEPEST));
  const rewritten = attempt(root.kind, xml);
  if (!rewritten) throw new ProblemError(UNREADABLE);
  const isCut = isBrokenOff || warnings.length > 0;
  return {...rewritten, isCut, warnings: isBrokenOff && warnings.length === 0 ? [BROKEN_OFF] : warnings};
}

/** feedsmith refuses what is deeper than 100 elements. */
export const DEEPEST = 90;

/**
 * Signs of what feedsmith reads past: base64, texts in elements of old modules, the feed's own vocabulary
 * under a prefix, references without a semicolon that are parameters of an address; and names so long that it
 * would take minutes over them.
 */
const UNUSUAL =
  /\bmode\s*=\s*["']base64|<(?:xhtml:)?body[\s>]|<xhtml:div[\s>]|<fullitem[\s>]|<dc:author[\s>]|<rss\d*:|<(?:author|managingeditor|webmaster)\b(?:(?!<\/(?:author|managingeditor|webmaster))[^]){1500}|&(?:cent|copy|curren|deg|divide|gt|lt|macr|micro|not|para|pound|quot|reg|sect|shy|times|uml|yen)=/iu;

/** Elements of one vocabulary in the other, and authors that are bare text. */
const FOREIGN: Readonly<Record<XmlFeed['kind'], RegExp>> = {
  rss: /<(?:content|summary|date|published|updated)[\s>]|<link\s[^<>]*href/iu,
  rdf: /<(?:content|summary|date|published|updated)[\s>]|<link\s[^<>]*href/iu,
  atom: /<(?:description|content:encoded|pubdate|guid)[\s>]|<author(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[)?[^<\s]/iu,
};

/**
 * The table of contents of RDF goes: feedsmith would look each entry up among all articles, and leave out
 * those that the table forgot.
 */
function withoutContents(text: string, kind: XmlFeed['kind']): string {
  const start = kind === 'rdf' ? text.search(/<(?:[\w.-]{1,60}:)?items[\s>]/iu) : -1;
  const end = start === -1 ? -1 : text.search(/<\/(?:[\w.-]{1,60}:)?items\s*>/iu);
  return end > start ? text.slice(0, start) + text.slice(text.indexOf('>', end) + 1) : text;
}

/** feedsmith would take an escaped section for an address in angle brackets. */
const PERSON_IN_CDATA =
  /(<(?:author|managingEditor|webMaster)>\s*)&lt;!\[CDATA\[([^<]{0,1000}?)\]\](?:&gt;|>)/giu;

/** Undefined where the text isn't well-formed. A feed in which there is nothing is an empty feed. */
function attempt(kind: XmlFeed['kind'], text: string): Read | undefined {
  try {
    const read = parse(kind, text.replaceAll(PERSON_IN_CDATA, '$1$2'));
    return text.includes('CDATA[') ? withoutStrayCdataIn(read) : read;
  } catch (error) {
    const hasArticles = /<(?:[\w.-]{1,60}:)?(?:item|entry)[\s/>]/iu.test(text);
    return error instanceof ParseError && !hasArticles ? {kind, feed: {}} : undefined;
  }
}

const UNREADABLE: Problem = {
  kind: 'malformed',
  message: 'Nothing in this feed can be read as an article.',
  advice: 'Try again later, or tell its publisher.',
};

const BROKEN_OFF: Problem = {
  kind: 'malformed',
  message: 'The feed breaks off before its end; what came before it is shown.',
  advice: 'Refresh to try again.',
};

type Read =
  | {kind: 'rss'; feed: RssFeed.Feed<string>}
  | {kind: 'rdf'; feed: RdfFeed.Feed<string>}
  | {kind: 'atom'; feed: AtomFeed.Feed<string>};

function parse(kind: XmlFeed['kind'], text: string): Read {
  if (kind === 'rss') return {kind, feed: parseRssFeed(text)};
  return kind === 'rdf' ? {kind, feed: parseRdfFeed(text)} : {kind, feed: parseAtomFeed(text)};
}

/** Cuts before the article that is one too many, before a tree of them all is built. */
function withinLimits(text: string, most: number): {source: string; warnings: readonly Problem[]} {
  const item = /<(?:[\w.-]{1,60}:)?(?:item|entry)[\s/>]/giu;
  for (let found = 0; found < most; found++) {
    if (!item.test(text)) return {source: text, warnings: []};
  }
  const next = item.exec(text);
  if (!next) return {source: text, warnings: []};
  const message = `The feed has more than ${most} articles; the first ${most} are shown.`;
  return {source: text.slice(0, next.index), warnings: [{kind: 'too-large', message}]};
}
