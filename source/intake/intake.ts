import pLimit from 'p-limit';
import type {Intake, Library, Sources} from '../app/ports.ts';
import {toProblem} from '../domain/problem.ts';
import type {TakenIn} from '../domain/refreshed.ts';
import type {Source} from '../domain/source.ts';
import type {Lane} from './lane.ts';
import {whenFree} from './when-free.ts';
import {followAndKeep, takeIn} from './take-in.ts';

export type IntakeOptions = Readonly<{
  /** A short refresh takes the first; a long one is spread over all. */
  lanes: readonly [Lane, ...Lane[]];
  library: Library;
  /** For a library that is in this thread's memory alone. */
  sources: Sources;
  /** Sources fetched at the same time. */
  concurrency: number;
}>;

/** From so many sources on, more than one thread is worth its start. */
const LONG = 8;

/** Fetching into the library, in the other thread wherever the library is a file. */
export function createIntake({lanes, library, sources, concurrency}: IntakeOptions): Intake {
  return {
    async refresh(wanted, heard, signal) {
      const atOnce = pLimit(concurrency);
      const isLong = wanted.length >= LONG;
      const refreshOne = async (source: Source, index: number): Promise<void> => {
        if (signal.aborted) return;
        const started = performance.now();
        const taken = await attempt(
          source,
          (isLong ? lanes[index % lanes.length] : undefined) ?? lanes[0],
          signal,
        );
        if (signal.aborted) return;
        heard({...taken, source, milliseconds: Math.round(performance.now() - started)});
      };
      await Promise.all(wanted.map((source, index) => atOnce(() => refreshOne(source, index))));
    },
    async follow(location, how, signal) {
      if (library.file() !== undefined) return await lanes[0].call(location, signal, 'follow', location, how);
      return await followAndKeep({library, sources}, location, how, signal);
    },
    async maintain(retention) {
      if (library.file() === undefined) library.maintain(retention);
      else await lanes[0].call('The library', undefined, 'maintain', retention);
    },
  };

  /** What the other thread could not even note, for it was lost, is noted here. */
  async function attempt(source: Source, lane: Lane, signal: AbortSignal): Promise<TakenIn> {
    try {
      return library.file() === undefined
        ? await takeIn({library, sources}, source, signal)
        : await lane.call(source.location, signal, 'takeIn', source);
    } catch (error) {
      const problem = toProblem(error, source.location);
      const isStopped = signal.aborted || problem.kind === 'interrupted';
      // Where it can't be noted it is told all the same, and found out again by the next refresh.
      if (!isStopped)
        await whenFree(() => library.noteFailure(source.publicationId, problem, problem.retryAt)).catch(
          () => {},
        );
      return {added: 0, changed: 0, isUnchanged: false, problem};
    }
  }
}
