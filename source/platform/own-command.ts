import type {CommandRun} from '../domain/command/own-command.ts';
import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {ProblemError} from '../domain/problem.ts';
import {reasonOf} from '../domain/system-error.ts';
import {printableLine} from '../domain/text/printable.ts';

type Lend = (during: () => Promise<void>) => Promise<void>;

/** Characters of what it says that are looked at: the last line is told when it fails. */
const HEARD = 4000;

/** Bytes that a command may print: nobody reads them, and one that never ends costs the machine. */
const FLOOD = 10_000_000;

/** Runs a command to its end. @throws ProblemError when it is missing, fails, hangs or floods. */
export async function runCommand(job: CommandRun, lend: Lend, signal?: AbortSignal): Promise<void> {
  if (!job.terminal) return await runQuietly(job, signal);
  let failure: unknown;
  await lend(async () => {
    try {
      const child = start(job, ['pipe', 'inherit', 'inherit'], false);
      await ended(child, job, '');
    } catch (error) {
      failure = error;
    }
  });
  if (failure) throw failure;
}

async function runQuietly(job: CommandRun, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const child = start(job, ['pipe', 'pipe', 'pipe'], true);
  let said = '';
  let bytes = 0;
  let stopped: string | undefined;
  const stop = (why: string): void => {
    stopped ??= why;
    end(child);
  };
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > FLOOD) stop(`printed more than ${FLOOD / 1_000_000} MB and was ended`);
      else if (stream === child.stderr || said === '') said = (said + chunk.toString('utf8')).slice(-HEARD);
    });
  const timer = setTimeout(() => stop(`took longer than ${job.seconds} s and was ended`), job.seconds * 1000);
  const leave = (): void => stop('was ended');
  signal?.addEventListener('abort', leave, {once: true});
  try {
    await ended(
      child,
      job,
      () => said,
      () => stopped,
    );
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}

function start(
  {line, input, environment}: CommandRun,
  stdio: ('pipe' | 'inherit')[],
  isGroup: boolean,
): ChildProcess {
  const env = {...process.env, ...environment};
  const child =
    process.platform === 'win32'
      ? spawn(line, {shell: true, stdio, env})
      : spawn('sh', ['-c', line], {stdio, env, detached: isGroup});
  // A command may end without reading all of it.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return child;
}

/** With all that it has started, where the system knows groups. */
function end(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

async function ended(
  child: ChildProcess,
  {name, line}: CommandRun,
  heard: string | (() => string),
  why?: () => string | undefined,
): Promise<void> {
  let code: number | null = null;
  try {
    [code] = (await once(child, why ? 'exit' : 'close')) as [number | null];
  } catch (error) {
    throw new ProblemError(
      {kind: 'refused', message: `The command ${name} could not be started: ${reasonOf(error)}.`},
      {cause: error},
    );
  }
  const stopped = why?.();
  if (stopped !== undefined)
    throw new ProblemError({
      kind: 'timeout',
      message: `The command ${name} ${stopped}.`,
      advice: 'Its line is in the preferences, under "commands".',
    });
  if (code === 0) return;
  const said = lastLine(typeof heard === 'string' ? heard : heard());
  if (code === 127)
    throw new ProblemError({
      kind: 'missing',
      message: `The command ${name} was not found: “${printableLine(line).slice(0, 80)}”.`,
      advice: 'Its line is in the preferences, under "commands".',
    });
  throw new ProblemError({
    kind: 'refused',
    message: `The command ${name} ended with ${code === null ? 'a signal' : `exit code ${code}`}${said === '' ? '.' : `: ${said}`}`,
  });
}

function lastLine(text: string): string {
  const lines = text.split(/\r?\n|\r/u).map(line => printableLine(line).trim());
  return (lines.findLast(line => line !== '') ?? '').slice(0, 200);
}
