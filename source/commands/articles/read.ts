import type {CommandContext} from '../../command-line/table.ts';
import {readStandardInput} from '../../command-line/words.ts';
import {printArticle, usualFormat} from '../../output/print-article.ts';
import {EXIT} from '../../runtime/exit.ts';
import type {Context} from '../../runtime/context.ts';
import {readingServicesOf} from '../../runtime/services.ts';
import {wholeText, type Text} from '../../services/article-text.ts';
import type {ReadingServices} from '../../services/context.ts';
import {articleFromText, findArticle} from '../../services/find-article.ts';

/** `inkwell read`: one article, typeset for the terminal or for a pipe. */
export async function run(context: CommandContext<'read'>): Promise<number> {
  const {flags, signal, words} = context;
  const services = await readingServicesOf(context);
  const found = await findTarget(words[0] ?? '', services, context);
  const {article, publication} = found;
  const markdown = await wholeText(found, services, signal);
  await printArticle(
    {article, publication, markdown},
    {format: flags.format ?? usualFormat(context), width: flags.width, links: flags.links},
    services.library,
    context,
  );
  return EXIT.done;
}

/** A TARGET of `read` and `copy`: `-` is standard input. */
export async function findTarget(
  target: string,
  services: ReadingServices,
  {signal}: Pick<Context, 'signal'>,
): Promise<Text> {
  return target === '-'
    ? await articleFromText(await readStandardInput(), await services.sources(), signal)
    : await findArticle(target, services, signal);
}
