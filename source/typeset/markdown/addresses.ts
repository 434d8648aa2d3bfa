/**
 * The address of a link as it may be opened: absolute, normalised, http, https or mailto; undefined for all
 * else.
 */
export function linkAddress(href: string, base: string | undefined): string | undefined {
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.length > 8192) return undefined;
  const url = URL.parse(trimmed, base);
  if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return undefined;
  // Nothing that a terminal could take for the end of the sequence: URL encodes controls, but not in every
  // part.
  return url.href.replaceAll(/[\0-\x20\x7f-\x9f]/g, encodeURIComponent);
}

/** The name of a heading that GitHub, and after it most others, make of its text. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replaceAll(/\s/gu, '-');
}

/** "pictures/a%20b.png?x" → "a b.png" */
export function fileNameOf(href: string): string {
  const path = href.split(/[?#]/)[0] ?? '';
  const name = path.slice(path.replace(/\/+$/, '').lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
