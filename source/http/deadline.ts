import {ProblemError} from '../domain/problem.ts';

/** Milliseconds. */
export type TimeLimits = Readonly<{total: number; idle: number}>;

export type Deadline = Readonly<{
  /** Aborts with a ProblemError of kind 'timeout' when a limit is passed, or with the reader's own reason. */
  signal: AbortSignal;
  /** Time runs, and the server was just heard: the idle time starts anew. */
  touch(): void;
  /** Time stands still: we wait for our own turn, which is not the server's fault. */
  rest(): void;
}>;

/** Holds one request, with all its redirects, to its time. It starts at rest. `host` is for the message. */
export function createDeadline({total, idle}: TimeLimits, host: () => string, outer: AbortSignal): Deadline {
  const controller = new AbortController();
  const end = (happened: string) => controller.abort(timeout(`${host()} timed out: ${happened}.`));
  let left = total;
  let running: {since: number; timer: NodeJS.Timeout} | undefined;
  let idleTimer: NodeJS.Timeout | undefined;
  return {
    signal: AbortSignal.any([outer, controller.signal]),
    touch() {
      clearTimeout(idleTimer);
      idleTimer = setTimeout(() => end(`nothing came for ${seconds(idle)} (half of limits.seconds)`), idle);
      running ??= {
        since: performance.now(),
        timer: setTimeout(() => end(`it was not done within ${seconds(total)} (limits.seconds)`), left),
      };
    },
    rest() {
      clearTimeout(idleTimer);
      if (!running) return;
      clearTimeout(running.timer);
      left = Math.max(0, left - (performance.now() - running.since));
      running = undefined;
    },
  };
}

function timeout(message: string): ProblemError {
  const advice = 'Try again later, or give it more time: inkwell config set limits.seconds 60';
  return new ProblemError({kind: 'timeout', message, advice});
}

function seconds(milliseconds: number): string {
  const value = Math.round(milliseconds / 100) / 10;
  return value === 1 ? '1 second' : `${value} seconds`;
}
