/** An answer that claims to stay fresh for a year would silence a blog for a year. */
const LONGEST = 24 * 60 * 60 * 1000;

/**
 * Until when an answer counts as fresh by its Cache-Control or Expires, as milliseconds since the epoch;
 * undefined where it is stale at once or says nothing.
 */
export function freshUntil(headers: Headers, now: number): number | undefined {
  const control = headers.get('cache-control')?.toLowerCase() ?? '';
  if (/\bno-(?:store|cache)\b/u.test(control)) return undefined;
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/u.exec(control)?.[1];
  const age = Math.max(0, Number(headers.get('age') ?? 0) || 0);
  const lifetime = maxAge === undefined ? expiry(headers, now) : (Number(maxAge) - age) * 1000;
  return lifetime > 0 ? now + Math.min(lifetime, LONGEST) : undefined;
}

/** Milliseconds; measured by the server's own clock where it tells it. */
function expiry(headers: Headers, now: number): number {
  const expires = Date.parse(headers.get('expires') ?? '');
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(expires) ? 0 : expires - (Number.isNaN(date) ? now : date);
}
