import type {Effect} from '../app/effect.ts';
import type {Dispatch} from '../app/store.ts';
import type {World} from './world.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

export function mark(
  {library, changes}: World,
  {ids, isRead, isStarred, isQuiet}: Of<'mark'>,
  dispatch: Dispatch,
): void {
  const marks = {...(isRead !== undefined && {isRead}), ...(isStarred !== undefined && {isStarred})};
  const show = (): boolean => {
    const rows = ids.flatMap(id => library.article(id) ?? []);
    dispatch({type: 'marked', rows});
    return rows.length > 0;
  };
  changes.make({
    work: () => library.mark(ids, marks),
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

export function markAllRead(
  {library, changes}: World,
  {view}: Of<'mark-all-read'>,
  dispatch: Dispatch,
): void {
  changes.make({
    work: () => library.markAllRead(view),
    kept: count => {
      dispatch({type: 'library-changed'});
      dispatch({type: 'notice', text: `Marked ${count} as read.`, tone: 'plain', canUndo: true});
    },
    shows: {kind: 'act'},
  });
}

export function undo({library, changes}: World, dispatch: Dispatch): void {
  changes.make({
    work: () => library.undo(),
    kept: undone => {
      if (undone) dispatch({type: 'library-changed'});
      dispatch({
        type: 'notice',
        text: undone ? `Undone: ${undone.description}.` : 'Nothing to undo.',
        tone: 'plain',
      });
    },
    shows: {kind: 'undo'},
    waits: () => dispatch({type: 'library-changed'}),
  });
}
