import {withoutPassword, withoutPasswords} from '../domain/publication/passwords.ts';
import type {Problem} from '../domain/problem.ts';
import {EXIT} from '../runtime/exit.ts';
import {safeAnsi, safeJson, safeText} from '../domain/text/sink.ts';

type Parts = readonly (string | number | false | undefined)[];

/** The two ways out of a command: data on standard output, everything else on standard error. */
export type Output = Readonly<{
  /** True if standard output is a terminal. */
  isTerminal: boolean;
  /** It is read out by a screen reader: nothing is drawn, and no line is replaced. */
  isSpoken: boolean;
  /** Facts about one thing, as a line. */
  facts(parts: Parts): string;
  /** A thing on several lines, set in; read out it is one. */
  entry(lines: Parts, indent?: string): string;
  /** True if any data was printed. */
  hasPrinted(): boolean;
  /** Cells of the terminal, or undefined in a pipe. */
  columns: number | undefined;
  /**
   * Data as plain text, as text with styles, or as one JSON value on a line; waits while the reader of a pipe
   * is slow. JSON and standard error hold no password of an address, unless they are asked for.
   */
  text(text: string): Promise<void>;
  ansi(text: string): Promise<void>;
  json(value: unknown, has?: Readonly<{secrets: boolean}>): Promise<void>;
  /** A sentence for the person; not with --quiet. */
  note(sentence: string): void;
  /** More of it, with --verbose. */
  detail(sentence: string): void;
  /** A failure; also with --quiet. */
  problem(problem: Pick<Problem, 'message' | 'advice' | 'location'>): void;
  /** One line that is replaced by the next; only on a terminal, and gone in the end. */
  progress(line: string | undefined): void;
}>;

/** The outputs of a run: the process's own unless a caller has others. */
export type Streams = Readonly<
  Record<'stdout' | 'stderr', Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write' | 'once'>>
>;

type Manner = Readonly<{quiet: boolean; verbose: boolean; screenReader?: boolean}>;

export function createOutput(
  {quiet, verbose, screenReader: isSpoken = false}: Manner,
  {stdout, stderr}: Streams = process,
): Output {
  let isProgressShown = false;
  let isProgressSaid = false;
  let hasPrinted = false;
  const print = (text: string): Promise<void> => {
    hasPrinted = true;
    return write(stdout, text);
  };
  const say = (line: string) => {
    clear();
    stderr.write(`${safeText(withoutPassword(line))}\n`);
  };
  const clear = () => {
    if (isProgressShown) stderr.write('\r\x1b[K');
    isProgressShown = false;
  };
  return {
    ...manner(isSpoken),
    isTerminal: stdout.isTTY,
    columns: stdout.isTTY ? stdout.columns : undefined,
    hasPrinted: () => hasPrinted,
    text: text => print(safeText(text)),
    ansi: text => print(safeAnsi(text)),
    json: (value, {secrets} = {secrets: false}) =>
      print(`${secrets ? safeJson(value) : withoutPasswords(safeJson(value))}\n`),
    note(sentence) {
      if (!quiet) say(sentence);
    },
    detail(sentence) {
      if (verbose) say(sentence);
    },
    problem({message, advice, location}) {
      const where = location && !message.includes(location) ? `${location}: ` : '';
      say([`inkwell: ${where}${message}`, advice].filter(Boolean).join(' '));
    },
    progress(line) {
      if (!stderr.isTTY || quiet) return;
      if (isSpoken) {
        // The beginning is said; counts that go up would be read over each other.
        if (line !== undefined && !isProgressSaid) say(`${line}.`);
        isProgressSaid = line !== undefined;
        return;
      }
      clear();
      if (line === undefined) return;
      stderr.write(safeText(withoutPassword(line)).slice(0, Math.max(10, stderr.columns - 1)));
      isProgressShown = true;
    },
  };
}

/** The form of facts for the eye, or for a screen reader: without signs that are read out one by one. */
export function manner(isSpoken: boolean): Pick<Output, 'isSpoken' | 'facts' | 'entry'> {
  return {
    isSpoken,
    facts: parts => parts.filter(Boolean).join(isSpoken ? ', ' : ' · '),
    entry(lines, indent = '  ') {
      const said = lines.filter(Boolean);
      return isSpoken ? said.join(', ') : said.map(line => `${indent}${line}`).join('\n');
    },
  };
}

async function write(stream: Streams['stdout'], text: string): Promise<void> {
  if (stream.write(text)) return;
  await new Promise<void>(resolve => void stream.once('drain', resolve));
}

/**
 * `inkwell list | head`: the reader of the pipe has seen enough; or the terminal is gone. Neither is an
 * error. A disk that is full is one.
 */
export function endWithTheOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({code, message}: NodeJS.ErrnoException) => {
      if (code === 'EPIPE' || code === 'EIO') process.exit(0);
      if (stream === process.stdout)
        process.stderr.write(
          `inkwell: What was printed could not be written: ${code === 'ENOSPC' ? 'the disk is full' : safeText(message)}.\n`,
        );
      process.exit(EXIT.failed);
    });
  }
}
