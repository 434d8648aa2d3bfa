import pLimit from 'p-limit';
import {toProblem, type Problem} from '../domain/problem.ts';
import type {Fetched} from '../domain/source.ts';
import {locationOf, settingsOf} from '../options-entries.ts';
import type {Surroundings} from './context.ts';

export type Loaded = Extract<Fetched, {kind: 'loaded'}>;

export type Opened = Readonly<{
  /** In the order in which they were named. */
  loaded: readonly Loaded[];
  problems: readonly Problem[];
}>;

/** Opens sources for this run, some at a time; one that fails does not keep the others back. */
export async function openNamed(
  locations: readonly string[],
  {options, ports, output, signal}: Pick<Surroundings, 'options' | 'ports' | 'output' | 'signal'>,
): Promise<Opened> {
  const sources = await ports.sources();
  const atATime = pLimit(options.refresh.concurrency);
  let done = 0;
  const results = await Promise.all(
    locations.map(location =>
      atATime(async () => {
        output.progress(`Reading ${++done} of ${locations.length}: ${location}`);
        const entry = options.sources.find(candidate => locationOf(candidate) === location);
        try {
          return await sources.open(
            {location, settings: entry ? settingsOf(entry) : {}, validators: {}},
            signal,
          );
        } catch (error) {
          return toProblem(error, location);
        }
      }),
    ),
  );
  output.progress(undefined);
  return {
    loaded: results.filter((result): result is Loaded => result.kind === 'loaded'),
    problems: results.flatMap((result): readonly Problem[] =>
      'message' in result ? [result] : result.kind === 'loaded' ? result.warnings : [],
    ),
  };
}
