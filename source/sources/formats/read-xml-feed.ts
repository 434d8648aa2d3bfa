import {parseAtomFeed, parseRdfFeed, parseRssFeed} from 'feedsmith';
import type {AtomFeed, RdfFeed, RssFeed} from 'feedsmith';
import {ProblemError} from '../../domain/problem.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Limits} from './format.ts';
import {repairXml} from './repair-xml.ts';
import {feedRoot} from './xml-root.ts';

export type XmlFeed =
  | Readonly<{kind: 'rss'; feed: RssFeed.Feed<string>; warnings: readonly Problem[]}>
  | Readonly<{kind: 'rdf'; feed: RdfFeed.Feed<string>; warnings: readonly Problem[]}>
  | Readonly<{kind: 'atom'; feed: AtomFeed.Feed<string>; warnings: readonly Problem[]}>;

/** Reads a feed with feedsmith; what that rejects is repaired first. Nothing before the root is looked at, so no DTD is. */
export function readXmlFeed(text: string, limits: Limits): XmlFeed {
  const root = feedRoot(text);
  if (!root) throw new ProblemError({kind: 'malformed', message: 'This is no feed.'});
  const {source, warnings} = withinLimits(text.slice(root.start), limits.items);
  try {
    if (warnings.length === 0) return {...parse(root.kind, source), warnings};
  } catch {
    // Not well-formed: repaired below.
  }
  try {
    const {xml, isBrokenOff} = repairXml(source, limits.depth);
    const broken = isBrokenOff && warnings.length === 0 ? [BROKEN_OFF] : warnings;
    return {...parse(root.kind, xml), warnings: broken};
  } catch (cause) {
    throw new ProblemError(
      {
        kind: 'malformed',
        message: 'The feed is so damaged that nothing can be read of it.',
        advice: 'Try again later, or tell its publisher.',
      },
      {cause},
    );
  }
}

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
  if (kind === 'rss') return {kind, feed: parseRssFeed<string>(text)};
  return kind === 'rdf'
    ? {kind, feed: parseRdfFeed<string>(text)}
    : {kind, feed: parseAtomFeed<string>(text)};
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
