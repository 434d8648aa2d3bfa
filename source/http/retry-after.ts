/** A server may ask for patience, not for silence of a lifetime. */
const LONGEST = 30 * 24 * 60 * 60 * 1000;

/**
 * The moment that a Retry-After header names, as milliseconds since the epoch; undefined where it names none
 * to come.
 */
export function retryTime(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  const time = /^\d+$/u.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  return time > now ? Math.min(time, now + LONGEST) : undefined;
}
