import type {Context} from '../runtime/context.ts';
import {ARTICLE_COMMANDS} from './table-articles.ts';
import {DESKTOP_COMMANDS} from './table-desktop.ts';
import {OTHER_COMMANDS} from './table-other.ts';
import {RULE_COMMANDS} from './table-rules.ts';
import {ACCOUNT_COMMANDS, SOURCE_COMMANDS} from './table-sources.ts';

/** Every command, in the order of the help. */
export const COMMANDS = {
  ...ARTICLE_COMMANDS,
  ...DESKTOP_COMMANDS,
  ...RULE_COMMANDS,
  ...SOURCE_COMMANDS,
  ...ACCOUNT_COMMANDS,
  ...OTHER_COMMANDS,
} as const;

export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

type ValueOf<K> = K extends {type: 'boolean'}
  ? boolean
  : K extends {type: 'integer'}
    ? number
    : K extends {type: 'choice'; choices: readonly (infer Choice)[]}
      ? Choice
      : string;

/** The flags of a command as its code sees them; absent ones are undefined. */
export type FlagsOf<Name extends CommandName> = {
  readonly [F in (typeof COMMANDS)[Name]['flags'][number] as F['name']]: ValueOf<F['kind']> | undefined;
};

/** Everything a command is given. */
export type CommandContext<Name extends CommandName> = Context &
  Readonly<{words: readonly string[]; flags: FlagsOf<Name>}>;
