/**
 * What a publication's id is made from: an address in its normal form without a fragment, or an absolute path without
 * a slash at its end. Only the caller can make a path absolute; the same place gives the same text however it is typed.
 */
export function canonicalLocation(location: string): string {
  if (!/^https?:/iu.test(location)) return location.length > 1 ? location.replace(/[/\\]+$/u, '') || '/' : location;
  const url = URL.parse(location);
  if (!url) return location;
  url.hash = '';
  return url.href;
}
