/** Where blocks of code stand in a text: [from, to) of each, found by their fences alone. */
export type Fenced = readonly (readonly [from: number, to: number])[];

const FENCE = /^[ \t>]*(?:[*+:-] +|\d+[.)] +)?(`{3,}(?=[^`\n]*$)|~{3,})(.*)$/;

/** One look at each place where a fence may be; cheap, because there are few. */
export function fencesIn(text: string): Fenced {
  const fenced: [number, number][] = [];
  let open: {sign: string; from: number} | undefined;
  let ticks = text.indexOf('```');
  let tildes = text.indexOf('~~~');
  while (ticks !== -1 || tildes !== -1) {
    const index = ticks === -1 || (tildes !== -1 && tildes < ticks) ? tildes : ticks;
    const start = text.lastIndexOf('\n', index) + 1;
    const end = text.indexOf('\n', index);
    const line = text.slice(start, end === -1 ? text.length : end);
    const [, sign, rest = ''] = FENCE.exec(line) ?? [];
    if (sign !== undefined && !open) open = {sign, from: start};
    else if (sign !== undefined && open && sign.startsWith(open.sign) && rest.trim() === '') {
      fenced.push([open.from, start + line.length]);
      open = undefined;
    }
    if (end === -1) break;
    if (ticks !== -1 && ticks < end) ticks = text.indexOf('```', end);
    if (tildes !== -1 && tildes < end) tildes = text.indexOf('~~~', end);
  }
  if (open) fenced.push([open.from, text.length]);
  return fenced;
}

export function isFenced(fenced: Fenced, index: number): boolean {
  let low = 0;
  let high = fenced.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fenced[middle]?.[1] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return index >= (fenced[low]?.[0] ?? Number.POSITIVE_INFINITY);
}
