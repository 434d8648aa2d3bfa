import type {Body} from '../../../domain/article/article.ts';
import {printableLine} from '../../../domain/text/printable.ts';
import {openingOf} from '../../article/excerpt.ts';
import type {RawArticle, RawText} from '../../format/format.ts';
import {frontMatterOf} from '../../front-matter/front-matter.ts';
import type {Fields} from '../../front-matter/fields.ts';
import {addressIn, authorsIn, datesIn, imageIn, isDraft, titleIn, updatesIn} from './article-fields.ts';
import {bylineIn} from './byline-in-text.ts';
import {NAMES} from './field-names.ts';
import {headerOf} from './header.ts';
import {articleInPage} from './html-file.ts';
import {labelsOf} from './labels.ts';
import {dateIn, namedBy} from './names.ts';
import {headingOf, markedOpening} from './opening.ts';
import type {People} from '../about/people.ts';
import {pickFrom} from './pick.ts';
import type {Pick} from './pick.ts';
import {hasNoise, repairedMarkdown} from '../dialect/repaired-markdown.ts';

export type Surroundings = Readonly<{
  people: People;
  /** The publication's home page, against which its own paths are resolved. */
  homepage?: string | undefined;
}>;

export type ArticleFile = Readonly<{
  article: RawArticle;
  isDraft: boolean;
  /** It names a day, or its path does; else its date is the file's own time. */
  isDated: boolean;
  /** It states a title itself. */
  isTitled: boolean;
  fault?: string;
}>;

/** What a file says of itself, what its name says, and its text. Pure: the same text gives the same article. */
export function articleFile(
  path: string,
  text: string,
  modified: number | undefined,
  {people, homepage}: Surroundings,
): ArticleFile {
  const {fields, body: content, fault} = partsOf(path, text);
  const pick = pickFrom(fields);
  const body: Body = {format: formatOf(path), content};
  const named = namedBy(path);
  const title = titleIn(pick);
  const inPath = dateIn(pick.text('path', 'permalink', 'slug', 'url') ?? '');
  const dates = [...datesIn(pick), inPath, named.date].filter(date => date !== undefined);
  const url = addressIn(pick, homepage);
  const image = imageIn(pick);
  const excerpt = excerptOf(pick, body);
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
    isDraft: isDraft(pick),
    isDated: dates.length > 0,
    isTitled: title !== undefined,
    ...(fault !== undefined && {fault}),
  };
}

function partsOf(path: string, text: string): {fields: Fields; body: string; fault?: string} {
  const matter = frontMatterOf(text);
  if (formatOf(path) === 'html') {
    const page = articleInPage(matter.body);
    return {...matter, fields: {...page.fields, ...matter.fields}, body: page.body};
  }
  const isBare = Object.keys(matter.fields).length === 0 && matter.fault === undefined;
  return (isBare && headerOf(matter.body)) || matter;
}

function formatOf(path: string): Body['format'] {
  if (/\.x?html?$/iu.test(path)) return 'html';
  return /\.(?:txt|text)$/iu.test(path) ? 'text' : 'markdown';
}

/** As stated, else what stands before the mark of an opening, else the first words without what generators leave in them. */
function excerptOf(pick: Pick, body: Body): RawText | undefined {
  const stated = pick.text(...NAMES.excerpt);
  if (stated !== undefined) return {content: stated, format: 'loose'};
  const marked = markedOpening(body, pick.text('excerptseparator'));
  if (marked !== undefined) return {content: marked, format: 'text'};
  const head = body.content.slice(0, 8000);
  if (body.format !== 'markdown' || !hasNoise(head)) return undefined;
  const opening = openingOf({format: 'markdown', content: repairedMarkdown(head)});
  return opening === undefined ? undefined : {content: opening, format: 'text'};
}
