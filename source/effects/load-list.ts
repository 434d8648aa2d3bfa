import type {Effect} from '../app/effect.ts';
import type {Dispatch} from '../app/store.ts';
import type {World} from './world.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

export function loadList(
  {library}: World,
  {key, view, offset, count}: Of<'load-list'>,
  dispatch: Dispatch,
): void {
  dispatch({type: 'list-loaded', key, window: library.window(view, offset, count)});
}

/** The rows around the article that was selected, wherever it is now. */
export function reloadList(
  {library}: World,
  {key, view, selectedId, selected, top, count}: Of<'reload-list'>,
  dispatch: Dispatch,
): void {
  const now = (selectedId === undefined ? undefined : library.indexOf(view, selectedId)) ?? selected;
  const offset = Math.max(0, top + now - selected - Math.floor(count / 3));
  dispatch({type: 'list-loaded', key, window: library.window(view, offset, count), selected: now});
}

export function loadPublications({library}: World, dispatch: Dispatch): void {
  dispatch({type: 'publications-loaded', publications: library.publications()});
}

/** The marks of an article, as they are now. */
export function loadRow({library}: World, {id}: Of<'load-row'>, dispatch: Dispatch): void {
  const row = library.article(id);
  if (row) dispatch({type: 'row-loaded', row});
}

export function loadNextUnread({library}: World, {view, afterId}: Of<'next-unread'>, dispatch: Dispatch): void {
  const row = library.nextUnread(view, afterId);
  if (row) dispatch({type: 'opened-article', id: row.id, isReplacing: true});
  else dispatch({type: 'notice', text: 'Nothing unread is left here.', tone: 'plain'});
}
