import pLimit from 'p-limit';
import type {Ingest, Sources} from '../ports/fetching.ts';
import type {Library} from '../ports/library.ts';
import {toProblem} from '../domain/problem.ts';
import type {TakenIn} from '../domain/article/refreshed.ts';
import type {Source} from '../domain/publication/source.ts';
import type {SupervisedWorker} from './supervised-worker.ts';
import {whenFree} from './when-free.ts';
import {createBatchWriter} from './batch-writer.ts';
import {followAndStore, ingestSource} from './ingest-source.ts';

export type IntakeOptions = Readonly<{
  /**
   * Asked when the first source is not read here. A short refresh takes the first; a long one is spread over
   * all, where there are several.
   */
  workers: () => Promise<readonly [SupervisedWorker, ...SupervisedWorker[]]>;
  library: Library;
  /** For a library that is in this thread's memory alone, and for what is read here. */
  sources: Sources;
  /** Sources that are read and stored in this thread. */
  isReadHere?: (location: string) => boolean;
  /** Sources fetched at the same time. */
  concurrency: number;
  /** Nobody waits for this thread: it keeps what many sources bring. */
  isKeptHere?: boolean;
}>;

/** From so many sources on, the work is worth being shared. */
const LONG = 8;

/**
 * For each source that is being fetched so many may be waiting to be kept, and no more: their articles are in
 * memory.
 */
const AHEAD = 3;

type Take = (source: Source, signal: AbortSignal, index: number) => Promise<TakenIn>;

/** Fetching into the library, in other threads wherever the library is a file. */
export function createIngest({
  workers,
  library,
  sources,
  concurrency,
  isReadHere = () => false,
  isKeptHere = false,
}: IntakeOptions): Ingest {
  const isHere = (location: string): boolean => library.file() === undefined || isReadHere(location);
  return {
    async refresh(wanted, heard, signal) {
      const isShared = isKeptHere && library.file() !== undefined && wanted.length >= LONG;
      const take = isShared ? throughHere(concurrency) : takeThere;
      const refreshOne = async (source: Source, index: number): Promise<void> => {
        if (signal.aborted) return;
        const started = performance.now();
        const taken = await attempt(source, () => take(source, signal, index), signal);
        if (signal.aborted) return;
        heard({...taken, source, milliseconds: Math.round(performance.now() - started)});
      };
      const atOnce = pLimit(concurrency * (isShared ? AHEAD : 1));
      await Promise.all(wanted.map((source, index) => atOnce(() => refreshOne(source, index))));
    },
    async follow(location, how, signal) {
      if (isHere(location)) return await followAndStore({library, sources}, location, how, signal);
      const [worker] = await workers();
      return await worker.call(location, signal, 'follow', location, how);
    },
    async runRules(rules) {
      if (library.file() === undefined) return library.runRules(rules);
      return await (await workers())[0].call('The rules', undefined, 'runRules', rules, library.runNumber());
    },
    async maintain(retention) {
      if (library.file() === undefined) library.maintain(retention);
      else await (await workers())[0].call('The library', undefined, 'maintain', retention);
    },
  };

  /**
   * Fetched and kept by the other thread, or by this one where the library is in its memory alone, or the
   * source is read here.
   */
  async function takeThere(source: Source, signal: AbortSignal): Promise<TakenIn> {
    if (isHere(source.location)) return await ingestSource({library, sources}, source, signal);
    const [worker] = await workers();
    return await worker.call(source.location, signal, 'ingestSource', source);
  }

  /**
   * Fetched and prepared by others, and kept by this thread, which has nothing else to do: threads that write
   * in turns wait for one another, and each reads anew what the other has changed.
   */
  function throughHere(fetchedAtOnce: number): Take {
    const keeper = createBatchWriter(library);
    setImmediate(() => keepCopy(library));
    const fetching = pLimit(fetchedAtOnce);
    return async (source, signal, index) => {
      const all = await workers();
      const worker = all[index % all.length] ?? all[0];
      const brought = await fetching(() => worker.call(source.location, signal, 'bring', source));
      if (brought.kind === 'kept') return brought.taken;
      return await keeper.keep({publicationId: source.publicationId, fetched: brought.fetched}, signal);
    };
  }

  /** Notes the failure of a worker that was lost before it could note it. */
  async function attempt(
    source: Source,
    take: () => Promise<TakenIn>,
    signal: AbortSignal,
  ): Promise<TakenIn> {
    try {
      return await take();
    } catch (error) {
      const problem = toProblem(error, source.location);
      const isStopped = signal.aborted || problem.kind === 'interrupted';
      // A failure that can't be stored is reported all the same; the next refresh meets it again.
      if (!isStopped)
        await whenFree(() => library.noteFailure(source.publicationId, problem, problem.retryAt)).catch(
          () => {},
        );
      return {added: 0, changed: 0, isUnchanged: false, problem};
    }
  }
}

/** While the first answers are waited for; should it fail, `maintain` tries again and tells. */
function keepCopy(library: Library): void {
  try {
    library.keepCopy();
  } catch {
    // Nothing is lost yet.
  }
}
