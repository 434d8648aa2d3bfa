import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import type {EffectContext} from './context.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

/** Follows a source from now on; it is opened as soon as it has been fetched. */
export async function addSource(
  context: EffectContext,
  typed: string,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const {library} = context;
  const location = context.locate(typed);
  dispatch({type: 'fetching', what: location});
  try {
    const {publicationId} = await (await context.ingest()).follow(location, {isListed: true}, signal);
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
  {library, writes}: EffectContext,
  {publicationId, title}: Of<'unfollow'>,
  dispatch: Dispatch,
): void {
  writes.add({
    work: () => library.unfollow(publicationId),
    kept: () => {
      dispatch({type: 'library-changed'});
      dispatch({type: 'notice', text: `Removed ${title}.`, tone: 'plain', canUndo: true});
    },
    shows: {kind: 'act'},
  });
}

export function arrange(context: EffectContext, {change}: Of<'arrange'>, dispatch: Dispatch): void {
  const {publicationId, ...rest} = change;
  makeAndReload(context, dispatch, () => context.library.arrange(publicationId, rest));
}

export function reorder(context: EffectContext, {ids}: Of<'reorder'>, dispatch: Dispatch): void {
  makeAndReload(context, dispatch, () => context.library.reorder(ids));
}

export function saveQuery(context: EffectContext, {name, query}: Of<'save-query'>, dispatch: Dispatch): void {
  makeAndReload(context, dispatch, () => context.library.saveQuery(name, query));
}

/** None of these can be undone. */
function makeAndReload({writes}: EffectContext, dispatch: Dispatch, work: () => void): void {
  const kept = (): void => dispatch({type: 'library-changed'});
  writes.add({work, kept, shows: {kind: 'other'}});
}
