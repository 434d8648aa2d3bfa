import pLimit from 'p-limit';
import {toProblem, type Problem} from '../domain/problem.ts';
import type {Fetched} from '../domain/publication/source.ts';
import type {Context} from '../runtime/context.ts';
import {settingsFor} from './settings-for.ts';

export type Loaded = Extract<Fetched, {kind: 'loaded'}>;

export type Opened = Readonly<{
  /** In the order in which they were named. */
  loaded: readonly Loaded[];
  /** Sources that could not be opened. */
  failures: readonly Problem[];
  /** What was wrong in those that could. */
  warnings: readonly Problem[];
}>;

/** Opens sources for this run, some at a time; one that fails does not keep the others back. */
export async function openNamed(
  locations: readonly string[],
  {options, ports, output, signal}: Pick<Context, 'options' | 'ports' | 'output' | 'signal'>,
): Promise<Opened> {
  const sources = await ports.sources();
  const atATime = pLimit(options.refresh.concurrency);
  let done = 0;
  const openOne = async (location: string): Promise<Fetched | Problem> => {
    output.progress(`Reading ${++done} of ${locations.length}: ${location}`);
    try {
      const settings = await settingsFor(location, options);
      return await sources.open({location, settings, validators: {}}, signal);
    } catch (error) {
      return toProblem(error, location);
    }
  };
  const results = await Promise.all(locations.map(location => atATime(() => openOne(location))));
  output.progress(undefined);
  const loaded = results.filter((result): result is Loaded => result.kind === 'loaded');
  return {
    loaded,
    failures: results.filter((result): result is Problem => 'message' in result),
    warnings: loaded.flatMap(({warnings}) => warnings),
  };
}
