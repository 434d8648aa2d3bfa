import type {Article, ArticleWithBody, Author, Body} from '../../domain/article/article.ts';
import {plainText} from '../../domain/text/plain-text.ts';
import type {Publication} from '../../domain/publication/publication.ts';
import {count, minutesFor, wordsIn} from '../../domain/article/reading-time.ts';
import type {Speeds} from '../../domain/article/reading-time.ts';
import {baseWithin, safeAddress} from '../../domain/text/addresses.ts';
import {authorsFrom} from './authors.ts';
import {instantFrom} from '../dates/dates.ts';
import {enclosuresOf, withEnclosures} from './enclosures.ts';
import {excerptOf, openingOf, shortened} from './excerpt.ts';
import type {RawArticle, RawText} from '../format/format.ts';
import {withoutStrayCdata} from '../format/xml/stray-cdata.ts';
import {withInnerBases} from './inner-bases.ts';
import {lineOf} from './line.ts';
import {looksLikeHtml} from '../text/markup.ts';
import {breaksOff, looksWhole} from './whole.ts';
import type {Said} from './whole.ts';

type Context = Readonly<{
  id: string;
  position: number;
  publication: Publication;
  base: string;
  /** The document names its base itself (xml:base). */
  hasBase?: boolean;
  /**
   * Hosts of the publication. On another one a link is what the article is about, not where it was written.
   */
  sites?: ReadonlySet<string>;
  /** Sign for articles that name nobody. */
  authors: readonly Author[];
  speeds: Speeds | undefined;
}>;

/** One article: every string printable, every address safe. */
export function articleFrom(raw: RawArticle, context: Context): ArticleWithBody {
  const base = baseWithin(context.base, raw.base);
  const url = safeAddress(raw.url, base);
  const isSameSite = url !== undefined && context.sites?.has(siteOf(url));
  const written = raw.base === undefined && !context.hasBase && isSameSite ? url : base;
  const own = bodyFrom(raw, written);
  const body = withEnclosures(own, raw.enclosures ?? [], base);
  // The links at the end are neither read nor quoted.
  const text = plainText(own);
  const counts = count(text);
  const authors = raw.authors?.length ? authorsFrom(raw.authors, base) : context.authors;
  const updatedAt = firstDate(raw.updated);
  // Many an Atom feed only says when an entry was changed last.
  const publishedAt = firstDate(raw.published) ?? updatedAt;
  const image = safeAddress(raw.image, base);
  const category = lineOf(loose(raw.category));
  const article: Article = {
    id: context.id,
    publicationId: context.publication.id,
    position: context.position,
    title: titleFrom(raw, body, url),
    ...(url && {url}),
    ...optional(
      'excerpt',
      excerptOf(raw.excerpt, {content: own.content, prose: text.prose}) ?? openingOf(body),
    ),
    ...optional('category', category && shortened(category, 100)),
    tags: tagsFrom(raw.tags, category),
    authors,
    ...optional('publishedAt', publishedAt),
    ...optional('updatedAt', updatedAt),
    words: wordsIn(counts),
    minutes: minutesOf(raw.minutes) ?? minutesFor(counts, context.speeds),
    isPartial:
      raw.isPartial ?? (url !== undefined && isTeaser(raw, own, {prose: text.prose, words: wordsIn(counts)})),
    ...optional('image', image),
    ...optional('path', raw.path),
    ...optional('comments', safeAddress(raw.comments, base)),
    ...optional('enclosures', enclosuresOf(raw.enclosures, base)),
  };
  const guid = raw.guid?.trim().slice(0, LONGEST_GUID);
  return {article, body, ...(guid && {guid}), ...(raw.mail && {mail: raw.mail})};
}

/** Longer ones are texts that ended up in the wrong place. */
const LONGEST_GUID = 1000;

function optional<Key extends keyof Article>(key: Key, value: Article[Key] | undefined): Partial<Article> {
  return value === undefined ? {} : {[key]: value};
}

/** A host without "www.". */
export function siteOf(address: string): string {
  return URL.parse(address)?.hostname.replace(/^www\./u, '') ?? '';
}

/** The text, or the excerpt where there is no more. */
function bodyFrom(raw: RawArticle, written: string): Body {
  const {body} = raw;
  const given = body && body.content.trim() !== '' ? body : excerptAsBody(raw.excerpt);
  const text = {...given, content: withoutStrayCdata(given.content)};
  const own = baseWithin(written, text.base);
  const content = text.format === 'html' ? withInnerBases(text.content, own) : text.content;
  return {format: text.format, content, base: own};
}

function excerptAsBody(excerpt: RawText | undefined): Body {
  if (excerpt === undefined) return {format: 'text', content: ''};
  const isHtml = excerpt.format === 'html' || (excerpt.format === 'loose' && looksLikeHtml(excerpt.content));
  return {format: isHtml ? 'html' : 'text', content: excerpt.content};
}

/**
 * Without a page behind it there is nothing to complete, a note without a title is all there is, and a file
 * is whole.
 */
function isTeaser(raw: RawArticle, body: Body, said: Said): boolean {
  if (raw.url === undefined || raw.title === undefined || raw.path !== undefined) return false;
  const hasRecording = raw.enclosures?.some(({type}) => /^(?:audio|video)\//u.test(type ?? '')) ?? false;
  if (hasRecording) return false;
  return raw.body && raw.body.content.trim() !== '' ? breaksOff(said) : !looksWhole(body, said);
}

function titleFrom({title}: RawArticle, body: Body, url: string | undefined): string {
  const line = lineOf(title);
  if (line !== undefined) return shortened(line, 1000);
  const opening = openingOf(body) ?? lineOf(loose(shownIn(body)));
  if (opening !== undefined) return shortened(opening, 80);
  const slug = url === undefined ? undefined : URL.parse(url)?.pathname.split('/').findLast(Boolean);
  return lineOf(loose(slug?.replace(/\.[a-z]{2,5}$/iu, '').replaceAll(/[-_+]+/gu, ' '))) ?? 'Untitled';
}

/** The words of the first picture that has some, where a text has nothing but pictures. */
function shownIn({format, content}: Body): string | undefined {
  if (format === 'text') return undefined;
  const {double, single, markdown} = PICTURED.exec(content.slice(0, 20_000))?.groups ?? {};
  return double ?? single ?? markdown;
}

const PICTURED =
  /<img\b[^<>]*?\balt\s*=\s*(?:"(?<double>[^"<>]+)"|'(?<single>[^'<>]+)')|!\[(?<markdown>[^[\]]+)\]\(/iu;

function tagsFrom(tags: readonly string[] | undefined, category: string | undefined): readonly string[] {
  const found = new Map<string, string>();
  for (const tag of (tags ?? []).slice(0, 100)) {
    const line = lineOf(loose(tag));
    if (line !== undefined && line !== category && !found.has(line.toLowerCase()))
      found.set(line.toLowerCase(), shortened(line, 100));
  }
  return [...found.values()];
}

function firstDate(written: readonly (string | undefined)[] | undefined): string | undefined {
  for (const text of written ?? []) {
    const instant = text === undefined ? undefined : instantFrom(text);
    if (instant !== undefined) return instant;
  }
  return undefined;
}

function minutesOf(stated: number | undefined): number | undefined {
  return stated !== undefined && Number.isFinite(stated) && stated > 0 && stated < 6000
    ? Math.max(1, Math.round(stated))
    : undefined;
}

function loose(content: string | undefined): RawText | undefined {
  return content === undefined ? undefined : {content, format: 'loose'};
}
