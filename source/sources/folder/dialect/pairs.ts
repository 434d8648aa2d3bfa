/** Removes all from an opening to its closing, in one pass. */
export function withoutPairs(text: string, opening: RegExp, closing: RegExp): string {
  return pairsReplaced(text, opening, closing, () => '');
}

/** Each part from an opening to the next closing, without these, as `change` gives it; in one pass. */
export function pairsReplaced(
  text: string,
  opening: RegExp,
  closing: RegExp,
  change: (inner: string) => string,
): string {
  let result = '';
  let position = 0;
  for (;;) {
    opening.lastIndex = position;
    const start = opening.exec(text);
    if (!start) break;
    closing.lastIndex = start.index + start[0].length;
    const end = closing.exec(text);
    if (!end) break;
    result +=
      text.slice(position, start.index) + change(text.slice(start.index + start[0].length, end.index));
    position = end.index + end[0].length;
  }
  return result + text.slice(position);
}
