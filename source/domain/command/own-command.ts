import {COMMAND_NAME} from '../rule/rule-acts.ts';

/**
 * A command that the reader has named in the preferences. It gets an article on its standard input and in its
 * environment. Nothing from outside can add one.
 */
export type OwnCommand = Readonly<{
  name: string;
  /** A line for the shell. */
  run: string;
  key?: string;
  input?: CommandInput;
  on?: CommandSubject;
  /** It has the terminal while it runs, and no limit of time. */
  terminal?: boolean;
}>;

export const INPUTS = ['json', 'markdown', 'url'] as const;
/** The form of what stands on its standard input; JSON if it says nothing. */
export type CommandInput = (typeof INPUTS)[number];

export const SUBJECTS = ['article', 'selection', 'new'] as const;
/** Runs once for each article (the usual), once for a selection, or once for what a refresh has brought. */
export type CommandSubject = (typeof SUBJECTS)[number];

/** Keys that the reader has given to commands of her own, and to several acts in a row. */
export type OwnKeys = Readonly<{
  commands: readonly OwnCommand[];
  /** Acts by key, and commands as `run NAME`. */
  macros: Readonly<Record<string, readonly string[]>>;
}>;

/** The fault of one of the preferences' `commands`, as the end of a sentence; undefined if there is none. */
export function faultOfCommand(given: unknown): string | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return 'a command is not an object';
  const {name, run} = given as Record<string, unknown>;
  if (typeof name !== 'string' || !COMMAND_NAME.test(name)) return 'a command has no "name" of one word';
  if (!isLine(run)) return `the command ${name} has no "run"`;
  for (const [field, value] of Object.entries(given)) {
    const isRight = FIELDS[field];
    if (!isRight) return `the command ${name} has "${field}", which is not a part of a command`;
    if (!isRight(value)) return `the command ${name} has a "${field}" of the wrong kind`;
  }
  return undefined;
}

const isLine = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value);

const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  name: isLine,
  run: isLine,
  key: isLine,
  input: value => INPUTS.some(one => one === value),
  on: value => SUBJECTS.some(one => one === value),
  terminal: value => typeof value === 'boolean',
};

/** One run of a command of the reader's own. */
export type CommandRun = Readonly<{
  name: string;
  /** The reader's own line, for the shell; articles are in the input and the environment alone. */
  line: string;
  input: string;
  environment: Readonly<Record<string, string>>;
  /** It has the terminal, and then takes the time that it takes. */
  terminal: boolean;
  /** Seconds after which it is ended. */
  seconds: number;
}>;
