import pLimit from 'p-limit';
import type {Source} from '../domain/publication/source.ts';
import type {ArticleRow} from '../domain/query/view.ts';
import {toProblem} from '../domain/problem.ts';
import type {Context} from '../runtime/context.ts';
import {lengthOf} from '../output/length-of.ts';

/**
 * Whole texts of each source's newest unread articles, so that they can be read without a network. Returns how many
 * are at hand that were not before.
 */
export async function fetchAhead(
  sources: readonly Source[],
  count: number,
  context: Context,
): Promise<number> {
  const {options, output, ports, signal} = context;
  const [library, opener] = await Promise.all([ports.library(), ports.sources()]);
  // A teaser that was looked at has been set, but is a teaser still.
  const isTeaser = ({isPartial, url}: ArticleRow): boolean =>
    isPartial && url !== undefined && options.fullText;
  const wanted = sources.flatMap(({publicationId}) =>
    library
      .window({publications: [publicationId], query: 'is:unread', order: 'newest'}, 0, count)
      .rows.filter(row => isTeaser(row) || library.markdown(row.id) === undefined),
  );
  // Two at a time: the pages of a source are all on one host.
  const atATime = pLimit(2);
  let done = 0;
  const fetchOne = async (row: ArticleRow): Promise<boolean> => {
    const body = library.body(row.id);
    if (!body || signal.aborted) return false;
    try {
      const publication = library.publication(row.publicationId);
      const whole = isTeaser(row) ? await opener.complete(row, body, signal, publication) : body;
      const markdown = await opener.toMarkdown(whole);
      library.keepMarkdown(row.id, markdown, isTeaser(row) ? lengthOf(markdown, options.speeds) : undefined);
      return true;
    } catch (error) {
      output.detail(`${row.url ?? row.title}: ${toProblem(error).message}`);
      return false;
    } finally {
      output.progress(`Fetched ahead ${++done} of ${wanted.length}`);
    }
  };
  const fetched = await Promise.all(wanted.map(row => atATime(() => fetchOne(row))));
  output.progress(undefined);
  return fetched.filter(Boolean).length;
}
