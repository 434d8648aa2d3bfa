import type {CommandRun} from '../../source/domain/command/own-command.ts';
import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {runCommand} from '../../source/platform/own-command.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkwell-command-'));
});

afterEach(() => rm(folder, {recursive: true, force: true}));

const run = (change: Partial<CommandRun>, signal?: AbortSignal): Promise<void> =>
  runCommand(
    {
      name: 'keep',
      line: 'true',
      input: '',
      environment: {FOLDER: folder},
      terminal: false,
      seconds: 600,
      ...change,
    },
    during => during(),
    signal,
  );

const at = (name: string): string => join(folder, name);

describe.skipIf(process.platform === 'win32')('a command of the reader’s own', () => {
  test('gets its input and its environment as they are', async () => {
    const hostile = '$(touch "$FOLDER/run"); `touch "$FOLDER/run"` \'; touch "$FOLDER/run" #"\n-rf --help';
    await run({
      line: 'cat > "$FOLDER/in"; printf %s "$INKWELL_TITLE" > "$FOLDER/title"',
      input: hostile,
      environment: {FOLDER: folder, INKWELL_TITLE: hostile},
    });
    expect(await readFile(at('in'), 'utf8')).toBe(hostile);
    expect(await readFile(at('title'), 'utf8')).toBe(hostile);
    expect(existsSync(at('run'))).toBe(false);
  });

  test('may end without reading', async () => {
    await expect(run({line: 'exit 0', input: 'x'.repeat(5_000_000)})).resolves.toBeUndefined();
  });

  test.each([
    ['no-such-program-here --please', 'The command keep was not found: “no-such-program-here --please”.'],
    [
      'echo first; echo "the server is away" >&2; exit 7',
      'The command keep ended with exit code 7: the server is away',
    ],
    ['printf "\\033]0;title\\007red" >&2; exit 1', 'The command keep ended with exit code 1: '],
    ['kill -9 $$', 'The command keep ended with a signal.'],
  ])('that fails says how: %s', async (line, message) => {
    const failure: unknown = await run({line}).catch((error: unknown) => error);
    expect((failure as Error).message).toContain(message);
    expect((failure as Error).message).not.toContain('\u001B');
  });

  test('that hangs is ended with all that it has started', async () => {
    await expect(run({line: 'sleep 1000 & echo $! > "$FOLDER/pid"; wait', seconds: 1})).rejects.toThrow(
      'The command keep took longer than 1 s and was ended.',
    );
    const pid = Number(await readFile(at('pid'), 'utf8'));
    await expect.poll(() => isRunning(pid)).toBe(false);
  });

  test('that never stops printing is ended', async () => {
    await expect(run({line: 'yes'})).rejects.toThrow(
      'The command keep printed more than 10 MB and was ended.',
    );
  });

  test('is ended when the reader leaves', async () => {
    const leaving = new AbortController();
    const running = run({line: 'touch "$FOLDER/begun"; sleep 1000'}, leaving.signal);
    await expect.poll(() => existsSync(at('begun'))).toBe(true);
    leaving.abort();
    await expect(running).rejects.toThrow('The command keep was ended.');
  });

  test('has the terminal where it says so, and then no limit of time', async () => {
    let lent = 0;
    await runCommand(
      {
        name: 'keep',
        line: 'cat > "$FOLDER/in"',
        input: 'x',
        environment: {FOLDER: folder},
        terminal: true,
        seconds: 1,
      },
      async during => {
        lent++;
        await during();
      },
    );
    expect(lent).toBe(1);
    expect(await readFile(at('in'), 'utf8')).toBe('x');
  });
});

/** A process that has ended and was not fetched by its parent counts as ended. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = existsSync(`/proc/${pid}/stat`) ? /\) (\w)/u.exec(readStat(pid))?.[1] : 'R';
  return state !== 'Z' && state !== undefined;
}

function readStat(pid: number): string {
  try {
    return process.getBuiltinModule('node:fs').readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
