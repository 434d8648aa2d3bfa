import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import type {Snippet} from '../domain/query/view.ts';
import type {EffectContext} from './context.ts';

/** So many texts are unpacked and looked through between two keys. */
const AT_ONCE = 4;

/** Where in the texts of listed articles the words stand. Not before the rows are on the screen, and some at a time. */
export async function findSnippets(
  {library}: EffectContext,
  {key, query, ids}: Extract<Effect, {kind: 'find-snippets'}>,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    await new Promise(setImmediate);
    if (signal.aborted) return;
    const snippets: Record<string, Snippet> = {};
    for (const id of ids.slice(from, from + AT_ONCE)) {
      const snippet = library.snippet(query, id);
      if (snippet) snippets[id] = snippet;
    }
    dispatch({type: 'snippets-found', key, query, snippets});
  }
}
