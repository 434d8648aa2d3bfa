import pLimit, {type LimitFunction} from 'p-limit';
import {isLoopbackHost} from '../domain/publication/location.ts';

/** Requests to one host at the same time. */
const AT_A_TIME = 2;
/** Milliseconds between the starts of two requests to one host, and how much chance may add. */
const SPACING = 250;
const JITTER = 250;

export type Timing = Readonly<{
  now: () => number;
  random: () => number;
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}>;

/**
 * Runs work when it is its turn with a host. This machine itself is not kept waiting between two requests.
 */
export type Politeness = <Result>(
  url: URL,
  signal: AbortSignal,
  work: () => Promise<Result>,
  /** Throws where it is no use to wait for the turn. */
  check?: () => void,
) => Promise<Result>;

export function createPoliteness({now, random, pause}: Timing): Politeness {
  const hosts = new Map<string, {limit: LimitFunction; next: number}>();
  return async (url, signal, work, check) => {
    const host = hosts.get(url.host) ?? {limit: pLimit(AT_A_TIME), next: 0};
    hosts.set(url.host, host);
    const isNear = isLoopbackHost(url.hostname);
    const turn = host.limit(async () => {
      signal.throwIfAborted();
      check?.();
      if (!isNear) {
        const wait = host.next - now();
        host.next = Math.max(now(), host.next) + SPACING + random() * JITTER;
        if (wait > 0) await pause(wait, signal);
      }
      check?.();
      return work();
    });
    return orAborted(turn, signal);
  };
}

/** Lets a caller that waits for a turn leave at once; the turn itself then does nothing. */
async function orAborted<Result>(turn: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const left = Promise.withResolvers<never>();
  const leave = () => left.reject(signal.reason as Error);
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, {once: true});
  try {
    return await Promise.race([turn, left.promise]);
  } finally {
    signal.removeEventListener('abort', leave);
    turn.catch(() => {});
  }
}
