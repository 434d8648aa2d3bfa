import type {Database} from '../file/database.ts';

/** Articles of one second are told apart by 21 bits. */
export const KEYS_PER_SECOND = 2 ** 21;

/** Dates are kept where seconds × 2^21 is exact in a double: 1834 to 2106. */
const LATEST = 2 ** 32 - 1;

/** The second that a key stands for; `Infinity` and its negative are kept within what a key can be. */
export function firstKeyOf(second: number): number {
  return Math.max(-LATEST, Math.min(LATEST, Math.floor(second))) * KEYS_PER_SECOND;
}

/**
 * A free key for an article: within its second, what stands higher in its source is newer. Publications are
 * spread over the low bits, so that days without a time of day seldom collide.
 */
export function freeKey(
  database: Database,
  {date, position, publication}: {date: number; position: number; publication: number},
): number {
  const first = firstKeyOf(date / 1000);
  const wanted = (0xffff - Math.min(position, 0xffff)) * 32 + (publication % 32);
  for (let tries = 0; tries < KEYS_PER_SECOND; tries++) {
    const key = first + ((wanted - tries + KEYS_PER_SECOND) % KEYS_PER_SECOND);
    if (!database.has('SELECT 1 FROM article WHERE key = ?', key)) return key;
  }
  throw new Error('More than two million articles of one second');
}
