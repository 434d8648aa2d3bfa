import {spawn} from 'node:child_process';
import type {Home} from './temporary-home.ts';
import {ENTRY} from './terminal.ts';

export type Ran = Readonly<{code: number | null; stdout: string; stderr: string; json: () => unknown}>;

/** Of the developer's own only the programs. */
export function environmentOf({environment}: Pick<Home, 'environment'>): Readonly<Record<string, string>> {
  return {PATH: process.env['PATH'] ?? '', TZ: 'UTC', LANG: 'C.UTF-8', ...environment};
}

export type How = Readonly<{input?: string; environment?: Readonly<Record<string, string>>; cwd?: string}>;

/**
 * Runs the built program as a script would: pipes for everything, a home of its own, UTC, no colours asked
 * for.
 */
export function program(home: Home): (words: readonly string[], how?: How) => Promise<Ran> {
  return async (words, {input = '', environment = {}, cwd} = {}) => {
    const child = spawn(process.execPath, [ENTRY, ...words], {
      cwd: cwd ?? home.folder,
      env: {...environmentOf(home), ...environment},
      stdio: 'pipe',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const code = await new Promise<number | null>((resolve, reject) =>
      child.on('error', reject).on('close', resolve),
    );
    return {code, stdout, stderr, json: () => JSON.parse(stdout) as unknown};
  };
}
