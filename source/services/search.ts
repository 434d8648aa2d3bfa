import {ProblemError} from '../domain/problem.ts';
import type {ArticleRow} from '../domain/query/view.ts';
import type {Library} from '../ports/library.ts';
import type {ListedRow, Listing} from './list.ts';

/** Related articles at the end of an article. */
export const RELATED = 4;

/** Hits that a person looks through. */
const HITS = 50;

/** Searches the whole library, hidden and unfollowed publications included; the best matches first. */
export function searchLibrary(
  library: Library | undefined,
  query: string,
  limit = HITS,
): Readonly<{rows: readonly ListedRow[]; listing: Listing}> {
  const hits = library?.search(query, limit) ?? [];
  const rows = hits.map(({row, snippet}) => ({...row, ...(snippet !== '' && {snippet})}));
  return {rows, listing: listingOf(library, rows)};
}

/** Lists what to read after an article, given by its id or address. */
export function relatedArticles(
  library: Library | undefined,
  word: string,
  limit = RELATED,
): Readonly<{article: ArticleRow; rows: readonly ArticleRow[]; listing: Listing}> {
  const article = library?.article(word) ?? library?.articleByUrl(word);
  if (!library || !article)
    throw new ProblemError({
      kind: 'missing',
      message: `The library has no article with the id or address ${word}.`,
      advice: '"inkwell list" shows the ids of what you follow.',
    });
  const rows = library.related(article.id, limit);
  return {article, rows, listing: listingOf(library, rows)};
}

function listingOf(library: Library | undefined, rows: readonly ListedRow[]): Listing {
  const ids = new Set(rows.map(({publicationId}) => publicationId));
  return {publications: [...ids].flatMap(id => library?.publication(id) ?? []), rows, problems: []};
}

/** A saved search by its name, whatever the case of its letters. */
export function savedSearch(library: Library | undefined, name: string): string {
  const wanted = name.toLowerCase();
  const found = library?.savedQueries().find(each => each.name.toLowerCase() === wanted);
  if (found) return found.query;
  throw new ProblemError({
    kind: 'missing',
    message: `There is no saved search "${name}".`,
    advice: '"inkwell searches" lists them.',
  });
}
