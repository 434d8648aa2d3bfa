import type {Library} from '../../source/ports/library.ts';
import type {Article, ArticleWithBody, Body} from '../../source/domain/article/article.ts';
import {articleId} from '../../source/domain/article/identity.ts';
import type {Fetched} from '../../source/domain/publication/source.ts';

/** The clock of these tests: a Monday in November. */
export const NOW = Date.UTC(2026, 10, 23, 12);

export type Draft = Partial<Omit<Article, 'id' | 'publicationId' | 'position'>> & {
  guid?: string;
  body?: string | Body;
  isUndated?: boolean;
};

/** An article as a source gives it; what is left out is made up, the same each time. */
export function article(publicationId: string, position: number, draft: Draft = {}): ArticleWithBody {
  const {guid = `guid ${position}`, body = `<p>Body of ${guid}.</p>`, isUndated = false, ...rest} = draft;
  return {
    article: {
      id: articleId(publicationId, guid),
      publicationId,
      position,
      title: `Title of ${guid}`,
      tags: [],
      authors: [{name: 'Mara Lindqvist'}],
      ...(!isUndated && {publishedAt: new Date(NOW - position * 3_600_000).toISOString()}),
      words: 500,
      minutes: 2,
      isPartial: false,
      ...rest,
    },
    body: typeof body === 'string' ? {format: 'html', content: body} : body,
  };
}

export function loaded(
  publicationId: string,
  drafts: readonly Draft[],
  title = 'A publication',
): Extract<Fetched, {kind: 'loaded'}> {
  return {
    kind: 'loaded',
    publication: {id: publicationId, title, location: 'https://example.com/feed'},
    articles: drafts.map((draft, position) => article(publicationId, position, draft)),
    validators: {etag: '"1"'},
    warnings: [],
  };
}

type Place = {location?: string; title?: string; isListed?: boolean; language?: string};

/** Follows a source and stores these articles; returns the publication's id and theirs. */
export function fill(
  library: Library,
  drafts: readonly Draft[],
  {location = 'https://example.com/feed', title, isListed = true, language}: Place = {},
): {publication: string; ids: string[]} {
  const {publicationId} = library.follow(location, {isListed});
  const fetched = loaded(publicationId, drafts, title);
  library.store(publicationId, {
    ...fetched,
    publication: {...fetched.publication, ...(language !== undefined && {language})},
  });
  return {publication: publicationId, ids: fetched.articles.map(({article: {id}}) => id)};
}

/** Drafts named 0, 1, 2 … */
export function numbered(count: number, more: (index: number) => Draft = () => ({})): Draft[] {
  return Array.from({length: count}, (_, index) => ({
    guid: String(index),
    title: `Number ${index}`,
    ...more(index),
  }));
}

export function titles(rows: readonly {title: string}[]): string[] {
  return rows.map(({title}) => title);
}
