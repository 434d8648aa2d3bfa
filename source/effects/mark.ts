import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import * as marking from '../services/mark.ts';
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

export function markAllRead(context: EffectContext, {view}: Of<'mark-all-read'>, dispatch: Dispatch): void {
  marking.markAllRead(view, servicesOf(context, dispatch), {
    onChanged: () => dispatch({type: 'library-changed'}),
    onDone: count => dispatch(notice(`Marked ${count} as read.`, true)),
  });
}

export function undo(context: EffectContext, dispatch: Dispatch): void {
  marking.undo(servicesOf(context, dispatch), {
    onChanged: () => dispatch({type: 'library-changed'}),
    onDone: description => dispatch(notice(marking.undoneSentence(description))),
  });
}

function notice(text: string, canUndo = false): Parameters<Dispatch>[0] {
  return {type: 'notice', text, tone: 'plain', ...(canUndo && {canUndo})};
}
