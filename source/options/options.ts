import type {AccountSettings} from '../domain/sync/account.ts';
import type {Edition} from './edition.ts';
import type {SourceEntry} from './source-entries.ts';
import {checkText, isStructured} from './kinds.ts';
import type {Entries, ListName} from './list-entries.ts';
import type {Setting} from './setting.ts';
import {SETTINGS, variableOf, type SettingKey} from './table.ts';

type Row = (typeof SETTINGS)[number];

/** The type of a row's checked value. */
type ValueOf<R extends Pick<Row, 'kind' | 'default'>> =
  | (R['kind'] extends {type: 'boolean'}
      ? boolean
      : R['kind'] extends {type: 'integer'}
        ? number
        : R['kind'] extends {type: 'choice'; choices: readonly (infer Choice)[]}
          ? Choice
          : R['kind'] extends {type: 'names'}
            ? readonly string[]
            : R['kind'] extends {type: 'sources'}
              ? readonly SourceEntry[]
              : R['kind'] extends {type: 'accounts'}
                ? readonly AccountSettings[]
                : R['kind'] extends {type: 'bindings'}
                  ? Readonly<Record<string, readonly string[]>>
                  : R['kind'] extends {type: 'list'; of: infer Of extends ListName}
                    ? readonly Entries[Of][]
                    : string)
  | (R['default'] extends undefined ? undefined : never);

type Nested<Key extends string, Value> = Key extends `${infer Head}.${infer Rest}`
  ? {readonly [K in Head]: Nested<Rest, Value>}
  : {readonly [K in Key]: Value};

type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer Whole) => void
  ? Whole
  : never;

type Nests<R> = R extends Row ? Nested<R['key'], ValueOf<R>> : never;

/** All settings of one run: flags over environment over preferences over defaults. */
export type Options = All<Nests<Row>> & {
  /** INKWELL_SOURCE, or the source of a publisher's edition: read instead of what is configured. */
  readonly givenSources: readonly string[];
  readonly edition: Edition | undefined;
  /** The origin of each value, for `inkwell config list` and for messages. */
  readonly origins: Readonly<Record<SettingKey, SettingOrigin>>;
};

export type SettingOrigin = 'flag' | 'environment' | 'preferences' | 'default';

/** Values that are already checked, by key; what is absent comes from the next origin. */
export type Values = ReadonlyMap<string, unknown>;

/** A setting or flag that holds what it can't: the person's mistake, exit 2. */
export class OptionError extends Error {
  override name = 'OptionError';
}

/** One readonly Options. `preferences` are those values of the file that hold (options-file.ts). */
export function resolveOptions(
  flags: Values,
  environment: NodeJS.ProcessEnv,
  preferences: Values,
  edition?: Edition,
): Options {
  const variables = readEnvironment(environment);
  const options: Record<string, unknown> = {};
  const origins: Partial<Record<SettingKey, SettingOrigin>> = {};
  for (const setting of SETTINGS as readonly Setting[]) {
    const [origin, value] = pick(setting, {flags, variables, preferences});
    origins[setting.key as SettingKey] = origin;
    place(options, setting.key.split('.'), value);
  }
  return Object.freeze({
    ...options,
    origins,
    edition,
    givenSources: givenSources(environment, edition),
  }) as Options;
}

/** One setting by its key. */
export function valueAt(options: Options, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((level, name) => (level as Record<string, unknown> | undefined)?.[name], options);
}

function pick(
  setting: Setting,
  {flags, variables, preferences}: Record<'flags' | 'variables' | 'preferences', Values>,
): [SettingOrigin, unknown] {
  if (flags.has(setting.key)) return ['flag', flags.get(setting.key)];
  if (variables.has(setting.key)) return ['environment', variables.get(setting.key)];
  if (preferences.has(setting.key) && !setting.isForOneRun)
    return ['preferences', preferences.get(setting.key)];
  return ['default', setting.default];
}

function readEnvironment(environment: NodeJS.ProcessEnv): Values {
  const values = new Map<string, unknown>();
  for (const {key, kind} of SETTINGS as readonly Setting[]) {
    const text = environment[variableOf(key)];
    if (text === undefined || text === '' || isStructured(kind)) continue;
    const checked = checkText(kind, text);
    if ('wanted' in checked)
      throw new OptionError(`${variableOf(key)} is "${text}"; it wants ${checked.wanted}.`);
    values.set(key, checked.value);
  }
  // Conventions of other programs, weaker than our own names.
  if (!values.has('color') && environment['NO_COLOR']) values.set('color', 'never');
  else if (!values.has('color') && environment['FORCE_COLOR'] && environment['FORCE_COLOR'] !== '0')
    values.set('color', 'always');
  const {INK_SCREEN_READER, ACCESSIBLE = ''} = environment;
  if (!values.has('screenReader') && (INK_SCREEN_READER === 'true' || isYes(ACCESSIBLE)))
    values.set('screenReader', true);
  return values;
}

/** ACCESSIBLE is set to anything; a word that says no means no. */
const isYes = (text: string): boolean => text !== '' && !/^(?:0|false|no|off)$/i.test(text.trim());

/** One source, or several on lines of their own. */
function givenSources(
  {INKWELL_SOURCE = ''}: NodeJS.ProcessEnv,
  edition: Edition | undefined,
): readonly string[] {
  const lines = INKWELL_SOURCE.split('\n').map(line => line.trim());
  const named = lines.filter(line => line !== '');
  return named.length === 0 && edition ? [edition.source] : named;
}

function place(
  level: Record<string, unknown>,
  [head = '', ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) level[head] = value;
  else place((level[head] ??= {}) as Record<string, unknown>, rest, value);
}
