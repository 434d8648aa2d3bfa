import type {Article, Body} from '../domain/article/article.ts';
import {toProblem} from '../domain/problem.ts';
import type {Context} from '../runtime/context.ts';
import type {Ports} from '../runtime/container.ts';

/**
 * An article's text as Markdown. A source may list articles without any text; that text is fetched, so that what is
 * printed is never empty where there is something to read, as long as the command's time for that lasts.
 */
export async function markdownOf(article: Article, body: Body, context: Context): Promise<string> {
  const {options, output, ports, signal} = context;
  const sources = await ports.sources();
  const isEmpty = body.content.trim() === '';
  if (!isEmpty || !article.url || !article.isPartial || options.offline) return sources.toMarkdown(body);
  const end = endOfCompleting(context);
  if (end.aborted) return '';
  try {
    const publication = (await ports.existingLibrary())?.publication(article.publicationId);
    const either = AbortSignal.any([signal, end]);
    return await sources.toMarkdown(await sources.complete(article, body, either, publication));
  } catch (error) {
    output.problem(end.aborted ? tookTooLong(options.limits.completing) : toProblem(error, article.url));
    return '';
  }
}

/** When a command's time for whole texts ends; it begins with the first. */
const ends = new WeakMap<Ports, AbortSignal>();

function endOfCompleting({options, ports}: Context): AbortSignal {
  const known = ends.get(ports);
  if (known) return known;
  const end = AbortSignal.timeout(options.limits.completing * 1000);
  ends.set(ports, end);
  return end;
}

function tookTooLong(seconds: number): {message: string; advice: string} {
  return {
    message: `Fetching whole texts took longer than ${seconds} s; the texts that are still missing are left empty.`,
    advice: 'Ask for fewer articles with --limit, or raise the setting "limits.completing".',
  };
}
