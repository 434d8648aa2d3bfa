import pLimit from 'p-limit';
import {toProblem, type Problem} from '../domain/problem.ts';
import type {Fetched} from '../domain/publication/source.ts';
import type {Services} from './context.ts';
import {settingsFor} from './locate.ts';
import {withSecret} from './newsletters/mail-secret.ts';

export type Loaded = Extract<Fetched, {kind: 'loaded'}>;

export type Opened = Readonly<{
  /** In the order in which they were named. */
  loaded: readonly Loaded[];
  /** Sources that could not be opened. */
  failures: readonly Problem[];
  /** Faults of those that could. */
  warnings: readonly Problem[];
}>;

/** Opens sources for this run, several at a time; one that fails does not stop the others. */
export async function openSources(
  locations: readonly string[],
  {options, sources, report, ...means}: Pick<Services, 'options' | 'sources' | 'report' | 'askPassword'>,
  signal: AbortSignal,
  pages?: number,
): Promise<Opened> {
  const opener = await sources();
  const atATime = pLimit(options.refresh.concurrency);
  let done = 0;
  const openOne = async (location: string): Promise<Fetched | Problem> => {
    report.progress(`Reading ${++done} of ${locations.length}: ${location}`);
    try {
      const settings = await settingsFor(location, options);
      return await opener.open(
        {
          ...(await withSecret({location}, {options, ...means})),
          settings,
          validators: {},
          ...(pages !== undefined && {pages}),
        },
        signal,
      );
    } catch (error) {
      return toProblem(error, location);
    }
  };
  const results = await Promise.all(locations.map(location => atATime(() => openOne(location))));
  report.progress(undefined);
  const loaded = results.filter((result): result is Loaded => result.kind === 'loaded');
  return {
    loaded,
    failures: results.filter((result): result is Problem => 'message' in result),
    warnings: loaded.flatMap(({warnings}) => warnings),
  };
}
