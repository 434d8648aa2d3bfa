import type {Page, PageLink, Place} from '../../domain/page/page.ts';
import {isBefore} from '../../app/article/reading.ts';
import {headEnd, isSaid, paragraphAt, stretchAt} from '../../app/article/spoken-page.ts';
import type {Reading} from '../../app/core/state.ts';

/** An article that has just opened: its head, or where the reader left off. */
export function opened({page, place, row}: Reading): readonly string[] {
  if (!page) return [];
  if (!isBefore(headEnd(page), place)) return [...between(page, page.start, place), 'Space reads on.'];
  return [`${row?.title ?? 'The article'}. You left off here.`, ...between(page, place, place)];
}

/** Sentences after a move: the text on the way, or the place that a leap has led to. */
export function passed(page: Page, from: Place, to: Place): readonly string[] {
  if (isSame(from, to)) return [];
  return isReadOn(page, from, to) ? between(page, page.move(from, 1), to) : between(page, to, to);
}

/** Down by a paragraph or a few, or by a stretch: all of it is to be heard. A leap to elsewhere is not. */
function isReadOn(page: Page, from: Place, to: Place): boolean {
  if (!isBefore(from, to)) return false;
  return isSame(stretchAt(page, from), to) || [1, 2, 3].some(by => isSame(paragraphAt(page, from, by), to));
}

function isSame(a: Place, b: Place): boolean {
  return a.block === b.block && a.line === b.line;
}

/** The number of the match, and its line. */
export function matchSentences(
  page: Page,
  {spans, current}: NonNullable<Reading['find']>,
): readonly string[] {
  const span = spans[current];
  if (!span) return ['Not found.'];
  return [`Match ${current + 1} of ${spans.length}.`, ...between(page, span.place, span.place)];
}

/** A link that has been chosen. */
export function linkSentence({number, text, target}: PageLink): string {
  const name = number === undefined ? 'Link' : `Link ${number}`;
  return target.kind === 'url' ? `${name}: ${text}, ${target.url}` : `${name}: ${text}`;
}

/** Lines at once, at most: a book is not read out because somebody went to its end. */
const MOST = 60;

function between(page: Page, from: Place, to: Place): readonly string[] {
  const count = page.distance(from, to, MOST) + 1;
  if (count > MOST) return between(page, to, to);
  const said: string[] = [];
  for (const line of page.lines(from, count)) {
    if (isSaid(line)) said.push(line.trimEnd());
  }
  return said;
}
