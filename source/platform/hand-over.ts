import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {reasonOf} from '../domain/system-error.ts';
import {ProblemError} from '../domain/problem.ts';
import {safeText} from '../domain/text/sink.ts';
import {anyKey} from './any-key.ts';

export type HandedOver = Readonly<{
  kind: 'editor' | 'pager' | 'pipe';
  command?: string;
  text: string;
  name: string;
}>;

export type Commands = Readonly<{editor: string; pager: string}>;

/** Hands the terminal to another program with the article, and takes it back when that ends. */
export async function handOver(
  {kind, command, text: given, name}: HandedOver,
  commands: Commands,
  suspendTerminal: (during: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const line = command ?? commands[kind === 'editor' ? 'editor' : 'pager'];
  const text = safeText(given);
  let failure: unknown;
  await suspendTerminal(async () => {
    try {
      await (kind === 'pipe' ? pipe(line, text) : openFile(line, text, name));
    } catch (error) {
      failure = error instanceof ProblemError ? error : notStarted(line, error);
    }
  });
  if (failure) throw failure;
}

async function openFile(line: string, text: string, name: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'inkwell-'));
  const file = join(folder, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'article'}.md`);
  try {
    await writeFile(file, text, {mode: 0o600});
    // The command is the reader's own line for a shell; the file's name reaches it as an argument, never as
    // text.
    const child =
      process.platform === 'win32'
        ? spawn(line, [file], {stdio: 'inherit', shell: true})
        : spawn('sh', ['-c', `${line} "$1"`, 'sh', file], {stdio: 'inherit'});
    await finish(child, line, true);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function pipe(line: string, text: string): Promise<void> {
  const child = spawn(line, {shell: true, stdio: ['pipe', 'inherit', 'inherit']});
  child.stdin.on('error', () => undefined);
  child.stdin.end(text);
  try {
    await finish(child, line, false);
  } finally {
    process.stdout.write('\r\n[Press any key to return to Inkwell]');
    await anyKey();
    process.stdout.write('\r\n');
  }
}

async function finish(child: ChildProcess, line: string, isSetting: boolean): Promise<void> {
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 127)
    throw new ProblemError({
      kind: 'missing',
      message: `There is no command “${line}”.`,
      ...(isSetting && {advice: 'Set editor or pager with inkwell config.'}),
    });
  if (code !== 0)
    throw new ProblemError({
      kind: 'refused',
      message: `“${line}” ended with ${code === null ? 'a signal' : `exit code ${code}`}.`,
    });
}

/** The shell could not be started, or the article not be written to where the editor finds it. */
function notStarted(line: string, error: unknown): ProblemError {
  return new ProblemError(
    {kind: 'refused', message: `“${line}” could not be started: ${reasonOf(error)}.`},
    {cause: error},
  );
}
