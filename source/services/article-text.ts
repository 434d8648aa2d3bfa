import type {Article, Body} from '../domain/article/article.ts';
import type {Publication} from '../domain/publication/publication.ts';
import {toProblem} from '../domain/problem.ts';
import type {Library} from '../ports/library.ts';
import type {ReadingServices, Services} from './context.ts';

/**
 * An article with its body and its publication; `isStored`: it is in the library, which then stores its
 * Markdown.
 */
export type Text = Readonly<{article: Article; body: Body; publication: Publication; isStored: boolean}>;

/** A stored article; undefined when it has left the library. */
export function storedText(library: Library, id: string): Text | undefined {
  const article = library.article(id);
  const body = article && library.body(id);
  const publication = article && library.publication(article.publicationId);
  return article && body && publication && {article, body, publication, isStored: true};
}

/** The text of an article as Markdown: stored, completed from its page where it is a teaser, or converted. */
export async function wholeText(text: Text, services: ReadingServices, signal: AbortSignal): Promise<string> {
  const completed = isCompletable(text.article, services)
    ? await completeTeaser(text, services, signal).catch((error: unknown) => {
        services.report.note(onlyTeaser(error));
        return undefined;
      })
    : undefined;
  return completed ?? (await markdownOf(text, services));
}

export function onlyTeaser(error: unknown): string {
  return `Only the teaser: ${toProblem(error).message}`;
}

/** A teaser whose page may be fetched: by the source's own setting, else by the general one. */
export function isCompletable(
  article: Article,
  {library, options}: Pick<ReadingServices, 'library' | 'options'>,
): boolean {
  if (!article.isPartial || article.url === undefined || options.offline) return false;
  const source = library?.source(article.publicationId);
  return source?.own?.fullText ?? source?.settings.fullText ?? options.fullText;
}

/** The stored Markdown, or the body converted and then stored. */
export async function markdownOf(
  {article, body, isStored}: Text,
  {library, sources, writes}: Pick<ReadingServices, 'library' | 'sources' | 'writes'>,
): Promise<string> {
  const stored = isStored ? library?.markdown(article.id) : undefined;
  // An empty text is stored for an article that its source only names.
  if (stored !== undefined && (stored !== '' || !article.isPartial)) return stored;
  if (body.content.trim() === '') return '';
  const markdown = await (await sources()).toMarkdown(body);
  if (library && isStored && markdown !== '')
    writes.addQuietly(() => library.keepMarkdown(article.id, markdown), {
      kind: 'text',
      id: article.id,
      markdown,
    });
  return markdown;
}

/**
 * Fetches the whole text of a teaser and stores it as Markdown with its counts. Undefined when the page says
 * no more than the teaser. @throws ProblemError when the page can't be fetched.
 */
export async function completeTeaser(
  {article, body, publication, isStored}: Text,
  {library, sources, writes, options}: ReadingServices,
  signal: AbortSignal,
): Promise<string | undefined> {
  const opener = await sources();
  const markdown = await opener.toMarkdown(await opener.complete(article, body, signal, publication));
  if (signal.aborted || markdown.length <= body.content.length / 2) return undefined;
  if (!library || !isStored) return markdown;
  const whole = await countsOf(markdown, options.speeds);
  const pending = {kind: 'text', id: article.id, markdown, whole} as const;
  writes.addQuietly(() => library.keepMarkdown(article.id, markdown, whole), pending);
  return markdown;
}

/** Loaded on demand: counting decodes references, whose tables must not load before the first frame. */
async function countsOf(
  markdown: string,
  speeds: Services['options']['speeds'],
): Promise<{words: number; minutes: number}> {
  const [{plainText}, {count, minutesFor, wordsIn}] = await Promise.all([
    import('../domain/text/plain-text.ts'),
    import('../domain/article/reading-time.ts'),
  ]);
  const counts = count(plainText({content: markdown, format: 'markdown'}));
  return {words: wordsIn(counts), minutes: minutesFor(counts, speeds)};
}

/** An article as a Markdown document: its title and authors first, unless the text begins with a title. */
export function markdownDocument(
  {title, authors}: Pick<Article, 'title' | 'authors'>,
  markdown: string,
): string {
  const byline = authors.map(({name}) => name).join(', ');
  const head = /^\s*# /.test(markdown) ? '' : `# ${title}\n\n${byline === '' ? '' : `${byline}\n\n`}`;
  return `${head}${markdown.trim()}\n`;
}
