import {ProblemError} from '../../domain/problem.ts';
import type {Context} from '../../runtime/context.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {EXIT} from '../../runtime/exit.ts';
import {readingServicesOf} from '../../runtime/services.ts';
import {findArticle} from '../../services/find-article.ts';

/** `inkwell open`: in the browser the page of an article, the home page of a publication, or an address. */
export async function run(context: CommandContext<'open'>): Promise<number> {
  const address = await addressToOpen(context.words[0] ?? '', context);
  const {openUrl} = await import('../../platform/open-url.ts');
  const browser = context.options.browser ?? process.env['BROWSER'];
  await openUrl(address, {browser, lend: async during => during()});
  context.output.note(`Opened ${address}`);
  return EXIT.done;
}

export async function addressToOpen(word: string, context: Context): Promise<string> {
  if (ADDRESS.test(word)) return word;
  return (await homeOf(word, context)) ?? (await pageOf(word, context));
}

const ADDRESS = /^[a-z][a-z\d+.-]*:/i;

async function homeOf(word: string, {ports}: Context): Promise<string | undefined> {
  const publications = (await ports.existingLibrary())?.publications();
  const lower = word.toLowerCase();
  return publications?.find(({id, title}) => id === word || title.toLowerCase() === lower)?.homepage;
}

async function pageOf(word: string, context: Context): Promise<string> {
  const {article} = await findArticle(word, await readingServicesOf(context), context.signal);
  if (article.url !== undefined) return article.url;
  throw new ProblemError({
    kind: 'missing',
    message: `“${article.title}” has no address on the web.`,
    advice: '"inkwell read ID" prints it.',
  });
}
