import type {Edition} from '../options/edition.ts';
import {OptionError} from '../options/options.ts';
import {createContext} from '../runtime/create-context.ts';
import type {Launch} from '../launch.ts';
import {dispatch} from './dispatch.ts';
import {EXIT, Misuse} from '../runtime/exit.ts';
import {findCommand} from './find-command.ts';
import {createInterruption} from '../runtime/interruption.ts';
import {createOutput, endWithTheOutput, type Output, type Streams} from '../output/output.ts';
import type {Parsed} from './parse.ts';
import type {CommandName} from './table.ts';
import {version} from '../runtime/version.ts';

/** Facts from the entry point beyond the command line. */
type Beginning = Readonly<{edition?: Edition; launch?: Launch | undefined}>;

/** The process around a run: its own, unless a caller has another. */
type Surroundings = Readonly<{
  environment?: NodeJS.ProcessEnv;
  streams?: Streams;
  interruption: Pick<ReturnType<typeof createInterruption>, 'signal' | 'hasHappened'>;
}>;

/**
 * Follows the command line of this process and returns the exit code. An edition stands in for the journal,
 * and is weaker than all that the reader says.
 */
export async function run(argv: readonly string[], beginning: Beginning = {}): Promise<number> {
  endWithTheOutput();
  return await runIn({...beginning, interruption: createInterruption()}, argv);
}

/** Follows a command line and returns the exit code. Each command is loaded only when it is asked for. */
export async function runIn(
  surroundings: Beginning & Surroundings,
  argv: readonly string[],
): Promise<number> {
  const output = createOutput({quiet: false, verbose: false}, surroundings.streams);
  let name: CommandName | undefined;
  try {
    const found = findCommand(argv);
    const {rest, wantsHelp, wantsVersion} = found;
    ({name} = found);
    if (wantsVersion) return await print(`${version}\n`, output);
    if (wantsHelp) return await print((await import('./help.ts')).help(name), output);
    return await follow(name, rest, surroundings);
  } catch (error) {
    return await explain(error, name, output);
  }
}

async function print(text: string, output: Output): Promise<number> {
  await output.text(text);
  return EXIT.done;
}

async function follow(
  name: CommandName | undefined,
  rest: readonly string[],
  surroundings: Beginning & Surroundings,
): Promise<number> {
  const {words, flags, settings} = await takeApart(name, rest);
  const {interruption} = surroundings;
  const context = createContext(settings, surroundings);
  try {
    const code = await dispatch(name, words, flags, context);
    return interruption.hasHappened ? EXIT.interrupted : code;
  } catch (error) {
    if (interruption.hasHappened) return EXIT.interrupted;
    const wantsJson = flags['json'] === true || flags['format'] === 'json';
    if (wantsJson && !(error instanceof Misuse)) await printFailure(name, error, context.output);
    throw error;
  } finally {
    const {observer, options, output, ports} = context;
    output.progress(undefined);
    await ports.close();
    if (options.timings) output.problem({message: observer.timings()});
  }
}

/** A program that asked for JSON is told in JSON, too. */
async function printFailure(name: CommandName | undefined, error: unknown, output: Output): Promise<void> {
  if (output.hasPrinted()) return;
  const {failedDocument} = await import('../output/schemas.ts');
  const {toProblem} = await import('../domain/problem.ts');
  const document = failedDocument(name === 'next' ? 'read' : (name ?? 'list'), toProblem(error));
  if (document) await output.json(document);
}

/** Words alone need no parser: the reader starts without one. */
async function takeApart(name: CommandName | undefined, rest: readonly string[]): Promise<Parsed> {
  if (!rest.some(word => word.startsWith('-'))) return {words: rest, flags: {}, settings: new Map()};
  const {parse} = await import('./parse.ts');
  const {COMMANDS} = await import('./table.ts');
  return parse(rest, name && COMMANDS[name]);
}

async function explain(error: unknown, name: CommandName | undefined, output: Output): Promise<number> {
  if (error instanceof Misuse || error instanceof OptionError) {
    const advice =
      error instanceof Misuse && error.advice
        ? error.advice
        : `Try "inkwell${name ? ` ${name}` : ''} --help".`;
    output.problem({message: error.message, advice});
    return EXIT.misuse;
  }
  const {toProblem} = await import('../domain/problem.ts');
  const problem = toProblem(error);
  output.problem(problem);
  if (problem.kind === 'unexpected' && error instanceof Error && process.env['INKWELL_DEBUG']) {
    output.problem({message: error.stack ?? ''});
  }
  return problem.kind === 'missing' ? EXIT.missing : EXIT.failed;
}
