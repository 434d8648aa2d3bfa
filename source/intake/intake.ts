import pLimit from 'p-limit';
import type {Intake, Library, Sources} from '../app/ports.ts';
import {toProblem} from '../domain/problem.ts';
import type {TakenIn} from '../domain/refreshed.ts';
import type {Source} from '../domain/source.ts';
import type {Lane} from './lane.ts';
import {takeIn} from './take-in.ts';

export type IntakeOptions = Readonly<{
  lane: Lane;
  library: Library;
  /** For a library that is in this thread's memory alone. */
  sources: Sources;
  /** Sources fetched at the same time. */
  concurrency: number;
}>;

/** Fetching into the library, in the other thread wherever the library is a file. */
export function createIntake({lane, library, sources, concurrency}: IntakeOptions): Intake {
  return {
    async refresh(wanted, heard, signal) {
      const atOnce = pLimit(concurrency);
      const refreshOne = async (source: Source): Promise<void> => {
        if (signal.aborted) return;
        const started = performance.now();
        const taken = await attempt(source, signal);
        if (signal.aborted) return;
        heard({...taken, source, milliseconds: Math.round(performance.now() - started)});
      };
      await Promise.all(wanted.map(source => atOnce(() => refreshOne(source))));
    },
    async follow(location, how, signal) {
      if (library.file() !== undefined) return await lane.call(location, signal, 'follow', location, how);
      const fetched = await sources.open({location, settings: how.settings ?? {}, validators: {}}, signal);
      const source = library.follow(location, how);
      library.store(source.publicationId, fetched);
      return source;
    },
    async maintain(retention) {
      if (library.file() === undefined) library.maintain(retention);
      else await lane.call('The library', undefined, 'maintain', retention);
    },
  };

  /** What the other thread could not even note, for it was lost, is noted here. */
  async function attempt(source: Source, signal: AbortSignal): Promise<TakenIn> {
    try {
      return library.file() === undefined
        ? await takeIn({library, sources}, source, signal)
        : await lane.call(source.location, signal, 'takeIn', source);
    } catch (error) {
      const problem = toProblem(error, source.location);
      if (!signal.aborted) library.noteFailure(source.publicationId, problem, problem.retryAt);
      return {added: 0, changed: 0, isUnchanged: false, problem};
    }
  }
}
