import type {Article, Body} from '../domain/article.ts';
import {toProblem} from '../domain/problem.ts';
import type {Surroundings} from './context.ts';

/**
 * An article's text as Markdown. A source may list articles without any text; that text is fetched, so that what is
 * printed is never empty where there is something to read.
 */
export async function markdownOf(
  article: Article,
  body: Body,
  {options, output, ports, signal}: Surroundings,
): Promise<string> {
  const sources = await ports.sources();
  const isEmpty = body.content.trim() === '';
  if (!isEmpty || !article.url || !article.isPartial || options.offline) return sources.toMarkdown(body);
  try {
    const location = (await ports.existingLibrary())?.publication(article.publicationId)?.location;
    return await sources.toMarkdown(await sources.complete(article, body, signal, location));
  } catch (error) {
    output.problem(toProblem(error, article.url));
    return '';
  }
}
