import type {Body} from '../../../domain/article/article.ts';
import {printableLine} from '../../../domain/text/printable.ts';
import {openingOf} from '../../article/excerpt.ts';
import type {RawArticle, RawAuthor, RawText} from '../../format/format.ts';
import {frontMatterOf} from '../../front-matter/front-matter.ts';
import {isFields} from '../../front-matter/fields.ts';
import type {Fields} from '../../front-matter/fields.ts';
import {authorsFrom} from '../about/people.ts';
import type {People} from '../about/people.ts';
import {repairedMarkdown} from '../dialect/repaired-markdown.ts';
import {NO_LINKS} from '../links.ts';
import type {Links} from '../links.ts';
import {ANY, PLAIN} from '../site/generators.ts';
import type {Generator} from '../site/generators.ts';
import {addressIn, authorsIn, datesIn, heldBack, imageIn, titleIn, updatesIn} from './article-fields.ts';
import {NAMES} from './field-names.ts';
import {headerOf} from './header.ts';
import {articleInPage} from './html-file.ts';
import {labelsOf} from './labels.ts';
import {dateIn, namedBy} from './names.ts';
import {headingOf, markedOpening} from './opening.ts';
import {pickFrom, textOf} from './pick.ts';
import type {Pick} from './pick.ts';

/** The site that a file belongs to, as far as its article depends on it. */
export type Neighbourhood = Readonly<{
  people: People;
  /** The publication's home page, against which its own paths are resolved. */
  homepage?: string | undefined;
  generator?: Generator | undefined;
  /** The settings of the site. */
  settings?: Fields;
  links?: Links;
  /** Milliseconds since the epoch. */
  now: number;
}>;

export type ArticleFile = Readonly<{
  article: RawArticle;
  /** Its generator would not publish it; `until` where that ends by itself. */
  held?: {until?: number};
  /** It names a day, or its path does; else its date is the file's own time. */
  isDated: boolean;
  /** It states a title itself. */
  isTitled: boolean;
  /** It has fields. */
  isHeaded: boolean;
  fault?: string;
}>;

/** A text in its two parts. */
export type Parts = Readonly<{fields: Fields; body: Body; fault?: string}>;

/** An article from a file: its fields, its name, and its text. Pure: the same text gives the same article. */
export function articleFile(
  path: string,
  parts: Parts,
  modified: number | undefined,
  {people, homepage, generator, settings = {}, links = NO_LINKS, now}: Neighbourhood,
): ArticleFile {
  const {fields, fault} = parts;
  const pick = pickFrom(fields);
  const isHeaded = Object.keys(fields).length > 0;
  const marked = markedOpening(
    parts.body,
    pick.text('excerptseparator') ?? textOf(settings['excerpt_separator']),
  );
  const dialect = generator?.dialect ?? (isHeaded ? ANY : PLAIN);
  const repaired = (content: string): string =>
    repairedMarkdown(content, {dialect, links, value: name => valueOf(name, fields, settings)});
  const body: Body =
    parts.body.format === 'markdown' ? {...parts.body, content: repaired(parts.body.content)} : parts.body;
  const named = namedBy(path);
  const title = titleIn(pick);
  const inPath = dateIn(pick.text('path', 'permalink', 'slug', 'url') ?? '');
  const dates = [...datesIn(pick), inPath, named.date].filter(date => date !== undefined);
  const hidesFuture = hidesFutureOf(generator, settings, dates.length > 0);
  const held = heldBack(pick, dates, {generator: generator?.name, hidesFuture, now});
  const url = addressIn(pick, homepage);
  const image = imageIn(pick);
  const excerpt = excerptOf(
    pick,
    body,
    marked && (parts.body.format === 'markdown' ? repaired(marked) : marked),
  );
  const minutes = Number.parseFloat(pick.text(...NAMES.minutes) ?? '');
  const related = pick
    .values(...NAMES.related)
    .flat()
    .filter(item => typeof item === 'string');
  const authors = authorsIn(pick, people);
  const article: RawArticle = {
    path: printableLine(path),
    guid: path,
    ...(url !== undefined && {url}),
    title:
      title === undefined
        ? {content: headingOf(body) ?? named.title, format: 'text'}
        : {content: title, format: 'loose'},
    body,
    ...(excerpt && {excerpt}),
    authors: authors.length > 0 ? authors : bylineIn(body, people),
    published: modified === undefined ? dates : [...dates, new Date(modified).toISOString()],
    updated: updatesIn(pick),
    ...labelsOf(pick),
    ...(image !== undefined && {image}),
    ...(related.length > 0 && {related}),
    ...(minutes > 0 && {minutes}),
    isPartial: false,
  };
  return {
    article,
    ...(held && {held}),
    isDated: dates.length > 0,
    isTitled: title !== undefined,
    isHeaded,
    ...(fault !== undefined && {fault}),
  };
}

