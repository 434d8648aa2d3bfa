import {isLoopbackHost} from '../publication/location.ts';

/** An endpoint that an address may be sent to: https, or http on this machine. Absent for anything else. */
export function safeEndpoint(value: unknown, base?: string): URL | undefined {
  const url = parse(value, base);
  return url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname)))
    ? url
    : undefined;
}

/** A page that a browser may open: http or https, normalised. */
export function safePage(value: unknown, base?: string): string | undefined {
  const url = parse(value, base);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}

/**
 * A name and password in an address would be a secret of somebody's, so such an address is nobody's to use.
 */
function parse(value: unknown, base: string | undefined): URL | undefined {
  if (typeof value !== 'string' || value === '' || value.length > 4096) return undefined;
  const url = URL.parse(value.trim(), base);
  return url && url.username === '' && url.password === '' && url.hostname !== '' ? url : undefined;
}
