import type {Library} from '../ports/library.ts';
import type {TakenIn} from '../domain/article/refreshed.ts';
import type {FetchedSource} from '../domain/publication/source.ts';

/**
 * Articles a transaction: a key that marks something in a window beside this waits for some 50 ms at most.
 */
const TOGETHER = 400;

type Waiting = FetchedSource &
  Readonly<{resolve: (taken: TakenIn) => void; reject: (error: unknown) => void; signal: AbortSignal}>;

/**
 * Keeps in this thread what others have fetched: together, in one transaction, what has come while the last
 * was written. Of what cannot be kept so each is tried alone, so that no source fails for another.
 */
export function createBatchWriter(library: Pick<Library, 'store' | 'storeAll'>) {
  let waiting: Waiting[] = [];
  let next: NodeJS.Immediate | undefined;

  const keepAll = (): void => {
    next = undefined;
    for (const {signal, reject} of waiting) if (signal.aborted) reject(signal.reason);
    waiting = waiting.filter(({signal}) => !signal.aborted);
    keep(waiting.splice(0, fitting(waiting)));
    if (waiting.length > 0) next = setImmediate(keepAll);
  };

  const keep = (some: readonly Waiting[]): void => {
    if (some.length === 0) return;
    try {
      const stored = library.storeAll(some.map(({publicationId, fetched}) => ({publicationId, fetched})));
      for (const [index, {fetched, resolve}] of some.entries()) resolve(takenIn(fetched, stored[index]));
    } catch (error) {
      if (some.length === 1) some[0]?.reject(error);
      else for (const one of some) keep([one]);
    }
  };

  return {
    /** Rejects with what went wrong, or with the signal’s reason where it was stopped before. */
    keep: (bringing: FetchedSource, signal: AbortSignal): Promise<TakenIn> => {
      const {promise, resolve, reject} = Promise.withResolvers<TakenIn>();
      waiting.push({...bringing, resolve, reject, signal});
      next ??= setImmediate(keepAll);
      return promise;
    },
  };
}

/** The number of the first that go into one transaction; one always does. */
function fitting(waiting: readonly Waiting[]): number {
  let articles = 0;
  const end = waiting.findIndex(({fetched}) => (articles += sizeOf(fetched)) > TOGETHER);
  return end === -1 ? waiting.length : Math.max(1, end);
}

function sizeOf(fetched: FetchedSource['fetched']): number {
  return fetched.kind === 'loaded' ? fetched.articles.length : 1;
}

function takenIn(fetched: FetchedSource['fetched'], stored = {added: 0, changed: 0}): TakenIn {
  return {...stored, isUnchanged: fetched.kind === 'unchanged'};
}
