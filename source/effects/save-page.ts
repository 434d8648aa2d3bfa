import type {Dispatch} from '../app/core/store.ts';
import {savePage} from '../services/save-page.ts';
import type {EffectContext} from './context.ts';
import {whileFetching} from './timing.ts';

/** Saves a page on the shelf "Saved" and says what came of it. */
export async function savePageOf(
  context: EffectContext,
  url: string,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  await whileFetching(url, dispatch, signal, async () => {
    const {article, wasSaved, problem} = await savePage(url, context, signal);
    dispatch({type: 'library-changed'});
    const text = problem
      ? `Saved the address only: ${problem.message}`
      : `${wasSaved ? 'Already saved' : 'Saved'}: ${article.title}.`;
    dispatch({type: 'notice', text, tone: problem ? 'warning' : 'good'});
  });
}
