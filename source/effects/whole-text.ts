import type {ArticleRow} from '../domain/query/view.ts';
import type {EffectContext} from './context.ts';

/**
 * Fetches what a teaser stands for and keeps it as Markdown. Undefined where that is no more than the teaser says.
 * @throws ProblemError when its page can't be had.
 */
export async function wholeText(
  context: EffectContext,
  row: ArticleRow,
  signal: AbortSignal,
): Promise<string | undefined> {
  const {library, writes} = context;
  const body = library.body(row.id);
  if (!body) return undefined;
  const sources = await context.sources();
  const publication = library.publication(row.publicationId);
  const markdown = await sources.toMarkdown(await sources.complete(row, body, signal, publication));
  if (signal.aborted || markdown.length <= body.content.length / 2) return undefined;
  const whole = await countsOf(markdown);
  writes.addQuietly(() => library.keepMarkdown(row.id, markdown, whole), {
    kind: 'text',
    id: row.id,
    markdown,
    whole,
  });
  return markdown;
}

/** Counting decodes references, whose tables are not to be loaded before the first frame. */
async function countsOf(markdown: string): Promise<{words: number; minutes: number}> {
  const [{plainText}, {count, minutesFor, wordsIn}] = await Promise.all([
    import('../domain/text/plain-text.ts'),
    import('../domain/article/reading-time.ts'),
  ]);
  const counts = count(plainText({content: markdown, format: 'markdown'}));
  return {words: wordsIn(counts), minutes: minutesFor(counts)};
}
