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
import type {Parsed} from '../format/format.ts';
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
  speeds?: Speeds;
}>;

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
export function assemble(parsed: Parsed, origin: Origin): Assembled {
  const base = baseWithin(origin.url, parsed.base);
  const publication = publicationFrom(parsed, origin, base);
  const raws = withoutRepeats(parsed.articles);
  const keys = articleKeys(raws);
  const ids = keys.map(key => articleId(publication.id, key));
  const authors = authorsFrom(parsed.authors, base);
  const sites = new Set([origin.url, publication.homepage ?? origin.url].map(siteOf));
  const context = {
    publication,
    sites,
    hasBase: parsed.base !== undefined,
    base,
    authors,
    speeds: origin.speeds,
  };
  const articles = raws.map((raw, position) =>
    articleFrom(raw, {...context, id: ids[position] ?? '', position}),
  );
  const newsletterUrl = publication.newsletter ? undefined : safeAddress(parsed.newsletterUrl, base);
  const feedUrl = safeAddress(parsed.feedUrl, base);
  return {
    publication,
    articles: relatedIds(raws, articles),
    warnings: parsed.warnings ?? [],
    ...(newsletterUrl && {newsletterUrl}),
    ...(feedUrl && {feedUrl}),
  };
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
