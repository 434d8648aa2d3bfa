import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);
const CLI = resolve('dist/cli.js');

export type Listing = Readonly<{
  publications: readonly Readonly<{title: string; homepage?: string}>[];
  articles: readonly Readonly<{
    id: string;
    title: string;
    url?: string;
    publishedAt?: string;
    isPartial: boolean;
    category?: string;
    tags: readonly string[];
    authors: readonly Readonly<{name: string}>[];
    markdown?: string;
  }>[];
  problems: readonly Readonly<{message: string}>[];
}>;

/** Runs the built program with folders of its own; gives what it printed as JSON. */
export async function inkwell<Output>(...args: readonly string[]): Promise<Output> {
  return await atHome(async run => await run<Output>(...args));
}

type Run = <Output>(...args: readonly string[]) => Promise<Output>;

/** The same for several runs of one reader. */
export async function atHome<Result>(act: (run: Run) => Promise<Result>): Promise<Result> {
  const home = await mkdtemp(join(tmpdir(), 'inkwell-servers-'));
  try {
    return await act(async (...args) => await runAt(home, args));
  } finally {
    await rm(home, {recursive: true, force: true});
  }
}

async function runAt<Output>(home: string, args: readonly string[]): Promise<Output> {
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    TZ: 'UTC',
  };
  const {stdout} = await run(process.execPath, [CLI, ...args], {
    env,
    timeout: 120_000,
    maxBuffer: 50_000_000,
  }).catch((error: {stdout?: string; stderr?: string; message: string}) => {
    if (error.stdout?.trimStart().startsWith('{')) return {stdout: error.stdout};
    throw new Error(error.stderr || error.message);
  });
  return JSON.parse(stdout) as Output;
}

/** Runs a program of the system; throws with its last words. */
export async function tool(command: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    const {stdout} = await run(command, [...args], {cwd, timeout: 400_000, maxBuffer: 50_000_000});
    return stdout;
  } catch (error) {
    const {stderr = '', stdout = '', message} = error as {stderr?: string; stdout?: string; message: string};
    throw new Error((stderr.trim() || stdout.trim() || message).split('\n').slice(-3).join(' '), {
      cause: error,
    });
  }
}
