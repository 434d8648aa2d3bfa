const PLAIN = /^[\u0000-\u007f]*$/u;

/**
 * Case, diacritics and compatibility forms gone: what is the same to somebody who searches is the same here.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return PLAIN.test(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .replace(/\p{Mn}+/gu, '')
        .replaceAll('ß', 'ss')
        .toLowerCase();
}
