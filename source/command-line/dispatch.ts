import type {CommandContext} from './table.ts';
import type {Context} from '../runtime/context.ts';
import {Misuse} from '../runtime/exit.ts';
import type {Command} from './command.ts';
import {COMMANDS, type CommandName} from './table.ts';

type Run<Name extends CommandName> = (context: CommandContext<Name>) => Promise<number>;

/** Where each command is; nothing of it is loaded before it is asked for. */
const MODULES: {readonly [Name in CommandName]: () => Promise<{run: Run<Name>}>} = {
  list: () => import('../commands/list.ts'),
  read: () => import('../commands/read.ts'),
  search: () => import('../commands/search.ts'),
  related: () => import('../commands/related.ts'),
  next: () => import('../commands/next.ts'),
  mark: () => import('../commands/mark.ts'),
  save: () => import('../commands/save.ts'),
  tag: () => import('../commands/tag.ts'),
  open: () => import('../commands/open.ts'),
  copy: () => import('../commands/copy.ts'),
  searches: () => import('../commands/searches.ts'),
  add: () => import('../commands/add.ts'),
  remove: () => import('../commands/remove.ts'),
  arrange: () => import('../commands/arrange.ts'),
  sources: () => import('../commands/sources.ts'),
  refresh: () => import('../commands/refresh.ts'),
  account: () => import('../commands/account.ts'),
  sync: () => import('../commands/sync.ts'),
  subscribe: () => import('../commands/subscribe.ts'),
  unsubscribe: () => import('../commands/unsubscribe.ts'),
  subscriptions: () => import('../commands/subscriptions.ts'),
  import: () => import('../commands/import.ts'),
  export: () => import('../commands/export.ts'),
  config: () => import('../commands/config.ts'),
  doctor: () => import('../commands/doctor.ts'),
  completion: () => import('../commands/completion.ts'),
  schema: () => import('../commands/schema.ts'),
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
