import type {Library} from '../app/ports.ts';
import type {View} from '../domain/view.ts';
import type {Surroundings} from './context.ts';
import type {ListedRow} from './listing.ts';
import type {Answer, Ask} from './list-named.ts';
import {markdownOf} from './markdown-of.ts';

/** Rows fetched at a time: enough to be quick, few enough to be small. */
const PART = 500;

/** Lists what the library holds of everything that is followed. Sources that were never fetched are fetched first. */
export async function listLibrary(ask: Ask, surroundings: Surroundings): Promise<Answer> {
  const {followConfigured} = await import('./follow-configured.ts');
  const library = await followConfigured(surroundings);
  const publications = library.publications().filter(({isListed, isHidden}) => isListed && !isHidden);
  const view: View = {
    query: ask.query,
    ...(surroundings.options.order !== 'newest' && {order: surroundings.options.order}),
  };
  // A query that can't be understood must be told before anything is printed.
  library.window(view, 0, 1);
  return {
    publications,
    rows: rowsOf(library, view, ask, surroundings),
    problems: publications.flatMap(({problem, location}) => (problem ? [{...problem, location}] : [])),
    hasAny: publications.some(({fetchedAt}) => fetchedAt !== undefined),
  };
}

async function* rowsOf(
  library: Library,
  view: View,
  {limit, bodies}: Ask,
  surroundings: Surroundings,
): AsyncIterable<ListedRow> {
  for (let offset = 0; offset < limit; offset += PART) {
    const {rows} = library.window(view, offset, Math.min(PART, limit - offset));
    for (const row of rows)
      yield bodies ? {...row, markdown: await keptMarkdown(library, row, surroundings)} : row;
    if (rows.length < PART) return;
  }
}

/** The Markdown that is kept, or the body converted and then kept. */
export async function keptMarkdown(
  library: Library,
  row: ListedRow,
  surroundings: Surroundings,
): Promise<string> {
  const kept = library.markdown(row.id);
  if (kept !== undefined) return kept;
  const body = library.body(row.id);
  if (!body) return '';
  const markdown = await markdownOf(row, body, surroundings);
  if (markdown !== '') library.keepMarkdown(row.id, markdown);
  return markdown;
}
