import {maskedIn} from '../../domain/publication/passwords.ts';
import {faultOfQuery} from '../../domain/query/query-fault.ts';
import {checkText, checkValue, isStructured, wanted} from '../../options/kinds.ts';
import {preferencesSchema} from '../../options/schema.ts';
import type {Setting} from '../../options/setting.ts';
import {SETTINGS, variableOf} from '../../options/table.ts';
import {faultOfPreference} from '../../options/preferences-file.ts';
import {valueAt, type Options} from '../../options/options.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {EXIT, Misuse} from '../../runtime/exit.ts';
import {nearest} from '../../domain/text/nearest.ts';

const ACTIONS = ['list', 'get', 'set', 'unset', 'path', 'schema'] as const;

/** `inkwell config`: what every setting is and where that comes from; changes go to the preferences' file. */
export async function run(context: CommandContext<'config'>): Promise<number> {
  const [action = 'list', key, value] = context.words;
  const {output, paths} = context;
  switch (action) {
    case 'list':
      return await list(context);
    case 'get':
      await output.text(`${asText(valueAt(context.options, settingOf(key).key))}\n`);
      return EXIT.done;
    case 'set':
      return await write(settingOf(key), value, context);
    case 'unset':
      return await write(settingOf(key), undefined, context, true);
    case 'path':
      await output.text(`${paths.preferences}\n`);
      return EXIT.done;
    case 'schema':
      await output.text(`${JSON.stringify(preferencesSchema(), undefined, 2)}\n`);
      return EXIT.done;
    default: {
      const near = nearest(action, ACTIONS);
      throw new Misuse(
        `There is no "inkwell config ${action}".`,
        near ? `Did you mean "inkwell config ${near}"?` : `There are: ${ACTIONS.join(', ')}.`,
      );
    }
  }
}

async function list({flags, options, output, paths}: CommandContext<'config'>): Promise<number> {
  const settings = KEPT.map(setting => ({
    ...setting,
    value: withoutHeaders(valueAt(options, setting.key)),
    origin: options.origins[setting.key as keyof Options['origins']],
  }));
  if (flags.json) {
    await output.json({
      version: 1,
      file: paths.preferences,
      settings: settings.map(({key, value, origin, about, default: usual, flag}) => ({
        key,
        value,
        default: usual,
        origin,
        variable: variableOf(key),
        flag: flag && `--${flag}`,
        about,
      })),
    });
    return EXIT.done;
  }
  const column = Math.max(...settings.map(({key}) => key.length)) + 2;
  for (const {key, value, origin} of settings)
    await output.text(
      `${key.padEnd(column)}${asText(maskedIn(value))}${origin === 'default' ? '' : `  (${origin})`}\n`,
    );
  return EXIT.done;
}

/** Headers are names to see and secrets to hide; "inkwell config get sources" prints them. */
function withoutHeaders(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return (value as unknown[]).map(entry => {
    if (typeof entry !== 'object' || entry === null || !('headers' in entry)) return entry;
    const names = Object.keys(entry.headers as object);
    return {...entry, headers: Object.fromEntries(names.map(name => [name, '***']))};
  });
}

async function write(
  {key, kind}: Setting,
  text: string | undefined,
  {options, output, paths}: CommandContext<'config'>,
  isUnset = false,
): Promise<number> {
  const value = isUnset ? undefined : checked(key, kind, text);
  const {writePreference} = await import('../../options/write-preferences.ts');
  const {keptAside} = writePreference(paths, key, value);
  if (keptAside !== undefined)
    output.problem({message: `The file that was no JSON is kept as ${keptAside}.`});
  const origin = options.origins[key as keyof Options['origins']];
  if (origin === 'environment') output.note(`${variableOf(key)} is set and stays stronger.`);
  return EXIT.done;
}

/** Lists and objects are given as JSON, everything else as it is. */
function checked(key: string, kind: Setting['kind'], text: string | undefined): unknown {
  if (text === undefined) throw new Misuse(`"inkwell config set ${key}" needs a value: ${wanted(kind)}.`);
  const result = isStructured(kind) ? checkValue(kind, fromJson(text)) : checkText(kind, text);
  if ('wanted' in result) throw new Misuse(`"${key}" wants ${result.wanted}, not ${text}.`);
  const fault = faultOfPreference(key, result.value, faultOfQuery);
  if (fault) throw new Misuse(`In "${key}" ${fault}.`);
  return result.value;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const KEPT: readonly Setting[] = (SETTINGS as readonly Setting[]).filter(setting => !setting.isForOneRun);

function settingOf(key: string | undefined): Setting {
  if (key === undefined) throw new Misuse('Say which setting.', '"inkwell config list" shows them all.');
  const setting = KEPT.find(candidate => candidate.key === key);
  if (setting) return setting;
  const near = nearest(
    key,
    KEPT.map(candidate => candidate.key),
  );
  throw new Misuse(
    `There is no setting "${key}".`,
    near ? `Did you mean "${near}"?` : '"inkwell config list" shows them all.',
  );
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}
