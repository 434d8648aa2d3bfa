import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import {GONE, tagArticles} from '../services/mark.ts';
import type {EffectContext} from './context.ts';

/** Changes the reader's tags of an article and says which it has now. */
export function tag(
  context: EffectContext,
  {id, add, remove}: Extract<Effect, {kind: 'tag'}>,
  dispatch: Dispatch,
): void {
  tagArticles([id], {add, remove}, context, () => {
    const row = context.library.article(id);
    dispatch({type: 'marked', rows: row ? [row] : []});
    if (!row) return dispatch({type: 'notice', text: GONE, tone: 'warning'});
    const {ownTags = []} = row;
    const text = ownTags.length > 0 ? `Tags: ${ownTags.join(', ')}.` : 'Removed your tags.';
    dispatch({type: 'notice', text, tone: 'plain', canUndo: true});
  });
}
