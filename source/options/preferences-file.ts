import {constants, readFileSync, statSync} from 'node:fs';
import {reasonOf} from '../domain/system-error.ts';
import {faultOfAccount} from './account-entries.ts';
import {faultOf} from './source-entries.ts';
import {checkValue} from './kinds.ts';
import {LISTS, type QueryFault} from './list-entries.ts';
import type {Setting} from './setting.ts';
import {SETTINGS} from './table.ts';
import type {Values} from './options.ts';

/** The preferences file: its valid values and its faults. Reading never changes it. */
export type Preferences = Readonly<{
  file: string;
  values: Values;
  /** Sentences for the person who wrote the file; its other settings hold. */
  faults: readonly string[];
  /** The file is there and is no JSON object. */
  isBroken: boolean;
}>;

/** Thousands of sources and rules take less; a file without measure would fill the memory at every start. */
const MOST_BYTES = 20_000_000;

/** Without waiting: a pipe of that name holds nobody up. */
const reading = (): number => constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const ANY_QUERY: QueryFault = () => undefined;

/** Reads without loading conf, which alone would take longer than the whole start. */
export function readPreferences(file: string, faultOfQuery: QueryFault = ANY_QUERY): Preferences {
  const nothing = {file, values: new Map<string, unknown>(), faults: [], isBroken: false};
  let text: string;
  try {
    if ((statSync(file, {throwIfNoEntry: false})?.size ?? 0) > MOST_BYTES)
      return {
        ...nothing,
        isBroken: true,
        faults: [
          `The preferences in ${file} are larger than ${MOST_BYTES / 1_000_000} MB. The defaults hold; nothing in it was changed.`,
        ],
      };
    text = readFileSync(file, {encoding: 'utf8', flag: reading()}).replace(/^\ufeff/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing;
    return {
      ...nothing,
      faults: [`The preferences in ${file} can't be read: ${reasonOf(error)}. The defaults hold.`],
    };
  }
  if (text.trim() === '') return nothing;
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== 'object' || content === null || Array.isArray(content))
      throw new SyntaxError('it holds no object');
    return {file, isBroken: false, ...checkAll(content as Tree, text, file, faultOfQuery)};
  } catch (error) {
    const reason = describeSyntaxError(error as Error, text);
    return {
      ...nothing,
      isBroken: true,
      faults: [
        `The preferences in ${file} are no JSON: ${reason}. The defaults hold until it is mended; nothing in it was changed.`,
      ],
    };
  }
}

type Tree = {readonly [name: string]: unknown};

function checkAll(
  content: Tree,
  text: string,
  file: string,
  faultOfQuery: QueryFault,
): Pick<Preferences, 'values' | 'faults'> {
  const values = new Map<string, unknown>();
  const faults: string[] = [];
  for (const [key, value] of leaves(content, '')) {
    const setting = KEPT.get(key);
    const wrong = setting ? faultsIn(setting, value, faultOfQuery) : [`"${key}" is not a setting`];
    const place = `${file}:${lineOf(text, key)}`;
    faults.push(...wrong.map(fault => `${place}: ${fault}. Run "inkwell config list" to see what there is.`));
    if (wrong.length === 0)
      values.set(key, setting?.kind.type === 'bindings' ? listKeys(value as Tree) : value);
    // One source that is wrong must not cost the others.
    else if (setting?.kind.type === 'sources' && Array.isArray(value)) values.set(key, value.filter(isRight));
    else if (setting?.kind.type === 'accounts' && Array.isArray(value))
      values.set(
        key,
        value.filter(entry => faultOfAccount(entry) === undefined),
      );
    else if (setting?.kind.type === 'list' && Array.isArray(value)) {
      const {fault} = LISTS[setting.kind.of];
      values.set(
        key,
        value.filter(entry => fault(entry, faultOfQuery) === undefined),
      );
    }
  }
  return {values, faults};
}

const KEPT = new Map(
  (SETTINGS as readonly Setting[])
    .filter(setting => !setting.isForOneRun)
    .map(setting => [setting.key, setting]),
);
const GROUPS = new Set(
  [...KEPT.keys()].filter(key => key.includes('.')).map(key => key.slice(0, key.indexOf('.'))),
);

/** Settings by their full keys; conf's own bookkeeping and an editor's `$schema` are passed over. */
function* leaves(tree: Tree, prefix: string): Iterable<[string, unknown]> {
  for (const [name, value] of Object.entries(tree)) {
    if (prefix === '' && (name === '$schema' || name === '__internal__')) continue;
    const isGroup =
      prefix === '' &&
      GROUPS.has(name) &&
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value);
    if (isGroup) yield* leaves(value as Tree, `${name}.`);
    else yield [prefix + name, value];
  }
}

function faultsIn({key, kind}: Setting, value: unknown, faultOfQuery: QueryFault): readonly string[] {
  const checked = checkValue(kind, value);
  if ('wanted' in checked) return [`"${key}" wants ${checked.wanted}`];
  if (kind.type === 'sources') return (value as unknown[]).flatMap(entry => faultOf(entry) ?? []);
  if (kind.type === 'accounts') return (value as unknown[]).flatMap(entry => faultOfAccount(entry) ?? []);
  if (kind.type === 'list')
    return (value as unknown[]).flatMap(entry => LISTS[kind.of].fault(entry, faultOfQuery) ?? []);
  if (kind.type !== 'bindings') return [];
  const wrong = Object.entries(value as Tree).filter(
    ([, keys]) => ![keys].flat().every(name => typeof name === 'string'),
  );
  return wrong.map(([act]) => `"${key}" gives ${act} something that is no key`);
}

/** The fault of a value for a key, as the end of a sentence; undefined when it is valid. */
export function faultOfPreference(
  key: string,
  value: unknown,
  faultOfQuery: QueryFault = ANY_QUERY,
): string | undefined {
  const setting = KEPT.get(key);
  return setting ? faultsIn(setting, value, faultOfQuery)[0] : `"${key}" is not a setting`;
}

const isRight = (entry: unknown): boolean => faultOf(entry) === undefined;

function listKeys(bindings: Tree): Tree {
  return Object.fromEntries(Object.entries(bindings).map(([act, keys]) => [act, [keys].flat()]));
}

/** The line on which the last name of a key stands, after the names above it. */
function lineOf(text: string, key: string): number {
  let at = 0;
  for (const name of key.split('.')) at = Math.max(at, text.indexOf(JSON.stringify(name), at));
  return text.slice(0, at).split('\n').length;
}

/**
 * V8's words about it, and the line where the text stops being the beginning of any JSON: V8 names it only
 * sometimes.
 */
function describeSyntaxError({message}: Error, text: string): string {
  const reason = message
    .replace(/ in JSON at position .*$/s, '')
    .replace(/^Unexpected token ('.'),.*$/s, 'unexpected $1')
    .replace(/^Unexpected end of JSON input$/, 'it ends too early');
  const lines = text.split('\n');
  const wrong = lines.findIndex((_, index) => !isBeginning(lines.slice(0, index + 1).join('\n')));
  return `line ${wrong === -1 ? lines.length : wrong + 1}: ${reason}`;
}

/** True if only more text is missing: then the fault that V8 finds is at the very end. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const {message} = error as Error;
    // A string ends on its line.
    if (message.startsWith('Unterminated')) return false;
    const position = /at position (\d+)/.exec(message)?.[1];
    return (
      message.startsWith('Unexpected end') ||
      (position !== undefined && Number(position) >= text.trimEnd().length)
    );
  }
}
