import meow from 'meow';
import {checkText} from '../options/kinds.ts';
import {Misuse} from '../runtime/exit.ts';
import {flagsFor, type KnownFlag} from './flags.ts';
import {joinValues} from './join-values.ts';
import type {Command} from './command.ts';

export type Parsed = Readonly<{
  words: readonly string[];
  /** The command's own flags, checked. */
  flags: Readonly<Record<string, unknown>>;
  /** Settings given as flags, checked, by key. */
  settings: ReadonlyMap<string, unknown>;
}>;

/**
 * meow takes the words apart; every value goes through it as text, since it turns a number that is none into NaN
 * without a word, and is checked here.
 */
export function parse(argv: readonly string[], command: Command | undefined): Parsed {
  const known = flagsFor(command);
  const {input, flags: found} = takeApart(joinValues(argv, known), known);
  const flags: Record<string, unknown> = {};
  const settings = new Map<string, unknown>();
  for (const flag of known.values()) {
    const given = found[camelCase(flag.name)];
    if (given === undefined) continue;
    const value = typeof given === 'string' ? check(flag, given) : given;
    if (flag.setting === undefined) flags[flag.name] = value;
    else settings.set(flag.setting, value);
  }
  return {words: input, flags, settings};
}

function takeApart(argv: readonly string[], known: ReadonlyMap<string, KnownFlag>) {
  const flags = Object.fromEntries(
    [...known.values()].map(({name, short, kind}) => [
      camelCase(name),
      {
        type: kind.type === 'boolean' ? ('boolean' as const) : ('string' as const),
        ...(short && {shortFlag: short as 'h'}),
      },
    ]),
  );
  try {
    return meow({
      importMeta: import.meta,
      pkg: {name: 'inkwell', version: '0'},
      argv: [...argv],
      flags,
      description: false,
      booleanDefault: undefined,
      autoHelp: false,
      autoVersion: false,
    });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

function check({name, kind, mayBeEmpty}: KnownFlag, text: string): unknown {
  if (mayBeEmpty && text === '') return text;
  const checked = checkText(kind, text);
  if ('wanted' in checked) throw new Misuse(`--${name} wants ${checked.wanted}, not "${text}".`);
  return checked.value;
}

const camelCase = (name: string): string =>
  name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
