import type {Launch} from '../launch.ts';
import {editionValues, type Edition} from '../options/edition.ts';
import {resolveOptions, type Values} from '../options/options.ts';
import {findPaths} from '../options/paths.ts';
import {readPreferences} from '../options/preferences-file.ts';
import {createOutput, type Streams} from '../output/output.ts';
import {createPorts} from './container.ts';
import type {Context} from './context.ts';
import {faultOfQuery} from '../domain/query/query-fault.ts';
import {createObserver} from './observe.ts';

type Beginning = Readonly<{
  edition?: Edition | undefined;
  launch?: Launch | undefined;
  /** Its signal is not asked for before it is needed. */
  interruption: Pick<Context, 'signal'>;
  environment?: NodeJS.ProcessEnv;
  streams?: Streams;
}>;

/** Reads the settings of a run, reports faults in the preferences, and prepares the ports. */
export function createContext(
  settings: Values,
  {edition, launch, interruption, environment = process.env, streams}: Beginning,
): Context {
  const first = resolveOptions(settings, environment, new Map());
  const preferences = readPreferences(findPaths(environment, first).preferences, faultOfQuery);
  const values = edition ? new Map([...editionValues(edition), ...preferences.values]) : preferences.values;
  const options = resolveOptions(settings, environment, values, edition);
  const paths = findPaths(environment, options);
  const output = createOutput(options, streams);
  for (const message of preferences.faults) output.problem({message});
  const observer = createObserver(options);
  return {
    options,
    preferences,
    paths,
    output,
    observer,
    ...(launch && {launch}),
    ports: createPorts(options, paths, output, observer),
    get signal() {
      return interruption.signal;
    },
  };
}
