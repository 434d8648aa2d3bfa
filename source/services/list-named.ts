import type {Library} from '../ports/library.ts';
import type {Publication} from '../domain/publication/publication.ts';
import type {Problem} from '../domain/problem.ts';
import type {ReadingState, View} from '../domain/query/view.ts';
import type {Context} from '../runtime/context.ts';
import {EXIT, type ExitCode} from '../runtime/exit.ts';
import {failureOf} from '../runtime/failure-of.ts';
import {followable} from './followable.ts';
import {keptMarkdown} from '../output/kept-markdown.ts';
import type {ListedRow, Listing} from '../output/listing.ts';
import {markdownOf} from '../output/markdown-of.ts';
import {matching} from './matching.ts';
import {openNamed, type Loaded} from './open-named.ts';

export type Ask = Readonly<{
  query: string;
  limit: number;
  bodies: boolean;
  /** Of what is followed; named sources keep their own. */
  order?: View['order'];
}>;

export type Answer = Listing & Readonly<{code: ExitCode}>;

/** A publication with its rows, and how one becomes Markdown. */
type Section = Readonly<{
  publication: Publication;
  rows: readonly ListedRow[];
  markdown: (row: ListedRow) => Promise<string>;
}>;

/**
 * Lists sources that are read for this run only. What the library knows of their articles is added, and stands in for
 * a source that can't be reached; nothing is written.
 */
export async function listNamed(locations: readonly string[], ask: Ask, context: Context): Promise<Answer> {
  const {failures, loaded, warnings} = await openNamed(locations, context);
  const library = await context.ports.existingLibrary();
  const sections = [
    ...loaded.map(fetched => fromSource(fetched, library, context)),
    ...failures.flatMap(failure => fromLibrary(failure, library, context)),
  ];
  const chosen = ask.query === '' ? undefined : await matching(ask.query, sections, loaded, context.ports);
  const code = failures.length === 0 ? EXIT.done : sections.length > 0 ? EXIT.partly : failureOf(failures);
  return {
    publications: sections.map(({publication}) => publication),
    rows: rowsOf(sections, chosen, ask),
    problems: failures,
    warnings,
    code,
  };
}

const UNTOUCHED: ReadingState = {isRead: false, isStarred: false, progress: 0};

function fromSource(
  {articles, publication}: Loaded,
  library: Library | undefined,
  context: Context,
): Section {
  const bodies = new Map(articles.map(({article, body}) => [article.id, body]));
  return {
    publication,
    rows: articles.map(({article}) => {
      const {isRead, isStarred, progress} = library?.article(article.id) ?? UNTOUCHED;
      return {...article, isRead, isStarred, progress, publicationTitle: publication.title};
    }),
    markdown: async row => {
      const body = bodies.get(row.id);
      return body ? await markdownOf(row, body, context) : '';
    },
  };
}

/** A followed source that failed now still has what an earlier fetch brought. */
function fromLibrary(
  {location = ''}: Problem,
  library: Library | undefined,
  context: Context,
): readonly Section[] {
  const where = followable(location);
  const source = library?.sources().find(candidate => candidate.location === where);
  const publication = source && library?.publication(source.publicationId);
  if (!library || !publication || publication.total === 0) return [];
  const {rows} = library.window(
    {publications: [publication.id], query: '', order: 'source'},
    0,
    publication.total,
  );
  return [{publication, rows, markdown: row => keptMarkdown(library, row, context)}];
}

async function* rowsOf(
  sections: readonly Section[],
  chosen: ReadonlySet<string> | undefined,
  {bodies, limit}: Ask,
): AsyncIterable<ListedRow> {
  let left = limit;
  for (const {rows, markdown} of sections) {
    for (const row of rows) {
      if (left === 0) return;
      if (chosen && !chosen.has(row.id)) continue;
      yield bodies ? {...row, markdown: await markdown(row)} : row;
      left--;
    }
  }
}
