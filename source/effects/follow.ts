import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import type {World} from './context.ts';

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

export function unfollow(
  {library, changes}: World,
  {publicationId, title}: Of<'unfollow'>,
  dispatch: Dispatch,
): void {
  changes.make({
    work: () => library.unfollow(publicationId),
    kept: () => {
      dispatch({type: 'library-changed'});
      dispatch({type: 'notice', text: `Removed ${title}.`, tone: 'plain', canUndo: true});
    },
    shows: {kind: 'act'},
  });
}

export function arrange(world: World, {change}: Of<'arrange'>, dispatch: Dispatch): void {
  const {publicationId, ...rest} = change;
  makeAndReload(world, dispatch, () => world.library.arrange(publicationId, rest));
}

export function reorder(world: World, {ids}: Of<'reorder'>, dispatch: Dispatch): void {
  makeAndReload(world, dispatch, () => world.library.reorder(ids));
}

export function saveQuery(world: World, {name, query}: Of<'save-query'>, dispatch: Dispatch): void {
  makeAndReload(world, dispatch, () => world.library.saveQuery(name, query));
}

/** None of these can be undone. */
function makeAndReload({changes}: World, dispatch: Dispatch, work: () => void): void {
  const kept = (): void => dispatch({type: 'library-changed'});
  changes.make({work, kept, shows: {kind: 'other'}});
}
