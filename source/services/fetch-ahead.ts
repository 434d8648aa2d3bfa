import pLimit from 'p-limit';
import {toProblem} from '../domain/problem.ts';
import type {Source} from '../domain/publication/source.ts';
import type {ArticleRow} from '../domain/query/view.ts';
import {completeTeaser, isCompletable, markdownOf, storedText} from './article-text.ts';
import type {Services} from './context.ts';

/** Pages of one source are all on one host. */
const AT_A_TIME = 2;

/**
 * Prepares the newest unread articles of each source for reading offline, as many as the settings say:
 * teasers are completed, other texts converted. Returns how many texts are new.
 */
export async function fetchAhead(
  sources: readonly Source[],
  services: Services,
  signal: AbortSignal,
): Promise<number> {
  const {library, options, report} = services;
  const wanted = sources.flatMap(({publicationId}) =>
    library
      .window({publications: [publicationId], query: 'is:unread', order: 'newest'}, 0, options.refresh.ahead)
      .rows.filter(row => isCompletable(row, services) || library.markdown(row.id) === undefined),
  );
  const atATime = pLimit(AT_A_TIME);
  let done = 0;
  const fetchOne = async (row: ArticleRow): Promise<boolean> => {
    const text = signal.aborted ? undefined : storedText(library, row.id);
    if (!text) return false;
    try {
      if (!isCompletable(row, services)) return (await markdownOf(text, services)) !== '';
      return (await completeTeaser(text, services, signal)) !== undefined;
    } catch (error) {
      report.detail(`${row.url ?? row.title}: ${toProblem(error).message}`);
      return false;
    } finally {
      report.progress(`Fetched ahead ${++done} of ${wanted.length}`);
    }
  };
  const fetched = await Promise.all(wanted.map(row => atATime(() => fetchOne(row))));
  report.progress(undefined);
  return fetched.filter(Boolean).length;
}
