import type {Page, Place} from '../../domain/page/page.ts';
import {isBefore} from './reading.ts';

/*
 * A page that is read aloud is set so wide that each paragraph is one line; the reader goes from one line
 * that says something to the next.
 */

/** Blank lines say nothing; a brace alone is a line of code. */
export function isSaid(line: string): boolean {
  return line.trim() !== '';
}

/** The `by`th line further that says something (negative: back); the place itself at the page's ends. */
export function paragraphAt(page: Page, from: Place, by: number): Place {
  const direction = by < 0 ? -1 : 1;
  let reached = from;
  let place = from;
  for (let left = Math.abs(by); left > 0;) {
    const next = page.move(place, direction);
    if (!isBefore(next, place) && !isBefore(place, next)) break;
    place = next;
    if (!isSaid(page.lines(place, 1)[0] ?? '')) continue;
    reached = place;
    left--;
  }
  return reached;
}

/** The last line of the article's head: title, author, date. They are read out when it opens. */
export function headEnd(page: Page): Place {
  let first = page.start;
  // Words are counted in the body alone, so the last place before any is the body's first line.
  for (let next = page.move(first, 1); isBefore(first, next) && page.progress(next) === 0;) {
    first = next;
    next = page.move(first, 1);
  }
  return paragraphAt(page, first, -1);
}

function isEnd(page: Page, place: Place): boolean {
  return /^End of (?:list|code|table|quote|note|details)\b/.test(page.lines(place, 1)[0] ?? '');
}

/** Paragraphs that are read out at once, up to the next heading. */
const STRETCH = 8;

/** The end of the next stretch to be read out: it stops before a heading, and begins with one. */
export function stretchAt(page: Page, from: Place): Place {
  const isHeading = ({block}: Place): boolean => page.headings.some(heading => heading.block === block);
  let reached = paragraphAt(page, from, 1);
  for (let said = 1; said < STRETCH; said++) {
    const next = paragraphAt(page, reached, 1);
    if (isHeading(next)) break;
    reached = next;
  }
  // The words that end a list or code belong to its last line.
  for (let next = paragraphAt(page, reached, 1); isEnd(page, next); next = paragraphAt(page, reached, 1)) {
    if (!isBefore(reached, next)) break;
    reached = next;
  }
  return reached;
}
