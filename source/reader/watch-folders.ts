import type {Library} from '../ports/library.ts';
import type {Store} from '../app/core/store.ts';
import {isFetchable, isOnTheWeb} from '../domain/publication/location.ts';
import {watchBelow} from '../sources/folder/watch.ts';

/** Setting up a watch walks the folder: the first frame and the first keys go before it. */
const PAUSE = 500;

/**
 * The folders of this run are watched: what is written there is in the list a moment later. Returns what ends
 * it.
 */
export function watchFolders(
  library: Library,
  scope: readonly string[] | undefined,
  store: Store,
): () => void {
  const ends: (() => void)[] = [];
  const changed = new Set<string>();
  let waiting: NodeJS.Timeout | undefined;
  // Changes during a refresh are read after it.
  const read = (): void => {
    clearTimeout(waiting);
    if (store.getState().refreshing) {
      waiting = setTimeout(read, PAUSE).unref();
      return;
    }
    store.dispatch({type: 'begun', which: [...changed]});
    changed.clear();
  };
  const timer = setTimeout(() => {
    const sources = scope ? scope.flatMap(id => library.source(id) ?? []) : library.sources();
    for (const source of sources) {
      const {location, publicationId} = source;
      if (isOnTheWeb(source) || !isFetchable(source)) continue;
      ends.push(
        watchBelow(location, () => {
          changed.add(publicationId);
          read();
        }),
      );
    }
  }, PAUSE).unref();
  return () => {
    clearTimeout(timer);
    clearTimeout(waiting);
    for (const end of ends) end();
  };
}
