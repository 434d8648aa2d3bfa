import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {ProblemError} from '../../domain/problem.ts';

/** Does a process of this number run? One that may not be asked is another person's, so it does. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Does something that one process at a time may do; a lock left behind by one that died is taken over. */
export function alone<Result>(lock: string, work: () => Result): Result {
  take(lock);
  try {
    return work();
  } finally {
    rmSync(lock, {force: true});
  }
}

function take(lock: string): void {
  try {
    writeFileSync(lock, String(process.pid), {flag: 'wx', mode: 0o600});
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid !== process.pid && isAlive(pid)) {
      throw new ProblemError({
        kind: 'busy',
        message: 'Another Inkwell is repairing the library.',
        advice: 'Start this one again in a minute.',
      });
    }
    writeFileSync(lock, String(process.pid));
  }
}
