import type {Body} from '../../domain/article.ts';
import {printableLine} from '../../domain/printable.ts';
import type {RawArticle, RawText} from '../formats/format.ts';
import {frontMatterOf} from '../front-matter/front-matter.ts';
import {isFields} from '../front-matter/fields.ts';
import type {Fields} from '../front-matter/fields.ts';
import {bylineIn} from './byline-in-text.ts';
import {headerOf} from './header.ts';
import {articleInPage} from './html-file.ts';
import {labelsOf} from './labels.ts';
import {dateIn, namedBy} from './names.ts';
import {headingOf, markedOpening} from './opening.ts';
import {authorsFrom} from './people.ts';
import type {People} from './people.ts';
import {isFalse, isTrue, pickFrom, textOf} from './pick.ts';
import type {Pick} from './pick.ts';

export type Surroundings = Readonly<{
  people: People;
  /** The publication's home page, against which its own paths are resolved. */
  homepage?: string | undefined;
}>;

export type ArticleFile = Readonly<{
  article: RawArticle;
  isDraft: boolean;
  /** The day that the article names, not the file's own time. */
  isDated: boolean;
  /** It states a title itself. */
  isTitled: boolean;
  fault?: string;
}>;

/** What a file says of itself, what its name says, and its text. Pure: the same text gives the same article. */
export function articleFile(path: string, text: string, modified: number | undefined, surroundings: Surroundings): ArticleFile {
  const {fields, body: content, fault} = partsOf(path, text);
  const pick = pickFrom(fields);
  const body: Body = {format: formatOf(path), content};
  const named = namedBy(path);
  const dates = [...datesOf(pick), dateIn(pick.text('path', 'permalink', 'slug', 'url') ?? ''), named.date];
  const isDated = dates.some(Boolean);
  const url = urlOf(pick, surroundings.homepage);
  const heading = headingOf(body);
  const excerpt = excerptOf(pick, body);
  const minutes = Number.parseFloat(pick.text('minutes', 'readingtime', 'readtime', 'timetoread') ?? '');
  const related = pick.values('related', 'relatedposts', 'relatedarticles').flat().filter(item => typeof item === 'string');
  const image = imageOf(pick);
  const article: RawArticle = {
    path: printableLine(path),
    guid: path,
    ...(url !== undefined && {url}),
    title: titleOf(pick, heading, named.title),
    body,
    ...(excerpt && {excerpt}),
    authors: authorsOf(pick, body, surroundings.people),
    published: [...dates, modified === undefined ? undefined : new Date(modified).toISOString()],
    updated: updatesOf(pick),
    ...labelsOf(pick),
    ...(image !== undefined && {image}),
    ...(related.length > 0 && {related}),
    ...(minutes > 0 && {minutes}),
    isPartial: false,
  };
  return {article, isDraft: isDraft(pick), isDated, isTitled: titleIn(pick) !== undefined, ...(fault !== undefined && {fault})};
}

function partsOf(path: string, text: string): {fields: Fields; body: string; fault?: string} {
  const matter = frontMatterOf(text);
  const isBare = Object.keys(matter.fields).length === 0;
  if (/\.x?html?$/iu.test(path)) {
    const page = articleInPage(matter.body);
    return {...matter, fields: {...page.fields, ...matter.fields}, body: page.body};
  }
  return isBare && matter.fault === undefined ? (headerOf(matter.body) ?? matter) : matter;
}

function formatOf(path: string): Body['format'] {
  if (/\.x?html?$/iu.test(path)) return 'html';
  return /\.(?:txt|text)$/iu.test(path) ? 'text' : 'markdown';
}

function titleOf(pick: Pick, heading: string | undefined, name: string): RawText {
  const stated = titleIn(pick);
  return stated === undefined ? {content: heading ?? name, format: 'text'} : {content: stated, format: 'loose'};
}

