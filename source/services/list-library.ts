import type {Library} from '../ports/library.ts';
import type {View} from '../domain/query/view.ts';
import type {Context} from '../runtime/context.ts';
import {EXIT} from '../runtime/exit.ts';
import {failureOf} from '../runtime/failure-of.ts';
import type {ListedRow} from '../output/listing.ts';
import type {Answer, Ask} from './list-named.ts';
import {keptMarkdown} from '../output/kept-markdown.ts';

/** Rows fetched at a time: enough to be quick, few enough to be small. */
const PART = 500;

/** Lists what the library holds of everything that is followed. Sources that were never fetched are fetched first. */
export async function listLibrary(ask: Ask, context: Context): Promise<Answer> {
  const {followConfigured} = await import('./follow-configured.ts');
  const {library, problems} = await followConfigured(context);
  const publications = library.publications().filter(({isListed, isHidden}) => isListed && !isHidden);
  const order = ask.order ?? context.options.order;
  const view: View = {query: ask.query, ...(order !== 'newest' && {order})};
  // A query that can't be understood must be told before anything is printed.
  library.window(view, 0, 1);
  const failed = new Set(problems.map(({location}) => location));
  return {
    publications,
    rows: rowsOf(library, view, ask, context),
    problems,
    // What failed in an earlier run is no failure of this one.
    warnings: publications.flatMap(({problem, location}) =>
      problem && !failed.has(location) ? [{...problem, location}] : [],
    ),
    code:
      problems.length === 0
        ? EXIT.done
        : problems.length < publications.length
          ? EXIT.partly
          : failureOf(problems),
  };
}

async function* rowsOf(
  library: Library,
  view: View,
  {limit, bodies}: Ask,
  context: Context,
): AsyncIterable<ListedRow> {
  for (let offset = 0; offset < limit; offset += PART) {
    const {rows} = library.window(view, offset, Math.min(PART, limit - offset));
    for (const row of rows)
      yield bodies ? {...row, markdown: await keptMarkdown(library, row, context)} : row;
    if (rows.length < PART) return;
  }
}
