import type {Box, Broken} from './box.ts';
import {classBoxes} from './classes.ts';
import {breakLong} from './long-words.ts';
import {greedy, totalFit} from './total-fit.ts';
import {breaksAtSpaces, wordBoxes} from './words.ts';

export type Breaking = 'optimal' | 'greedy' | 'balanced';

/**
 * Breaks a text into lines of at most `measure` cells; line feeds in it end a line. Only what can't be broken
 * at all is wider: one grapheme.
 */
export function breakText(
  text: string,
  measure: number,
  breaking: Breaking,
  isStiff: (from: number, to: number) => boolean,
): Broken[] {
  const lines: Broken[] = [];
  const boxesOf = breaksAtSpaces(text) ? wordBoxes : classBoxes;
  let from = 0;
  while (from <= text.length) {
    const feed = text.indexOf('\n', from);
    const to = feed === -1 ? text.length : feed;
    const boxes = breakLong(glued(boxesOf(text, from, to, isStiff), text), text, measure);
    if (boxes.length === 0) lines.push({from, to: from, width: 0, hyphen: false});
    const broken =
      breaking === 'greedy' ? greedy(boxes, measure) : totalFit(boxes, measure, breaking === 'balanced');
    for (const line of broken) lines.push(line);
    from = to + 1;
  }
  return lines;
}

/**
 * Marks that stand alone between spaces: a dash or "!" stays with the word before it, an opening one with the
 * next.
 */
const CLOSING = /^[-\u2013\u2014!?:;,.\u2026\u00bb)\]}%]+$/u;
const OPENING = /^[\u00ab([{\u00bf\u00a1]+$/u;

function glued(boxes: readonly Box[], text: string): Box[] {
  const kept: Box[] = [];
  for (const one of boxes) {
    const last = kept.at(-1);
    // A box without cells never begins a line, or a line could hold any number of them.
    const isGlued =
      (one.width === 0 && last !== undefined) ||
      (last?.gap === 1 &&
        ((one.to - one.from <= 3 && CLOSING.test(text.slice(one.from, one.to))) ||
          (last.to - last.from <= 2 && OPENING.test(text.slice(last.from, last.to)))));
    if (isGlued && last)
      kept[kept.length - 1] = {
        ...one,
        from: last.from,
        // Measured anew, a line of nothing but dashes would take time by the square.
        width: last.width + last.gap + one.width,
      };
    else kept.push(one);
  }
  return kept;
}
