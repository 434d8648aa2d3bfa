import {toProblem} from '../domain/problem.ts';
import type {Body} from '../domain/article/article.ts';
import type {CommandContext} from '../command-line/table.ts';
import type {Context} from '../runtime/context.ts';
import {EXIT} from '../runtime/exit.ts';
import {findArticle, type FoundArticle} from '../services/find-article.ts';
import {storeQuietly} from '../output/kept-markdown.ts';
import {lengthOf} from '../output/length-of.ts';
import {printArticle, usualFormat} from '../output/print-article.ts';

/** `inkwell read`: one article, set for the terminal or for a pipe. */
export async function run(context: CommandContext<'read'>): Promise<number> {
  const {flags, ports, words} = context;
  const found = await findArticle(words[0] ?? '', context);
  const markdown = await wholeText(found, context);
  const library = await ports.existingLibrary();
  await printArticle(
    {...found, markdown},
    {format: flags.format ?? usualFormat(context), width: flags.width, links: flags.links},
    library,
    context,
  );
  return EXIT.done;
}

/** The text as Markdown, completed from its page where the source gave a teaser. */
export async function wholeText(
  {article, body, publication, isKept}: FoundArticle,
  context: Context,
): Promise<string> {
  const {options, output, ports, signal} = context;
  const library = isKept ? await ports.library() : undefined;
  const kept = library?.markdown(article.id);
  const mayComplete = article.isPartial && article.url !== undefined && options.fullText && !options.offline;
  // The reader keeps a teaser that was looked at as it keeps a text; it is still to be completed.
  if (kept !== undefined && !mayComplete) return kept;
  const sources = await ports.sources();
  const completed = mayComplete ? await complete() : undefined;
  if (kept !== undefined && !completed) return kept;
  const markdown = await sources.toMarkdown(completed ?? body);
  // A teaser is not kept: the next reading tries again.
  if (library && completed) storeQuietly(library, article.id, markdown, lengthOf(markdown, options.speeds));
  else if (library && !article.isPartial) storeQuietly(library, article.id, markdown);
  return markdown;

  async function complete(): Promise<Body | undefined> {
    try {
      return await sources.complete(article, body, signal, publication);
    } catch (error) {
      output.note(
        `This is the source's excerpt; the whole text could not be had: ${toProblem(error).message}`,
      );
      return undefined;
    }
  }
}
