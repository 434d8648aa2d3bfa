/** How far a line is indented, tabs counted to their stops, and whether it has nothing but space. */
export function startOf(text: string, from: number, to: number): {indent: number; isBlank: boolean} {
  let indent = 0;
  for (let index = from; index < to; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x20) indent++;
    else if (unit === 0x09) indent += 4 - (indent % 4);
    else return {indent, isBlank: false};
  }
  return {indent, isBlank: true};
}
