import type {Context, Surroundings} from './context.ts';
import {Misuse} from './exit.ts';
import type {Command} from './command.ts';
import {COMMANDS, type CommandName} from './table.ts';

type Run<Name extends CommandName> = (context: Context<Name>) => Promise<number>;

/** Where each command is; nothing of it is loaded before it is asked for. */
const MODULES: {readonly [Name in CommandName]: () => Promise<{run: Run<Name>}>} = {
  list: () => import('./list.ts'),
  read: () => import('./read.ts'),
  search: () => import('./search.ts'),
  related: () => import('./related.ts'),
  next: () => import('./next.ts'),
  mark: () => import('./mark.ts'),
  open: () => import('./open.ts'),
  copy: () => import('./copy.ts'),
  searches: () => import('./searches.ts'),
  add: () => import('./add.ts'),
  remove: () => import('./remove.ts'),
  arrange: () => import('./arrange.ts'),
  sources: () => import('./sources.ts'),
  refresh: () => import('./refresh.ts'),
  subscribe: () => import('./subscribe.ts'),
  subscriptions: () => import('./subscriptions.ts'),
  import: () => import('./import.ts'),
  export: () => import('./export.ts'),
  config: () => import('./config.ts'),
  doctor: () => import('./doctor.ts'),
  completion: () => import('./completion.ts'),
  schema: () => import('./schema.ts'),
};

/** Runs a command, or without one the reader: in a pipe, or with --plain, that is the list. */
export async function dispatch(
  name: CommandName | undefined,
  words: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  surroundings: Surroundings,
): Promise<number> {
  const {options, output} = surroundings;
  if (
    name === undefined &&
    output.isTerminal &&
    process.stdin.isTTY &&
    !options.plain &&
    process.env['TERM'] !== 'dumb'
  ) {
    const {openReader} = await import('../main.tsx');
    return await openReader(surroundings, words);
  }
  const chosen = name ?? 'list';
  checkCount(COMMANDS[chosen], chosen, words.length);
  const {run} = await MODULES[chosen]();
  // The table gave the flags their types when they were parsed; here that knowledge meets the command again.
  return await (run as unknown as Run<CommandName>)({
    ...surroundings,
    words,
    flags,
  } as unknown as Context<CommandName>);
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
