import type {Effect} from '../app/effect.ts';
import type {Dispatch} from '../app/store.ts';
import type {World} from './world.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

/** Follows a source from now on; it is opened as soon as it has been fetched. */
export async function addSource(
  world: World,
  typed: string,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const {library} = world;
  const location = world.locate(typed);
  dispatch({type: 'fetching', what: location});
  try {
    const {publicationId} = await (await world.intake()).follow(location, {isListed: true}, signal);
    if (signal.aborted) return;
    const title = library.publication(publicationId)?.title ?? location;
    dispatch({type: 'library-changed'});
    dispatch({type: 'opened-list', view: {publications: [publicationId], query: ''}});
    dispatch({type: 'notice', text: `Added ${title}.`, tone: 'good'});
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    if (!signal.aborted) dispatch({type: 'fetching'});
  }
}

export function unfollow({library}: World, {publicationId, title}: Of<'unfollow'>, dispatch: Dispatch): void {
  library.unfollow(publicationId);
  dispatch({type: 'library-changed'});
  dispatch({type: 'notice', text: `Removed ${title}.`, tone: 'plain', canUndo: true});
}

export function arrange({library}: World, {change}: Of<'arrange'>, dispatch: Dispatch): void {
  const {publicationId, ...rest} = change;
  library.arrange(publicationId, rest);
  dispatch({type: 'library-changed'});
}

export function reorder({library}: World, {ids}: Of<'reorder'>, dispatch: Dispatch): void {
  library.reorder(ids);
  dispatch({type: 'library-changed'});
}

export function saveQuery({library}: World, {name, query}: Of<'save-query'>, dispatch: Dispatch): void {
  library.saveQuery(name, query);
  dispatch({type: 'library-changed'});
}
