/** No author indents further; a line of a megabyte of spaces is looked at again and again while it is cut in parts. */
export const DEEPEST = 1000;

/**
 * How far a line is indented, tabs counted to their stops, and whether it has nothing but space. Looks at a thousand
 * characters at most: a line that goes on after them is not blank.
 */
export function startOf(text: string, from: number, to: number): {indent: number; isBlank: boolean} {
  let indent = 0;
  const last = Math.min(to, from + DEEPEST);
  for (let index = from; index < last; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x20) indent++;
    else if (unit === 0x09) indent += 4 - (indent % 4);
    else return {indent, isBlank: false};
  }
  return {indent, isBlank: last === to};
}
