const SAFE = new Set(['http:', 'https:', 'mailto:']);

/**
 * An address as a source writes it, resolved and normalised; undefined where it is none, or of a scheme that
 * a reader should not be led to (`javascript:`, `data:`, `file:` …). White space and controls inside are
 * dropped, as browsers do.
 */
export function safeAddress(written: string | undefined, base?: string): string | undefined {
  const url = resolve(written, base);
  return url && SAFE.has(url.protocol) ? url.href : undefined;
}

/** A base for others: `xml:base` may be relative to the one around it. What can't be one is passed over. */
export function baseWithin(outer: string, inner: string | undefined): string {
  const url = resolve(inner, outer);
  return url && /^(?:https?|file):$/u.test(url.protocol) ? url.href : outer;
}

function resolve(written: string | undefined, base: string | undefined): URL | undefined {
  const address = written?.trim();
  if (!address || address.length > 8192) return undefined;
  return URL.parse(withoutSpaces(address), base) ?? undefined;
}

/** Spaces inside a path are meant; a line break inside an address is a wrapped line. */
function withoutSpaces(address: string): string {
  return address.replaceAll(/\s*[\r\n\t]\s*/gu, '');
}
