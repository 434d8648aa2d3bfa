import type {Effect} from '../app/effect.ts';
import type {Dispatch} from '../app/store.ts';
import type {World} from './world.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

export function mark(
  {library}: World,
  {ids, isRead, isStarred, isQuiet}: Of<'mark'>,
  dispatch: Dispatch,
): void {
  library.mark(ids, {...(isRead !== undefined && {isRead}), ...(isStarred !== undefined && {isStarred})});
  dispatch({type: 'marked', rows: ids.flatMap(id => library.article(id) ?? [])});
  if (isQuiet) return;
  const text =
    isStarred === undefined
      ? `Marked as ${isRead ? 'read' : 'unread'}.`
      : isStarred
        ? 'Starred.'
        : 'Star taken off.';
  dispatch({type: 'notice', text, tone: 'plain', canUndo: true});
}

export function markAllRead({library}: World, {view}: Of<'mark-all-read'>, dispatch: Dispatch): void {
  const count = library.markAllRead(view);
  dispatch({type: 'library-changed'});
  dispatch({type: 'notice', text: `Marked ${count} as read.`, tone: 'plain', canUndo: true});
}

export function undo({library}: World, dispatch: Dispatch): void {
  const undone = library.undo();
  if (undone) dispatch({type: 'library-changed'});
  dispatch({
    type: 'notice',
    text: undone ? `Undone: ${undone.description}.` : 'Nothing to undo.',
    tone: 'plain',
  });
}
