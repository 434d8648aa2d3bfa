import type {CommandContext} from './table.ts';
import type {Context} from '../runtime/context.ts';
import {Misuse} from '../runtime/exit.ts';
import type {Command} from './command.ts';
import {COMMANDS, type CommandName} from './table.ts';

type Run<Name extends CommandName> = (context: CommandContext<Name>) => Promise<number>;

/** The module of each command; none is loaded before it is asked for. */
const MODULES: {readonly [Name in CommandName]: () => Promise<{run: Run<Name>}>} = {
  list: () => import('../commands/articles/list.ts'),
  read: () => import('../commands/articles/read.ts'),
  search: () => import('../commands/articles/search.ts'),
  related: () => import('../commands/articles/related.ts'),
  next: () => import('../commands/articles/next.ts'),
  mark: () => import('../commands/articles/mark.ts'),
  history: () => import('../commands/articles/history.ts'),
  save: () => import('../commands/articles/save.ts'),
  tag: () => import('../commands/articles/tag.ts'),
  rules: () => import('../commands/articles/rules.ts'),
  run: () => import('../commands/articles/run.ts'),
  open: () => import('../commands/articles/open.ts'),
  copy: () => import('../commands/articles/copy.ts'),
  searches: () => import('../commands/articles/searches.ts'),
  add: () => import('../commands/sources/add.ts'),
  remove: () => import('../commands/sources/remove.ts'),
  arrange: () => import('../commands/sources/arrange.ts'),
  sources: () => import('../commands/sources/sources.ts'),
  refresh: () => import('../commands/sources/refresh.ts'),
  account: () => import('../commands/sources/account.ts'),
  sync: () => import('../commands/sources/sync.ts'),
  subscribe: () => import('../commands/newsletters/subscribe.ts'),
  unsubscribe: () => import('../commands/newsletters/unsubscribe.ts'),
  subscriptions: () => import('../commands/newsletters/subscriptions.ts'),
  import: () => import('../commands/sources/import.ts'),
  export: () => import('../commands/sources/export.ts'),
  config: () => import('../commands/program/config.ts'),
  doctor: () => import('../commands/program/doctor.ts'),
  completion: () => import('../commands/program/completion.ts'),
  schema: () => import('../commands/program/schema.ts'),
};

/** Runs a command, or without one the reader: in a pipe, or with --plain, that is the list. */
export async function dispatch(
  name: CommandName | undefined,
  words: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<number> {
  const {options, output} = context;
  const isReader = name === undefined && output.isTerminal && process.stdin.isTTY && !options.plain;
  if (isReader && (options.screenReader || process.env['TERM'] !== 'dumb')) {
    const {openReader} = await import('../reader/main.tsx');
    const named = words.includes('-') ? await (await import('./words.ts')).expandWords(words) : words;
    return await openReader(context, named);
  }
  if (isReader)
    output.note(
      'This terminal can\'t draw the reader (TERM=dumb): here is the list. "inkwell --screen-reader" opens the reader as plain lines.',
    );
  const chosen = name ?? 'list';
  if (options.origins.screenReader === 'flag' && options.screenReader) refuseUnsaid(chosen, flags);
  checkCount(COMMANDS[chosen], chosen, words.length);
  const {run} = await MODULES[chosen]();
  // A copy would ask for the signal, and what asks for it has Ctrl-C wait until synchronous work is done.
  const given: unknown = Object.assign(Object.create(context) as Context, {words, flags});
  // The table gave the flags their types when they were parsed; here that knowledge meets the command again.
  return await (run as unknown as Run<CommandName>)(given as CommandContext<CommandName>);
}

/** The output of each command: words for people, which can be said, or always data for programs. */
const PRINTS: {readonly [Name in CommandName]: 'words' | 'data'} = {
  list: 'words',
  read: 'words',
  search: 'words',
  related: 'words',
  next: 'words',
  mark: 'words',
  history: 'words',
  save: 'words',
  tag: 'words',
  open: 'words',
  copy: 'words',
  searches: 'words',
  add: 'words',
  remove: 'words',
  arrange: 'words',
  sources: 'words',
  rules: 'words',
  run: 'words',
  refresh: 'words',
  account: 'words',
  sync: 'words',
  subscribe: 'words',
  unsubscribe: 'words',
  subscriptions: 'words',
  import: 'words',
  export: 'data',
  config: 'words',
  doctor: 'words',
  completion: 'data',
  schema: 'data',
};

const DATA_FORMATS: ReadonlySet<unknown> = new Set(['json', 'html', 'markdown', 'code', 'id', 'url']);

/** Data stays as it is; a flag that asks to have it read out is refused rather than ignored. */
function refuseUnsaid(name: CommandName, flags: Readonly<Record<string, unknown>>): void {
  const {format} = flags;
  const isList = name === 'list' || name === 'search' || name === 'related';
  const what =
    PRINTS[name] === 'data'
      ? `What "inkwell ${name}" prints`
      : flags['json'] === true
        ? 'JSON'
        : DATA_FORMATS.has(format) && !isList
          ? `The format ${String(format)}`
          : isList && format !== undefined
            ? 'Text by a template'
            : undefined;
  if (what !== undefined)
    throw new Misuse(
      `${what} is for programs and can't be read out.`,
      'Leave out --screen-reader, or the format.',
    );
}

function checkCount({words, least, most}: Command, name: string, count: number): void {
  if (count < least)
    throw new Misuse(
      `Say more, as in "inkwell ${name} ${words}".`,
      `"inkwell ${name} --help" shows examples.`,
    );
  if (count > most)
    throw new Misuse(
      `That is too much; "${`inkwell ${name} ${words}`.trim()}" is all.`,
      `"inkwell ${name} --help" shows examples.`,
    );
}
