import {inOrder} from '../../domain/article/enclosure-text.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Context} from '../../runtime/context.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {EXIT} from '../../runtime/exit.ts';
import {readingServicesOf} from '../../runtime/services.ts';
import {findArticle} from '../../services/find-article.ts';

type Part = Readonly<{file?: number | undefined; comments?: boolean | undefined}>;

/** `inkwell open`: in the browser the page of an article, the home page of a publication, or an address. */
export async function run(context: CommandContext<'open'>): Promise<number> {
  const {flags, options, output, words} = context;
  const {url, type} = await placeToOpen(words[0] ?? '', flags, context);
  const {openUrl} = await import('../../platform/open-url.ts');
  const {browsers, browser = process.env['BROWSER']} = options;
  await openUrl(url, {browser, browsers, lend: async during => during(), ...(type !== undefined && {type})});
  output.note(`Opened ${url}`);
  return EXIT.done;
}

/** The address that a word stands for, and its media type where the source says it. */
export async function placeToOpen(
  word: string,
  {comments, file}: Part,
  context: Context,
): Promise<Readonly<{url: string; type?: string}>> {
  if (file !== undefined) return await fileOf(word, file, context);
  if (comments) return {url: await talkOf(word, context)};
  if (ADDRESS.test(word)) return {url: word};
  return {url: (await homeOf(word, context)) ?? (await pageOf(word, context))};
}

const ADDRESS = /^[a-z][a-z\d+.-]*:/i;

async function homeOf(word: string, {ports}: Context): Promise<string | undefined> {
  const publications = (await ports.existingLibrary())?.publications();
  const lower = word.toLowerCase();
  return publications?.find(({id, title}) => id === word || title.toLowerCase() === lower)?.homepage;
}

async function articleOf(word: string, context: Context) {
  const {article} = await findArticle(word, await readingServicesOf(context), context.signal);
  return article;
}

async function pageOf(word: string, context: Context): Promise<string> {
  const {title, url} = await articleOf(word, context);
  if (url !== undefined) return url;
  throw new ProblemError({
    kind: 'missing',
    message: `“${title}” has no address on the web.`,
    advice: '"inkwell read ID" prints it.',
  });
}

async function talkOf(word: string, context: Context): Promise<string> {
  const {comments, title} = await articleOf(word, context);
  if (comments !== undefined) return comments;
  throw new ProblemError({kind: 'missing', message: `“${title}” names no page for comments.`});
}

async function fileOf(
  word: string,
  number: number,
  context: Context,
): Promise<Readonly<{url: string; type?: string}>> {
  const {enclosures = [], title} = await articleOf(word, context);
  const file = inOrder(enclosures)[number - 1];
  if (file) return file;
  const many = enclosures.length === 1 ? 'One file comes' : `${enclosures.length || 'No'} files come`;
  throw new ProblemError({kind: 'missing', message: `${many} with “${title}”.`});
}
