import type {ArticleWithBody} from '../../domain/article/article.ts';
import {articleId, publicationId} from '../../domain/article/identity.ts';
import {newsletterFrom} from '../../domain/newsletter/newsletter-from.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Publication} from '../../domain/publication/publication.ts';
import type {Speeds} from '../../domain/article/reading-time.ts';
import {baseWithin, safeAddress} from '../../domain/text/addresses.ts';
import {articleKeys, withoutRepeats} from './article-keys.ts';
import {articleFrom, siteOf} from './assemble-article.ts';
import {authorsFrom} from './authors.ts';
import {shortened} from './excerpt.ts';
import {leftOut} from '../context.ts';
import type {Items} from '../context.ts';
import type {Parsed, RawArticle} from '../format/format.ts';
import {languageTag} from './language.ts';
import {lineOf} from './line.ts';
import {relatedIds} from './related.ts';

export type Origin = Readonly<{
  /** As the person gave it. */
  location: string;
  /** The text that the publication's id is made from: the absolute path, or the normalised URL. */
  canonicalLocation: string;
  /** The address that relative addresses are resolved against: the final URL, or a `file:` URL. */
  url: string;
}>;

/** The reader's reading speeds, and who is told which article is made. */
type Means = Readonly<{speeds?: Speeds | undefined; items?: Items | undefined}>;

export type Assembled = Readonly<{
  publication: Publication;
  articles: readonly ArticleWithBody[];
  warnings: readonly Problem[];
  /** A JSON file with the newsletter's words, resolved; where the source has none of its own. */
  newsletterUrl?: string;
  /** The address that the feed calls its own, resolved. */
  feedUrl?: string;
}>;

/**
 * The one place where what a source says becomes what the program talks about: ids, printable strings,
 * resolved and safe addresses, dates, words and read time.
 */
export function assemble(parsed: Parsed, origin: Origin, {speeds, items}: Means = {}): Assembled {
  const base = baseWithin(origin.url, parsed.base);
  const publication = publicationFrom(parsed, origin, base);
  const all = withoutRepeats(parsed.articles);
  const keys = articleKeys(all);
  const named = all.map((raw, index) => ({raw, key: keys[index] ?? '', name: raw.path ?? keys[index] ?? ''}));
  const isLeftOut = ({name}: {name: string}): boolean => items?.leftOut.includes(name) ?? false;
  const kept = named.filter(one => !isLeftOut(one));
  const authors = authorsFrom(parsed.authors, base);
  const sites = new Set([origin.url, publication.homepage ?? origin.url].map(siteOf));
  const context = {
    publication,
    sites,
    hasBase: parsed.base !== undefined,
    base,
    authors,
    speeds,
  };
  const articles = kept.map(({raw, key, name}, position) => {
    items?.begin(name);
    return articleFrom(raw, {...context, id: articleId(publication.id, key), position});
  });
  items?.begin(undefined);
  const newsletterUrl = publication.newsletter ? undefined : safeAddress(parsed.newsletterUrl, base);
  const feedUrl = safeAddress(parsed.feedUrl, base);
  return {
    publication,
    articles: relatedIds(
      kept.map(({raw}) => raw),
      articles,
    ),
    warnings: [
      ...(parsed.warnings ?? []),
      ...named.filter(isLeftOut).map(({raw}) => leftOut(shownName(raw))),
    ],
    ...(newsletterUrl && {newsletterUrl}),
    ...(feedUrl && {feedUrl}),
  };
}

function shownName({path, title, url}: RawArticle): string {
  return path ?? `“${lineOf(title) ?? url ?? ''}”`;
}

function publicationFrom(parsed: Parsed, origin: Origin, base: string): Publication {
  const title = lineOf(parsed.title);
  const tagline = lineOf(parsed.tagline);
  const homepage = safeAddress(parsed.homepage, base);
  const language = languageTag(parsed.language);
  const newsletter = parsed.newsletter === undefined ? undefined : newsletterFrom(parsed.newsletter, base);
  return {
    id: publicationId(origin.canonicalLocation),
    title: title === undefined ? placeOf(homepage ?? origin.url) : shortened(title, 500),
    ...(tagline && {tagline: shortened(tagline, 2000)}),
    ...(homepage && {homepage}),
    location: origin.location,
    ...(language && {language}),
    ...(newsletter && {newsletter}),
  };
}

/** The name of a publication that doesn't name itself: its host, or the name of its folder. */
function placeOf(address: string): string {
  const url = URL.parse(address);
  const name = url?.host || decodeSafely(url?.pathname.split('/').findLast(Boolean) ?? '') || address;
  return lineOf({content: name, format: 'text'}) ?? 'Untitled';
}

function decodeSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
