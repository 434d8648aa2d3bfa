import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import {tell} from './tell.ts';
import type {EffectContext} from './context.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

export function mark(
  {library, writes}: EffectContext,
  {ids, isRead, isStarred, isQuiet}: Of<'mark'>,
  dispatch: Dispatch,
): void {
  const marks = {...(isRead !== undefined && {isRead}), ...(isStarred !== undefined && {isStarred})};
  const show = (): boolean => {
    const rows = ids.flatMap(id => library.article(id) ?? []);
    dispatch({type: 'marked', rows});
    return rows.length > 0;
  };
  writes.add({
    work: () => library.mark(ids, {...marks, ...(isQuiet && {isByReading: true})}),
    kept: () => {
      const isThere = show();
      if (!isQuiet) dispatch(isThere ? said(isRead, isStarred) : GONE);
    },
    shows: {kind: 'marks', ids, ...marks},
    waits: show,
  });
}

function said(isRead: boolean | undefined, isStarred: boolean | undefined): Parameters<Dispatch>[0] {
  const text =
    isStarred === undefined
      ? `Marked as ${isRead ? 'read' : 'unread'}.`
      : isStarred
        ? 'Starred.'
        : 'Star taken off.';
  return {type: 'notice', text, tone: 'plain', canUndo: true};
}

const GONE = {type: 'notice', text: 'This article is no longer in the library.', tone: 'warning'} as const;

export function markAllRead(context: EffectContext, {view}: Of<'mark-all-read'>, dispatch: Dispatch): void {
  const {library, writes} = context;
  writes.add({
    work: () => library.markAllRead(view),
    kept: count => {
      dispatch({type: 'library-changed'});
      goOn(context, dispatch, () =>
        dispatch({type: 'notice', text: `Marked ${count} as read.`, tone: 'plain', canUndo: true}),
      );
    },
    shows: {kind: 'act'},
  });
}

export function undo(context: EffectContext, dispatch: Dispatch): void {
  const {library, writes} = context;
  writes.add({
    work: () => library.undoInParts(),
    kept: undone => {
      if (undone) dispatch({type: 'library-changed'});
      goOn(context, dispatch, () =>
        dispatch({
          type: 'notice',
          text: undone ? `Undone: ${undone.description}.` : 'Nothing to undo.',
          tone: 'plain',
        }),
      );
    },
    shows: {kind: 'undo'},
    waits: () => dispatch({type: 'library-changed'}),
  });
}

/** Very many articles follow part by part, and keys are answered in between. */
function goOn({library, writes}: EffectContext, dispatch: Dispatch, done: () => void): void {
  let parts = 0;
  const next = (): void =>
    writes.add({
      work: () => library.goOn(),
      kept: isMore => {
        if (isMore) parts++;
        if (isMore) return void setImmediate(nextOrTell);
        if (parts > 0) dispatch({type: 'library-changed'});
        done();
      },
      shows: {kind: 'other'},
    });
  const nextOrTell = (): void => {
    try {
      next();
    } catch (error) {
      tell(error, dispatch);
    }
  };
  next();
}
