import pLimit from 'p-limit';
import {toProblem, type Problem} from '../domain/problem.ts';
import type {Source} from '../domain/source.ts';
import type {Surroundings} from './context.ts';

export type Refreshed = Readonly<{
  source: Source;
  added: number;
  changed: number;
  isUnchanged: boolean;
  problem?: Problem;
  milliseconds: number;
}>;

/** Fetches sources, some at a time, each into a transaction of its own. A failure leaves what there was. */
export async function refreshSources(
  sources: readonly Source[],
  {options, output, ports, signal}: Surroundings,
): Promise<readonly Refreshed[]> {
  const [library, opener] = await Promise.all([ports.library(), ports.sources()]);
  const atATime = pLimit(options.refresh.concurrency);
  let done = 0;
  const refreshOne = async (source: Source): Promise<Refreshed> => {
    const started = performance.now();
    const spent = () => Math.round(performance.now() - started);
    try {
      signal.throwIfAborted();
      const fetched = await opener.open(source, signal);
      const {added, changed} = library.store(source.publicationId, fetched);
      return {source, added, changed, isUnchanged: fetched.kind === 'unchanged', milliseconds: spent()};
    } catch (error) {
      const problem = toProblem(error, source.location);
      if (!signal.aborted) library.noteFailure(source.publicationId, problem, problem.retryAt);
      return {source, added: 0, changed: 0, isUnchanged: false, problem, milliseconds: spent()};
    } finally {
      output.progress(`Fetched ${++done} of ${sources.length}`);
    }
  };
  const refreshed = await Promise.all(sources.map(source => atATime(() => refreshOne(source))));
  output.progress(undefined);
  return refreshed;
}
