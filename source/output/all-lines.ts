import type {Page, Place} from '../domain/page/page.ts';

/** Lines asked for at a time. */
const PART = 200;

/** The whole page, from its first line to its last. */
export function allLines(page: Page): readonly string[] {
  const lines: string[] = [];
  let place: Place = page.start;
  for (;;) {
    lines.push(...page.lines(place, PART));
    const next = page.move(place, PART);
    // Moving stops at the last line, so a shorter way means that it was among those just taken.
    if (page.distance(place, next, PART + 1) < PART) return lines;
    place = next;
  }
}
