import {isFetchable, isOnTheWeb} from './location.ts';
import type {Source} from './source.ts';

/**
 * True if a source is to be fetched without being asked for: when its interval has passed (in minutes; 0 is
 * never) and the server's own word, if it gave one. A folder is always looked at: that costs next to nothing.
 * What was fetched later than now was so by a clock that has been set right meanwhile, and is due.
 */
export function isDue(source: Source, interval: number, now: number): boolean {
  const {dueAt, fetchedAt, own, settings} = source;
  if (!isFetchable(source)) return false;
  if (!isOnTheWeb(source)) return true;
  if (fetchedAt !== undefined && Date.parse(fetchedAt) > now) return true;
  if (dueAt !== undefined && Date.parse(dueAt) > now) return false;
  if (fetchedAt === undefined) return true;
  const minutes = own?.interval ?? settings.interval ?? interval;
  return minutes > 0 && Date.parse(fetchedAt) + minutes * 60_000 <= now;
}
