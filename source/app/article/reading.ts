import type {PageLink, Place, Position} from '../../domain/page/page.ts';
import type {Effect} from '../core/effect.ts';
import {layoutOf} from '../core/layout.ts';
import {wantedPictures} from './picture-wishes.ts';
import type {Reading, State} from '../core/state.ts';

/** Movements in an open article: everything here is about the page and the screen's height. */

export const START: Place = {block: 0, line: 0};

export function isBefore(a: Place, b: Place): boolean {
  return a.block < b.block || (a.block === b.block && a.line < b.line);
}

/** The place brought within the page: never past the line at which the page's end fills the screen. */
export function scrollTo<R extends Reading>(state: State, reading: R, place: Place): R {
  const {page} = reading;
  if (!page) return reading;
  const kept = page.fit(place, layoutOf(state).pageRows);
  return {...reading, place: kept, position: page.position(kept)};
}

/**
 * The page shown where the reader was. The position stays as it was, though a taller screen may show what
 * stands above it and a wider line may begin before it: so nothing is lost however often the window changes,
 * until the reader moves.
 */
export function settle<R extends Reading>(state: State, reading: R, position: Position): R {
  const {page} = reading;
  if (!page) return reading;
  return {...reading, place: page.fit(page.place(position), layoutOf(state).pageRows), position};
}

export function scrollBy<R extends Reading>(state: State, reading: R, lines: number): R {
  const {page, place} = reading;
  return page ? scrollTo(state, reading, page.move(place, lines)) : reading;
}

/** The next screen: a heading comes with what it heads. */
export function turnPage<R extends Reading>(state: State, reading: R, lines: number): R {
  const {page, place} = reading;
  return page ? scrollTo(state, reading, page.turn(place, lines, layoutOf(state).pageRows)) : reading;
}

export function isAtEnd(state: State, {page, place}: Reading): boolean {
  const {pageRows} = layoutOf(state);
  return page !== undefined && page.distance(place, page.move(place, pageRows), pageRows) < pageRows;
}

/**
 * Share of the body that was on the screen, 0 to 1: 0 at the top, 1 as soon as the last line is in view. What
 * is above the screen is measured against what is below it, so the end of a book need not be set to say how
 * far away it is.
 */
export function progressOf(state: State, reading: Reading): number {
  const {page, place} = reading;
  if (!page) return 0;
  const below = 1 - page.progress(page.move(place, layoutOf(state).pageRows));
  if (below <= 0 || isAtEnd(state, reading)) return 1;
  const above = page.progress(place);
  return above / (above + below);
}

export function minutesLeft(state: State, reading: Reading): number {
  return Math.ceil((reading.row?.minutes ?? 0) * (1 - progressOf(state, reading)));
}

/** Stores the reading position after each move. */
export function keepPlace(state: State, reading: Reading): readonly Effect[] {
  const {id, page, place, position} = reading;
  if (!page) return [];
  if (reading.isCompleting) return wantedPictures(state, reading);
  const progress = progressOf(state, reading);
  const effects: Effect[] = [
    {kind: 'keep-position', id, position, progress},
    {kind: 'set-ahead', page, from: place, rows: layoutOf(state).pageRows},
  ];
  if (progress >= 0.95 && reading.row?.isRead === false && state.settings.readAtEnd) {
    effects.push({kind: 'mark', ids: [reading.id], isRead: true, isQuiet: true});
  }
  return [...effects, ...wantedPictures(state, reading)];
}

/** Brings a block to the screen: nothing moves when its line is there already. */
export function reveal<R extends Reading>(state: State, reading: R, place: Place): R {
  const {page} = reading;
  if (!page) return reading;
  const {pageRows} = layoutOf(state);
  const below = page.distance(reading.place, place, pageRows + 1);
  if (below >= 0 && below < pageRows) return reading;
  return scrollTo(state, reading, page.move(place, -Math.floor(pageRows / 3)));
}

/** The link after (or before) the chosen one; without one, the first in view. */
export function neighbourLink(
  state: State,
  {page, place, chosen}: Reading,
  by: 1 | -1,
): PageLink | undefined {
  const links = page?.links ?? [];
  if (!page || links.length === 0) return undefined;
  if (chosen) {
    const index = links.indexOf(chosen);
    return links[(index + by + links.length) % links.length];
  }
  const {pageRows} = layoutOf(state);
  const isInView = (link: PageLink): boolean => {
    const first = page.spans(link)[0];
    const below = first ? page.distance(place, first.place, pageRows + 1) : -1;
    return below >= 0 && below < pageRows;
  };
  const inView = links
    .filter(link => link.block >= place.block && link.block <= page.move(place, pageRows).block)
    .filter(isInView);
  return (by > 0 ? inView[0] : inView.at(-1)) ?? links.find(link => link.block >= place.block) ?? links[0];
}

/** The heading whose section is at the top of the screen; -1 above the first. */
export function currentHeading({page, place}: Reading): number {
  return page ? page.headings.findLastIndex(heading => heading.block <= place.block) : -1;
}