/** The head and the text of a file that is no markup language of its own. */
export function partsOf(path: string, text: string, generator?: Generator): Parts {
  const matter = frontMatterOf(text);
  const format = formatOf(path);
  if (format === 'html') {
    const page = articleInPage(matter.body);
    return {...matter, fields: {...page.fields, ...matter.fields}, body: {format, content: page.body}};
  }
  const isBare = Object.keys(matter.fields).length === 0 && matter.fault === undefined;
  const {fields, body} =
    (isBare && headerOf(matter.body.replace(/^\ufeff/u, '').replaceAll(/\r\n?/gu, '\n'), generator?.name)) ||
    matter;
  const hasWiki = generator === undefined || generator.dialect.wiki === 'always';
  return {
    ...matter,
    fields: hasWiki ? (withoutBrackets(fields) as Fields) : fields,
    body: {format, content: body},
  };
}

function formatOf(path: string): Body['format'] {
  if (/\.x?html?$/iu.test(path)) return 'html';
  return /\.(?:txt|text)$/iu.test(path) ? 'text' : 'markdown';
}

/**
 * `"[[Ada Lovelace|Ada]]"` as the value of a field is a name; without quotes YAML reads it as a list in a
 * list.
 */
function withoutBrackets(value: unknown): unknown {
  if (typeof value === 'string')
    return value.includes('[[')
      ? value.replaceAll(
          /\[\[([^[\]|]{1,300})(?:\|([^[\]]{1,300}))?\]\]/gu,
          (_, name: string, words?: string) => words ?? name,
        )
      : value;
  if (Array.isArray(value)) {
    const [only] = value as unknown[];
    const isLink =
      value.length === 1 && Array.isArray(only) && only.length === 1 && typeof only[0] === 'string';
    return isLink
      ? only
      : value.map(item => withoutBrackets(Array.isArray(item) && item.length === 1 ? item[0] : item));
  }
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutBrackets(inner)]));
}

/** `site.title`, `page.author`, `$frontmatter.title`, and what Hugo calls a parameter. */
function valueOf(name: string, fields: Fields, settings: Fields): string | undefined {
  const [first = '', ...rest] = name.replace(/^\$/u, '').split('.');
  const inPage = /^(?:page|post|frontmatter|fm|frontMatter)$/u.test(first);
  const inSite = /^(?:site|config|metadata|siteConfig)$/u.test(first);
  const path = inPage || inSite ? rest : [first, ...rest];
  const found = (from: unknown): string | undefined =>
    textOf(
      path.reduce<unknown>(
        (value, key) => (isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined),
        from,
      ),
    );
  if (path.length === 0) return undefined;
  if (inPage) return found(fields);
  return (
    (inSite ? undefined : found(fields)) ??
    found(settings) ??
    found(settings['params']) ??
    found(settings['extra'])
  );
}

/** Jekyll and Hugo hold back what is still to come, unless their settings say otherwise. */
function hidesFutureOf(generator: Generator | undefined, settings: Fields, isDated: boolean): boolean {
  if (!generator || !isDated) return false;
  const pick = pickFrom(settings);
  const [stated] = pick
    .values('future', 'buildfuture', 'withfuturedates')
    .map(value => textOf(value)?.toLowerCase());
  return stated === undefined ? generator.hidesFuture === true : stated === 'false';
}

/** As stated, else what stands before the mark of an opening, else the first words. */
function excerptOf(pick: Pick, body: Body, marked: string | undefined): RawText | undefined {
  const stated = pick.text(...NAMES.excerpt);
  if (stated !== undefined) return {content: stated, format: 'loose'};
  const opening = marked === undefined ? undefined : openingOf({format: body.format, content: marked});
  return opening === undefined ? undefined : {content: opening, format: 'text'};
}

const BYLINE =
  /^[ \t]*(?:\*\*|__)?(?:Authors?|Written by|Posted by)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]*(\S[^\n]{0,300})$/imu;

/**
 * A line at the top of the text in which its authors sign: "**Author:** Ada Lovelace (Analytical Engines)".
 */
function bylineIn({content, format}: Body, people: People): readonly RawAuthor[] {
  if (format === 'html') return [];
  const line = BYLINE.exec(content.slice(0, 1500))?.[1]?.trim();
  if (line === undefined) return [];
  const names = line.replaceAll(/[*_]{2}/gu, '').split(/\s*,\s*(?![^(]*\))(?:and\s+)?|\s+and\s+/u);
  return names
    .map(name => name.replace(/\s*\([^()]*\)\s*$/u, '').trim())
    .filter(Boolean)
    .flatMap(name => authorsFrom([name], people));
}
