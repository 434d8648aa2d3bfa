import {toProblem} from '../domain/problem.ts';
import type {Dispatch} from '../app/core/store.ts';
import type {EffectContext} from './context.ts';

/** Opens an address as an article: one of the library, else its page, fetched and stored. */
export async function openLink(
  context: EffectContext,
  url: string,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const {library, writes} = context;
  const known = library.articleByUrl(url);
  if (known) {
    dispatch({type: 'opened-article', id: known.id});
    return;
  }
  if (context.options.offline) {
    dispatch({type: 'link-failed', url, text: 'Offline: the page is not in the library.', tone: 'warning'});
    return;
  }
  dispatch({type: 'fetching', what: url});
  try {
    const {article, body, publication} = await (await context.sources()).openPage(url, signal);
    if (signal.aborted) return;
    await writes.completed(() => library.storeArticle({article, body}, publication));
    dispatch({type: 'opened-article', id: article.id});
  } catch (error) {
    if (!signal.aborted) dispatch({type: 'link-failed', url, text: toProblem(error).message, tone: 'error'});
  } finally {
    if (!signal.aborted) dispatch({type: 'fetching'});
  }
}
