import {HttpError, type Reach} from '../exchange.ts';

/**
 * Hosts that could not be reached a moment ago: each of their articles would wait for the same failure again.
 */
export type Unreachable = Readonly<{
  note(host: string, error: unknown, now: number): void;
  /** The host answered. */
  forget(host: string): void;
  /** Throws the failure of a moment ago. */
  check(host: string, reach: Reach, now: number): void;
}>;

/** Milliseconds for what an article or a page causes, of which there may be hundreds in one run. */
const CAUSED = 60_000;

/** For what a person asked for: she may have put the network right meanwhile. */
const ASKED = 5000;

export function createUnreachable(): Unreachable {
  const failures = new Map<string, {at: number; error: HttpError}>();
  return {
    note(host, error, now) {
      const isUnreached =
        error instanceof HttpError && !error.mayHaveArrived && KINDS.has(error.problem.kind);
      if (isUnreached) failures.set(host, {at: now, error});
    },
    forget(host) {
      failures.delete(host);
    },
    check(host, reach, now) {
      const failure = failures.get(host);
      const age = now - (failure?.at ?? 0);
      if (failure && age >= 0 && age < (reach === 'anywhere' ? ASKED : CAUSED)) throw failure.error;
    },
  };
}

/** No such name, no way there, no connection in time. One that is refused costs nothing to try again. */
const KINDS: ReadonlySet<string> = new Set(['missing', 'offline', 'timeout']);
