import type {Launch} from '../launch.ts';
import type {Preferences} from '../options/preferences-file.ts';
import type {Paths} from '../options/paths.ts';
import type {Options} from '../options/options.ts';
import type {Observer} from './observe.ts';
import type {Output} from '../output/output.ts';
import type {Ports} from './container.ts';

/** Everything a command or the reader runs with. */
export type Context = Readonly<{
  options: Options;
  preferences: Preferences;
  paths: Paths;
  ports: Ports;
  output: Output;
  observer: Observer;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Shows the next start's first frame at once; present where the reader was opened without words. */
  launch?: Launch;
}>;