/** A template's expression is none. */
function titleIn(pick: Pick): string | undefined {
  const titles = ['title', 'headline', 'newstitle', 'posttitle', 'pagetitle', 'linktitle', 'sidebartitle', 'ogtitle'].map(name => pick.text(name));
  return titles.find(title => title !== undefined && !/^\{\{.*\}\}$/u.test(title));
}

function datesOf(pick: Pick): readonly (string | undefined)[] {
  const values = pick.values('date', 'pubdate', 'publishdate', 'published', 'publishedat', 'publishedon', 'publishedtime', 'datepublished', 'dateposted', 'postdate', 'posted', 'postedon', 'created', 'createdat', 'creationdate', 'datecreated', 'firstpublished');
  return values.map(value => (isFields(value) ? pickFrom(value).text('published', 'created', 'posted') : textOf(value))).filter(value => value !== undefined && !isTrue(value) && !isFalse(value));
}

function updatesOf(pick: Pick): readonly (string | undefined)[] {
  const values = pick.values('updated', 'lastmod', 'modified', 'lastmodified', 'lastupdated', 'lastupdate', 'updatedat', 'updateddate', 'dateupdated', 'datemodified', 'modifiedtime');
  const [date] = pick.values('date');
  return [...values, isFields(date) ? date : undefined].map(value => (isFields(value) ? pickFrom(value).text('updated', 'modified', 'date') : textOf(value)));
}

function excerptOf(pick: Pick, body: Body): RawText | undefined {
  const stated = pick.text('description', 'excerpt', 'summary', 'subtitle', 'teaser', 'lede', 'dek', 'abstract', 'intro', 'ogdescription');
  if (stated !== undefined) return {content: stated, format: 'loose'};
  const marked = markedOpening(body, pick.text('excerptseparator'));
  return marked === undefined ? undefined : {content: marked, format: 'text'};
}

/** Names with what the fields beside them say, else the line below the title in which some sign. */
function authorsOf(pick: Pick, body: Body, people: People) {
  const [value] = pick.values('author', 'authors', 'by', 'byline', 'writer', 'writers', 'createdby');
  const authors = authorsFrom(value, people);
  const [only] = authors;
  if (authors.length === 1 && only && only.url === undefined && only.role === undefined) {
    const url = pick.text('authorurl', 'authorlink');
    const role = pick.text('authortitle', 'authorrole');
    return [{...only, ...(url !== undefined && {url}), ...(role !== undefined && {role})}];
  }
  return authors.length > 0 ? authors : bylineIn(body, people);
}

/** An address of the web that the article itself names; a path is one where the publication's home page is known. */
function urlOf(pick: Pick, homepage: string | undefined): string | undefined {
  const whole = pick.values('canonical', 'canonicalurl', 'externalurl', 'originalurl', 'url', 'permalink', 'link').find(value => typeof value === 'string' && /^https?:\/\/\S+$/iu.test(value.trim()));
  if (typeof whole === 'string') return whole.trim();
  const path = pick.values('permalink', 'url', 'path').find(value => typeof value === 'string' && /^\/?[^\s:{}]+$/u.test(value.trim()));
  return homepage === undefined || typeof path !== 'string' ? undefined : URL.parse(`/${path.trim().replace(/^\/+/u, '')}`, homepage)?.href;
}

function imageOf(pick: Pick): string | undefined {
  const [value] = pick.values('image', 'cover', 'coverimage', 'thumbnail', 'featuredimage', 'heroimage', 'ogimage', 'socialimage', 'banner', 'hero', 'images').flat();
  return isFields(value) ? pickFrom(value).text('src', 'url', 'image', 'path', 'href', 'relative') : textOf(value);
}

function isDraft(pick: Pick): boolean {
  if (pick.values('draft', 'isdraft').some(isTrue) || pick.values('published', 'publish').some(isFalse)) return true;
  return pick.values('status', 'state').some(value => typeof value === 'string' && /^(?:draft|unpublished)$/iu.test(value.trim()));
}
