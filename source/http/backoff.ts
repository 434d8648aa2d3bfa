import {HttpError} from './exchange.ts';
import {isLoopbackHost} from '../domain/publication/location.ts';
import {retryTime} from './retry-after.ts';
import type {Received} from './transport.ts';

/** Hosts that asked to be left alone for a while; asking on would only lengthen it. */
export type Cooling = Readonly<{
  note(url: URL, received: Received, now: number): void;
  /** Throws while the host wants its rest. */
  check(url: URL, now: number): void;
}>;

/** Milliseconds. A limit may be of one path alone, so a host as a whole is not given up for longer. */
const LONGEST = 15 * 60 * 1000;

export function createCooling(): Cooling {
  const until = new Map<string, number>();
  return {
    note({host, hostname}, {status, headers}, now) {
      const time = status === 429 || status === 503 ? retryTime(headers.get('retry-after'), now) : undefined;
      if (time !== undefined && !isLoopbackHost(hostname)) until.set(host, Math.min(time, now + LONGEST));
    },
    check({host}, now) {
      const time = until.get(host);
      // None is longer, unless the clock has been set back.
      if (time === undefined || time <= now || time > now + LONGEST) return void until.delete(host);
      const retryAt = new Date(time).toISOString();
      throw new HttpError(
        {
          kind: 'rate-limited',
          message: `${host} was not asked: it wants to be left alone for a while.`,
          advice: `It may be asked again from ${retryAt.slice(0, 16).replace('T', ' ')} UTC.`,
          retryAt,
        },
        false,
      );
    },
  };
}
