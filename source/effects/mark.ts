import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import * as marking from '../services/mark.ts';
import * as undoing from '../services/undo/undo.ts';
import {servicesOf, type EffectContext} from './context.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

export function mark(
  context: EffectContext,
  {ids, isRead, isStarred, isQuiet}: Of<'mark'>,
  dispatch: Dispatch,
): void {
  const change = {
    ...(isRead !== undefined && {isRead}),
    ...(isStarred !== undefined && {isStarred}),
    ...(isQuiet && {isByReading: true}),
  };
  const show = (): boolean => {
    const rows = ids.flatMap(id => context.library.article(id) ?? []);
    dispatch({type: 'marked', rows});
    return rows.length > 0;
  };
  marking.mark(ids, change, context, {
    onWritten: () => {
      const isThere = show();
      if (isQuiet) return;
      if (isThere) dispatch(notice(marking.markedSentence(change), true));
      else dispatch({type: 'notice', text: marking.GONE, tone: 'warning'});
    },
    onWaiting: () => void show(),
  });
}

export function markAllRead(
  context: EffectContext,
  {view, part}: Of<'mark-all-read'>,
  dispatch: Dispatch,
): void {
  marking.markAllRead({view, part}, servicesOf(context, dispatch), {
    onChanged: () => dispatch({type: 'library-changed'}),
    onDone: count => dispatch(count > 0 ? notice(`Marked ${count} as read.`, true) : notice(NOTHING_UNREAD)),
  });
}

const NOTHING_UNREAD = 'Nothing there is unread.';

/** Undoes an act, and says which; a list of acts that is shown is renewed. */
export function undo(context: EffectContext, {number}: Of<'undo'>, dispatch: Dispatch): void {
  undoing.undo(number, servicesOf(context, dispatch), {
    onChanged: () => dispatch({type: 'library-changed'}),
    onDone(description) {
      dispatch(notice(undoing.undoneSentence(description)));
      dispatch({type: 'acts-loaded', acts: context.library.acts()});
    },
  });
}

function notice(text: string, canUndo = false): Parameters<Dispatch>[0] {
  return {type: 'notice', text, tone: 'plain', ...(canUndo && {canUndo})};
}
