import type {Store} from '../app/core/store.ts';

/** Milliseconds until it is tried again. */
const PAUSE = 500;

/** Reads publications of which something is said to have changed; during a refresh they wait for its end. */
export function readChanges(store: Store): {came: (publicationId: string) => void; end: () => void} {
  const changed = new Set<string>();
  let waiting: NodeJS.Timeout | undefined;
  const read = (): void => {
    clearTimeout(waiting);
    if (store.getState().refreshing) {
      waiting = setTimeout(read, PAUSE).unref();
      return;
    }
    store.dispatch({type: 'begun', which: [...changed]});
    changed.clear();
  };
  return {
    came(publicationId) {
      changed.add(publicationId);
      read();
    },
    end: () => clearTimeout(waiting),
  };
}
