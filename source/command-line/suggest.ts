import {withoutPassword} from '../domain/publication/passwords.ts';
import type {Kind} from '../options/kinds.ts';
import type {Options} from '../options/options.ts';
import type {Setting} from '../options/setting.ts';
import {SETTINGS} from '../options/table.ts';
import {flagsFor, type KnownFlag} from './flags.ts';
import {followed} from '../services/find-source.ts';
import type {Ports} from '../runtime/container.ts';
import {QUERY_FIELDS} from '../domain/query/query-fields.ts';
import {RULE_ACTS} from '../domain/rule/rule-acts.ts';
import {SCHEMAS} from '../output/schemas.ts';
import type {Command} from './command.ts';
import {COMMAND_NAMES, COMMANDS, isCommand} from './table.ts';

/** A word that may come next on a command line, with its meaning. */
type Suggestion = Readonly<{word: string; about: string}>;

/** Words that a query may begin with. */
const QUERY_WORDS: readonly Suggestion[] = QUERY_FIELDS.flatMap(({name, about, values}) =>
  values ? values.map(value => ({word: `${name}:${value}`, about})) : [{word: `${name}:`, about}],
);

/** The part of the context that suggestions need. */
type Asked = Readonly<{
  ports: Pick<Ports, 'existingLibrary'>;
  options?: Pick<Options, 'accounts' | 'commands'>;
}>;

/** Completions of a command line, whose last word is being typed. None: a file may follow. */
export async function suggest(words: readonly string[], context: Asked): Promise<readonly Suggestion[]> {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const name = before.find(isCommand);
  const command: Command | undefined = name && COMMANDS[name];
  const known = flagsFor(command);
  const flag = flagThatWaits(before.at(-1), known);
  const all = flag
    ? await valuesOf(flag, context)
    : typed.startsWith('-')
      ? flagWords(known, typed)
      : await wordsFor(name, before, context);
  return all.filter(({word}) => word.startsWith(typed));
}

function flagThatWaits(
  last: string | undefined,
  known: ReadonlyMap<string, KnownFlag>,
): KnownFlag | undefined {
  const flag = last?.startsWith('--') ? known.get(last.slice(2)) : undefined;
  return flag?.kind.type === 'boolean' ? undefined : flag;
}

/** `--color` gives flags; `--color=` its values. */
function flagWords(known: ReadonlyMap<string, KnownFlag>, typed: string): readonly Suggestion[] {
  const flag = typed.includes('=') ? known.get(typed.slice(2, typed.indexOf('='))) : undefined;
  if (flag) return ofKind(flag.kind).map(({word, about}) => ({word: `--${flag.name}=${word}`, about}));
  return [...known.values()].map(({name, about}) => ({word: `--${name}`, about}));
}

async function valuesOf({name, kind}: KnownFlag, context: Asked): Promise<readonly Suggestion[]> {
  if (name === 'query') return QUERY_WORDS;
  if (name === 'to' || name === 'in') return await sources(context);
  return ofKind(kind);
}

function ofKind(kind: Kind): readonly Suggestion[] {
  if (kind.type === 'boolean') return plain(['true', 'false']);
  if (kind.type === 'name-or-file') return plain(kind.names);
  return kind.type === 'choice' ? plain(kind.choices) : [];
}

async function wordsFor(
  name: string | undefined,
  before: readonly string[],
  context: Asked,
): Promise<readonly Suggestion[]> {
  switch (name) {
    case undefined:
      return COMMAND_NAMES.map(word => ({word, about: COMMANDS[word].summary}));
    case 'remove':
    case 'arrange':
    case 'refresh':
    case 'next':
    case 'doctor':
    case 'list':
      return await sources(context);
    case 'search':
      return QUERY_WORDS;
    case 'config':
      return configWords(before.slice(before.indexOf('config') + 1).filter(word => !word.startsWith('-')));
    case 'tag':
      return await tags(context);
    case 'rules':
      return ruleWords(before.slice(before.indexOf('rules') + 1).filter(word => !word.startsWith('-')));
    case 'run':
      return before.at(-1) === 'run'
        ? (context.options?.commands ?? []).map(({name: word, run}) => ({word, about: run}))
        : [];
    case 'sync':
      return accounts(context);
    case 'account':
      return accountWords(
        before.slice(before.indexOf('account') + 1).filter(word => !word.startsWith('-')),
        context,
      );
    case 'completion':
      return plain(['bash', 'zsh', 'fish']);
    case 'schema':
      return plain(Object.keys(SCHEMAS));
    default:
      return [];
  }
}

function configWords([action, key]: readonly string[]): readonly Suggestion[] {
  if (action === undefined) return plain(['list', 'get', 'set', 'unset', 'path', 'schema']);
  const kept = (SETTINGS as readonly Setting[]).filter(setting => !setting.isForOneRun);
  if (key === undefined)
    return ['get', 'set', 'unset'].includes(action) ? kept.map(({key: word, about}) => ({word, about})) : [];
  const setting = kept.find(candidate => candidate.key === key);
  return action === 'set' && setting ? ofKind(setting.kind) : [];
}

function ruleWords([action, query]: readonly string[]): readonly Suggestion[] {
  if (action === undefined) return plain(['list', 'add', 'remove', 'move', 'test', 'run']);
  if (action !== 'add' && action !== 'test' && action !== 'run') return [];
  return query === undefined ? QUERY_WORDS : plain(RULE_ACTS);
}

function accountWords([action, ...others]: readonly string[], context: Asked): readonly Suggestion[] {
  if (action === undefined) return plain(['add', 'list', 'remove', 'test']);
  return others.length === 0 && (action === 'remove' || action === 'test') ? accounts(context) : [];
}

const accounts = ({options}: Asked): readonly Suggestion[] =>
  (options?.accounts ?? []).map(({name, base}) => ({word: name, about: base}));

async function sources({ports}: Asked): Promise<readonly Suggestion[]> {
  const library = await ports.existingLibrary();
  return library
    ? followed(library).map(({row, source}) => ({word: withoutPassword(source.location), about: row.title}))
    : [];
}

/** Own tags as words that add them; a remove is the same word with a minus. */
async function tags({ports}: Asked): Promise<readonly Suggestion[]> {
  const own = (await ports.existingLibrary())?.tags() ?? [];
  return own.map(({name, count}) => ({word: `+${name}`, about: `${count}`}));
}

const plain = (words: readonly string[]): readonly Suggestion[] => words.map(word => ({word, about: ''}));
