import {Readable, Writable} from 'node:stream';
import {runIn} from '../../source/command-line/run.ts';
import type {Streams} from '../../source/output/output.ts';
import {environmentOf, type How, type program, type Ran} from './program.ts';
import type {Home} from './temporary-home.ts';

export type Environment = Readonly<Record<string, string>>;

/** Runs a command line in this process, against the files that the environment names. */
export async function runCommand(
  environment: Environment,
  argv: readonly string[],
  interruption: Parameters<typeof runIn>[0]['interruption'] = {...uninterrupted(), hasHappened: false},
): Promise<Ran> {
  const {streams, printed} = recorder();
  const code = await runIn({environment, streams, interruption}, argv);
  return {code, ...printed, json: () => JSON.parse(printed.stdout) as unknown};
}

/**
 * The same commands as `program`, without the start of a process for each: for tests of what commands do.
 * Tests of a process itself (its entry, its pipes, its end) take `program`.
 */
export function commands(home: Pick<Home, 'folder' | 'environment'>): ReturnType<typeof program> {
  return (words, how) => {
    const ran = turn.then(() => runAlone(home, words, how));
    turn = ran.catch(() => undefined);
    return ran;
  };
}

/** One after the other: they change what the whole process has. */
let turn: Promise<unknown> = Promise.resolve();

async function runAlone(
  home: Pick<Home, 'folder' | 'environment'>,
  words: readonly string[],
  {input = '', environment = {}, cwd = home.folder}: How = {},
): Promise<Ran> {
  const surroundings = {...environmentOf(home), ...environment};
  const restore = [replaceEnvironment(surroundings), replaceInput(input), replaceFolder(cwd)];
  try {
    return await runCommand(surroundings, words);
  } finally {
    for (const undo of restore) undo();
  }
}

/** Of what the tests' own tools read, nothing is taken away. */
function replaceEnvironment(environment: Environment): () => void {
  const before = {...process.env};
  for (const name of Object.keys(before)) if (!/^(?:NODE|VITEST|npm)_/u.test(name)) delete process.env[name];
  Object.assign(process.env, environment);
  return () => {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
  };
}

function replaceInput(input: string): () => void {
  const before = Object.getOwnPropertyDescriptor(process, 'stdin');
  const value = Object.assign(Readable.from(input === '' ? [] : [Buffer.from(input)]), {isTTY: false});
  Object.defineProperty(process, 'stdin', {configurable: true, value});
  return () => before && Object.defineProperty(process, 'stdin', before);
}

function replaceFolder(folder: string): () => void {
  const before = process.cwd();
  process.chdir(folder);
  return () => process.chdir(before);
}

export function uninterrupted(): {signal: AbortSignal} {
  return {signal: new AbortController().signal};
}

/** Two pipes that keep what is printed. */
export function recorder(): {streams: Streams; printed: {stdout: string; stderr: string}} {
  const printed = {stdout: '', stderr: ''};
  const pipe = (name: 'stdout' | 'stderr'): Streams['stdout'] =>
    Object.assign(
      new Writable({
        decodeStrings: false,
        write(text: string, _, done) {
          printed[name] += text;
          done();
        },
      }),
      {isTTY: false, columns: 0},
    ) as unknown as Streams['stdout'];
  return {streams: {stdout: pipe('stdout'), stderr: pipe('stderr')}, printed};
}
