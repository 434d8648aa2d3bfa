import type {Box, Broken} from './box.ts';

/**
 * Breaks a paragraph as a whole: of all ways to break it, the one with the least raggedness, which is the sum
 * of the squares of the cells that are left over. The last line may be as short as it likes, but for a single
 * little word. With `isBalanced` it counts like the others: for headings. Of two equal ways the one with the
 * fuller first lines.
 */
export function totalFit(boxes: readonly Box[], measure: number, isBalanced = false): Broken[] {
  const count = boxes.length;
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(count + 1);
  best[0] = 0;
  for (let start = 0; start < count; start++) {
    const before = best[start] ?? 0;
    let width = 0;
    for (let end = start; end < count; end++) {
      const box = boxes[end];
      if (!box) break;
      width += box.width;
      if (width > measure && end > start) break;
      const isLast = end === count - 1;
      const shown = width + (box.hyphen && !isLast ? 1 : 0);
      if (shown <= measure || end === start) {
        const cost =
          before +
          (isLast && !isBalanced
            ? lastLineCost(shown, measure, start > 0 && start === end)
            : square(measure - shown) + (isLast ? 0 : box.cost));
        if (cost <= (best[end + 1] ?? 0)) {
          best[end + 1] = cost;
          previous[end + 1] = start;
        }
      }
      width += box.gap;
    }
  }
  return trace(boxes, previous);
}

/** Fills each line as far as it goes. */
export function greedy(boxes: readonly Box[], measure: number): Broken[] {
  const previous = new Int32Array(boxes.length + 1);
  let start = 0;
  while (start < boxes.length) {
    let width = 0;
    let taken = start + 1;
    for (let end = start; end < boxes.length; end++) {
      const box = boxes[end];
      if (!box) break;
      width += box.width;
      if (width > measure && end > start) break;
      if (width + (box.hyphen ? 1 : 0) <= measure) taken = end + 1;
      width += box.gap;
    }
    previous[taken] = start;
    start = taken;
  }
  return trace(boxes, previous);
}

/** The lines, from the last break back to the first. */
function trace(boxes: readonly Box[], previous: Int32Array): Broken[] {
  const lines: Broken[] = [];
  for (let end = boxes.length; end > 0;) {
    const start = previous[end] ?? 0;
    const [first, last] = [boxes[start], boxes[end - 1]];
    if (first && last) {
      const hyphen = last.hyphen && end < boxes.length;
      lines.push({
        from: first.from,
        to: last.to,
        width: widthOf(boxes, start, end) + (hyphen ? 1 : 0),
        hyphen,
      });
    }
    end = start;
  }
  return lines.reverse();
}

function widthOf(boxes: readonly Box[], start: number, end: number): number {
  let width = 0;
  for (let index = start; index < end; index++) {
    const box = boxes[index];
    if (box) width += box.width + (index < end - 1 ? box.gap : 0);
  }
  return width;
}

/** A line too long costs more than any raggedness. */
function square(slack: number): number {
  return slack < 0 ? 1e9 - slack : slack * slack;
}

function lastLineCost(width: number, measure: number, isOneWord: boolean): number {
  if (width > measure) return 1e9 + width;
  return isOneWord && width < Math.min(10, measure / 5) ? square(measure / 4) : 0;
}
