import {ProblemError} from '../domain/problem.ts';
import type {Library} from '../ports/library.ts';
import type {Context} from '../runtime/context.ts';
import type {ListedRow} from './listing.ts';
import {markdownOf} from './markdown-of.ts';

/** The Markdown that is kept, or the body converted and then kept. */
export async function keptMarkdown(library: Library, row: ListedRow, context: Context): Promise<string> {
  const kept = library.markdown(row.id);
  // An empty one was kept of an article that its source only named.
  if (kept !== undefined && (kept !== '' || !row.isPartial)) return kept;
  const body = library.body(row.id);
  if (!body) return '';
  const markdown = await markdownOf(row, body, context);
  // A teaser is not kept as if it were the text.
  if (markdown !== '' && !row.isPartial) storeQuietly(library, row.id, markdown);
  return markdown;
}

/** Where converted Markdown can't be stored it is made again next time; the text is printed all the same. */
export function storeQuietly(library: Library, ...given: Parameters<Library['keepMarkdown']>): void {
  try {
    library.keepMarkdown(...given);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}
