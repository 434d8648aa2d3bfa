import meow from 'meow';
import {checkText} from '../options/kinds.ts';
import {Misuse} from '../runtime/exit.ts';
import {flagsFor, type KnownFlag} from './flags.ts';
import {nearest} from '../domain/text/nearest.ts';
import type {Command} from './command.ts';

export type Parsed = Readonly<{
  words: readonly string[];
  /** The command's own flags, checked. */
  flags: Readonly<Record<string, unknown>>;
  /** Settings given as flags, checked, by key. */
  settings: ReadonlyMap<string, unknown>;
}>;

/**
 * meow takes the words apart; every value goes through it as text, since it turns a number that is none into
 * NaN without a word, and is checked here.
 */
export function parse(argv: readonly string[], command: Command | undefined): Parsed {
  const known = flagsFor(command);
  const signed: string[] = [];
  const unsigned = command?.hasSignedWords
    ? argv.map((word, index) =>
        isSigned(word, argv[index - 1], known) ? `${STAND_IN}${signed.push(word) - 1}` : word,
      )
    : argv;
  const {input, flags: found} = takeApart(joinValues(unsigned, known), known);
  const flags: Record<string, unknown> = {};
  const settings = new Map<string, unknown>();
  for (const flag of known.values()) {
    const given = found[camelCase(flag.name)];
    if (given === undefined) continue;
    const value = typeof given === 'string' ? check(flag, given) : given;
    if (flag.setting === undefined) flags[flag.name] = value;
    else settings.set(flag.setting, value);
  }
  const words = input.map(word =>
    word.startsWith(STAND_IN) ? (signed[Number(word.slice(STAND_IN.length))] ?? word) : word,
  );
  return {words, flags, settings};
}

/** Stands for a word with a minus, in its place. No argument holds the character NUL. */
const STAND_IN = '\0';

/** A word with a minus that is neither a flag nor the value of the flag before it. */
function isSigned(word: string, before: string | undefined, known: ReadonlyMap<string, KnownFlag>): boolean {
  const flag = before?.startsWith('--') ? known.get(nameIn(before)) : undefined;
  const isValue = flag !== undefined && flag.kind.type !== 'boolean' && !before?.includes('=');
  return /^-[^-]/.test(word) && !isValue && !shortOf(nameIn(word), known);
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

/**
 * Joins each flag with its value (`--query -is:read` becomes `--query=-is:read`), so that a value may begin
 * with a dash, and refuses flags that are unknown or lack their value. What follows `--` is left alone.
 */
function joinValues(argv: readonly string[], known: ReadonlyMap<string, KnownFlag>): readonly string[] {
  const joined: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if (word === '--') return [...joined, ...argv.slice(index)];
    if (!word.startsWith('-') || word === '-') {
      joined.push(word);
      continue;
    }
    if (word === '--no-color' || word === '--no-colour') {
      joined.push('--color=never');
      continue;
    }
    const flag = find(word, known);
    if (flag.kind.type === 'boolean') {
      joined.push(plainSwitch(word));
      continue;
    }
    if (word.includes('=')) {
      joined.push(word);
      continue;
    }
    const value = argv[++index];
    if (value === undefined || value === '--' || isKnown(value, known))
      throw new Misuse(`${word} needs a value.`);
    joined.push(`--${flag.name}=${value}`);
  }
  return joined;
}

/** `--json=no` is `--no-json`: meow takes every value of a switch for yes. */
function plainSwitch(word: string): string {
  const at = word.indexOf('=');
  if (at === -1) return word;
  const [name, text] = [word.slice(0, at), word.slice(at + 1)];
  const checked = checkText({type: 'boolean'}, text);
  if ('wanted' in checked || text === '') throw new Misuse(`${name} wants true or false, not "${text}".`);
  if (checked.value === true) return name;
  return name.startsWith('--no-') ? name.replace('--no-', '--') : name.replace('--', '--no-');
}

function find(word: string, known: ReadonlyMap<string, KnownFlag>): KnownFlag {
  const name = nameIn(word);
  const flag = word.startsWith('--') ? (known.get(name) ?? negated(name, known)) : shortOf(name, known);
  if (flag) return flag;
  const near = word.startsWith('--') ? nearest(name, known.keys()) : undefined;
  throw new Misuse(`There is no option ${word.split('=', 1)[0]}.`, near && `Did you mean --${near}?`);
}

/** `--json=true` → json; `-v` → v. */
const nameIn = (word: string): string => word.replace(/^--?/, '').split('=', 1)[0] ?? '';

function negated(name: string, known: ReadonlyMap<string, KnownFlag>): KnownFlag | undefined {
  const flag = name.startsWith('no-') ? known.get(name.slice(3)) : undefined;
  return flag?.kind.type === 'boolean' ? flag : undefined;
}

function shortOf(letter: string, known: ReadonlyMap<string, KnownFlag>): KnownFlag | undefined {
  return [...known.values()].find(({short}) => short !== undefined && short === letter);
}

const isKnown = (word: string, known: ReadonlyMap<string, KnownFlag>): boolean =>
  word.startsWith('--') && known.has(nameIn(word));
