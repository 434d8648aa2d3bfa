import {createReadStream} from 'node:fs';
import {createInterface} from 'node:readline/promises';
import type {Readable} from 'node:stream';
import {TEXT_BYTES} from '../domain/limits.ts';
import {ProblemError} from '../domain/problem.ts';
import {parseQuery} from '../domain/query/query-parse.ts';
import type {Output} from '../output/output.ts';
import {Misuse} from '../runtime/exit.ts';

/** Replaces `-` by the lines of standard input, without empty lines and comments. */
export async function expandWords(words: readonly string[]): Promise<readonly string[]> {
  if (!words.includes('-')) return [...new Set(words)];
  const lines = (await readStandardInput()).split('\n').map(line => line.trim());
  const listed = lines.filter(line => line !== '' && !line.startsWith('#'));
  return [...new Set(words.flatMap(word => (word === '-' ? listed : [word])))];
}

/** Reads all of standard input. */
export async function readStandardInput(): Promise<string> {
  return await textWithin(standardInput(), 'Standard input');
}

/** Standard input. Refuses a terminal, where it would never end. */
function standardInput(): Readable {
  if (process.stdin.isTTY)
    throw new Misuse('Nothing is piped in.', 'Use "-" only with a pipe or a file: inkwell read - < post.md');
  return process.stdin;
}

/** Standard input for `-`, and what a shell hands over as a file and is none: `<(command)`, /dev/stdin. */
export function pipedInput(file: string): Readable | undefined {
  if (file === '-' || file === '/dev/stdin') return standardInput();
  return /^\/dev\/fd\/\d+$/u.test(file) ? createReadStream(file) : undefined;
}

/** @throws ProblemError of kind 'too-large' as soon as there is more. */
export async function textWithin(stream: Readable, name: string, most = TEXT_BYTES): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) {
      stream.destroy();
      throw new ProblemError({
        kind: 'too-large',
        message: `${name} has no end, or is larger than ${Math.round(most / 1_000_000)} MB.`,
        advice: 'Divide it into smaller files.',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Refuses an invalid query before anything is fetched, with the offending word underlined. */
export function checkQuery(query: string | undefined, {isSpoken}: Pick<Output, 'isSpoken'>): void {
  const parsed = query === undefined ? undefined : parseQuery(query);
  if (!parsed || parsed.ok) return;
  const {length, message, offset} = parsed.error;
  if (isSpoken) {
    const word = query?.slice(offset, offset + Math.max(1, length)) ?? '';
    throw new Misuse(`${message} The word in question: ${word}`, 'Try "inkwell list --help".');
  }
  const pointer = `${' '.repeat(offset)}${'^'.repeat(Math.max(1, length))}`;
  throw new Misuse(`${message}\n  ${query}\n  ${pointer}`, '\nTry "inkwell list --help".');
}

/** Asks at the terminal on standard error; standard output stays free for data. */
export async function ask(question: string, output: Output, proposal?: string): Promise<string> {
  if (!canAsk())
    throw new Misuse(
      `Missing: ${question}. Can't ask: not running in a terminal.`,
      'Give it on the command line.',
    );
  output.progress(undefined);
  // Read out, the line belongs to the terminal: readline would write it again at every key.
  const lines = createInterface({
    input: process.stdin,
    output: process.stderr,
    ...(output.isSpoken && {terminal: false}),
  });
  const offered = output.isSpoken ? `, or Enter for ${proposal}` : ` [${proposal}]`;
  try {
    const answer = await lines.question(`${question}${proposal === undefined ? '' : offered}: `);
    return answer.trim() || (proposal ?? '');
  } finally {
    lines.close();
  }
}

/** Asks for a password: what is typed is not shown, and stored nowhere. */
export async function askSecret(question: string, output: Output): Promise<string> {
  if (!canAsk())
    throw new Misuse(
      `Missing: ${question}. Can't ask: not running in a terminal.`,
      'Use --password-command or --password-env.',
    );
  output.progress(undefined);
  process.stderr.write(`${question}: `);
  const {Writable} = await import('node:stream');
  const silent = new Writable({write: (_chunk, _encoding, done) => done()});
  const lines = createInterface({input: process.stdin, output: silent, terminal: true, historySize: 0});
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

/** Only "y" and "yes" mean yes; Enter alone means no. */
export async function confirm(question: string, output: Output): Promise<boolean> {
  if (!canAsk())
    throw new Misuse("Can't ask: not running in a terminal.", 'Use --yes to send without confirmation.');
  const answers = output.isSpoken ? ' Type y for yes, n for no' : ' [y/N]';
  return /^y(es)?$/i.test(await ask(`${question}${answers}`, output));
}

function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}
