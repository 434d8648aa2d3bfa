import {spawn, spawnSync} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {buildSync} from 'esbuild';
import {onTestFinished} from 'vitest';

/** Bundles a program of the tests into one file, so that it starts in a few dozen milliseconds. */
export function bundled(program: string, folder: string): string {
  const outfile = join(folder, 'program.mjs');
  buildSync({
    entryPoints: [program],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'error',
  });
  return outfile;
}

export type Child = {process: ChildProcess; lines: string[]; ended: Promise<number | null>};

/** Starts a program and collects the lines that it prints; it is ended with the test, whatever happened. */
export function start(program: string, ...args: string[]): Child {
  const child = spawn(process.execPath, [program, ...args], {stdio: ['ignore', 'pipe', 'inherit']});
  onTestFinished(() => void child.kill());
  const lines: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return {process: child, lines, ended: once(child, 'close').then(([code]) => code as number | null)};
}

const isRoot = process.getuid?.() === 0;
const UNSHARE = isRoot ? ['-m'] : ['-Urm'];

/** Can folders be mounted for a child alone? On Linux, where namespaces are allowed. */
export const canMount =
  process.platform === 'linux' && spawnSync('unshare', [...UNSHARE, 'true']).status === 0;

/** Runs a program where `mount` (shell words on "$FOLDER") has been done first; returns what it printed. */
export function runMounted(mount: string, folder: string, program: string, ...args: string[]): string {
  const {stdout, stderr, status} = spawnSync(
    'unshare',
    [...UNSHARE, 'sh', '-c', `${mount} && exec "$@"`, 'sh', process.execPath, program, ...args],
    {
      encoding: 'utf8',
      env: {...process.env, FOLDER: folder},
    },
  );
  if (status !== 0) throw new Error(`The program ended with ${status}: ${stderr}`);
  return stdout;
}

/** Says on standard error what this machine can't test because it refuses namespaces. */
export function warnUntested(what: string): void {
  process.stderr.write(`\nNOT TESTED HERE, because “unshare” is refused: ${what}.\n\n`);
}
