import type {Library} from '../app/ports.ts';
import type {Article, Body} from '../domain/article.ts';
import type {Signup} from '../domain/signup.ts';
import type {Source} from '../domain/source.ts';
import type {Marks, PublicationRow} from '../domain/view.ts';

/*
 * The whole state as JSON lines: a head, then each publication followed by its articles in their order, then sign-ups
 * and saved queries. Each line says what it is, so that a later version can add kinds and an older one pass them over.
 */
export type StateLine =
  | Readonly<{kind: 'inkwell'; version: 1}>
  | Readonly<{kind: 'publication'; publication: PublicationRow; source?: Source}>
  | Readonly<{kind: 'article'; article: Article; marks: Marks; body?: Body; markdown?: string}>
  | Readonly<{kind: 'signup'; signup: Signup}>
  | Readonly<{kind: 'query'; name: string; query: string}>;

/** Articles asked for at a time. */
const PART = 200;

export function* stateLines(library: Library): Iterable<StateLine> {
  yield {kind: 'inkwell', version: 1};
  for (const publication of library.publications()) {
    const source = library.source(publication.id);
    yield {kind: 'publication', publication, ...(source && {source})};
    yield* articleLines(library, publication.id);
  }
  for (const signup of library.signups()) yield {kind: 'signup', signup};
  for (const {name, query} of library.savedQueries()) yield {kind: 'query', name, query};
}

function* articleLines(library: Library, publicationId: string): Iterable<StateLine> {
  for (let offset = 0; ; offset += PART) {
    const {rows} = library.window({publications: [publicationId], query: '', order: 'source'}, offset, PART);
    for (const {isRead, isStarred, progress, readingPosition, publicationTitle: _title, ...article} of rows) {
      const body = library.body(article.id);
      const markdown = library.markdown(article.id);
      yield {
        kind: 'article',
        article,
        marks: {isRead, isStarred, progress, ...(readingPosition && {readingPosition})},
        ...(body && {body}),
        ...(markdown !== undefined && {markdown}),
      };
    }
    if (rows.length < PART) return;
  }
}
