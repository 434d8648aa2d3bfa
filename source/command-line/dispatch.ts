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
  save: () => import('../commands/articles/save.ts'),
  tag: () => import('../commands/articles/tag.ts'),
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
  if (
    name === undefined &&
    output.isTerminal &&
    process.stdin.isTTY &&
    !options.plain &&
    process.env['TERM'] !== 'dumb'
  ) {
    const {openReader} = await import('../reader/main.tsx');
    const named = words.includes('-') ? await (await import('./words.ts')).expandWords(words) : words;
    return await openReader(context, named);
  }
  const chosen = name ?? 'list';
  checkCount(COMMANDS[chosen], chosen, words.length);
  const {run} = await MODULES[chosen]();
  // The table gave the flags their types when they were parsed; here that knowledge meets the command again.
  return await (run as unknown as Run<CommandName>)({
    ...context,
    words,
    flags,
  } as unknown as CommandContext<CommandName>);
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
