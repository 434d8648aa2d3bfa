import type {Launch} from '../launch.ts';
import type {Preferences} from '../options/preferences-file.ts';
import type {Places} from '../options/places.ts';
import type {Options} from '../options/options.ts';
import type {Observer} from './observe.ts';
import type {Output} from '../output/output.ts';
import type {Ports} from './container.ts';
import type {CommandName, FlagsOf} from '../command-line/table.ts';

/** All that a command is given. */
export type Context<Name extends CommandName> = Surroundings &
  Readonly<{
    words: readonly string[];
    flags: FlagsOf<Name>;
  }>;

/** What is the same for every command. */
export type Surroundings = Readonly<{
  options: Options;
  preferences: Preferences;
  places: Places;
  ports: Ports;
  output: Output;
  observer: Observer;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Where the reader was opened without a word: what shows the next one's first frame at once. */
  launch?: Launch;
}>;
