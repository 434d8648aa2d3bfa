/**
 * Changes a text up to the last of the marks that end something. Behind it an expression would look for an
 * end, from each mark that starts something, in vain.
 */
export function upToLast(text: string, end: RegExp, change: (part: string) => string): string {
  let length = 0;
  for (const {0: mark, index} of text.matchAll(end)) length = index + mark.length;
  return change(text.slice(0, length)) + text.slice(length);
}
