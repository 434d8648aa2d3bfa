import {existsSync} from 'node:fs';
import {Misuse} from '../runtime/exit.ts';
import {flagsFor} from './flags.ts';
import {nearest} from '../domain/text/nearest.ts';
import {COMMAND_NAMES, isCommand, type CommandName} from './table.ts';

export type Found = Readonly<{
  /** Absent: the reader. */
  name: CommandName | undefined;
  /** The words without the command's name. */
  rest: readonly string[];
  wantsHelp: boolean;
  wantsVersion: boolean;
}>;

/**
 * Finds which command a line means, before anything is parsed or loaded. `inkwell help list` is `inkwell list
 * --help`.
 */
export function findCommand(argv: readonly string[]): Found {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const options = argv.slice(0, end);
  const wantsHelp = options.includes('--help') || options.includes('-h');
  const wantsVersion = options.includes('--version') || options.includes('-v');
  const at = firstWord(options);
  const word = argv[at];
  if (word === undefined || at >= end) return {name: undefined, rest: argv, wantsHelp, wantsVersion};
  if (word === 'help') {
    const topic = options[firstWord(options, at + 1)];
    return {
      name: topic !== undefined && isCommand(topic) ? topic : undefined,
      rest: [],
      wantsHelp: true,
      wantsVersion: false,
    };
  }
  const name = isCommand(word) ? word : undefined;
  if (!name && !wantsHelp && !wantsVersion) refuseMistyped(word);
  return {name, rest: name ? argv.toSpliced(at, 1) : argv, wantsHelp, wantsVersion};
}

/** The index of the first word that is neither a flag nor a flag's value. */
function firstWord(options: readonly string[], from = 0): number {
  const known = flagsFor(undefined);
  let index = from;
  while (index < options.length) {
    const word = options[index] ?? '';
    if (!word.startsWith('-') || word === '-') return index;
    const kind = known.get(word.slice(2))?.kind;
    index += kind && kind.type !== 'boolean' ? 2 : 1;
  }
  return options.length;
}

/** A bare word may be a folder or a host; one that is neither was meant as a command. */
function refuseMistyped(word: string): void {
  if (/[./\\:~-]/.test(word) || existsSync(word)) return;
  const near = nearest(word, COMMAND_NAMES);
  throw new Misuse(
    `There is no command "${word}", and no folder of that name here.`,
    near ? `Did you mean "inkwell ${near}"?` : undefined,
  );
}
