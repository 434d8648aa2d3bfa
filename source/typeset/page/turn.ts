import type {Place} from '../../domain/page/page.ts';
import type {Galley} from './galley.ts';
import {distance, isAbove, moved} from './walk.ts';

/**
 * The top of the next screen. If its last lines were a heading and nothing of what it heads, the screen
 * begins so many lines earlier, and the heading comes whole with the one after.
 */
export function turned(galley: Galley, from: Place, by: number, height: number): Place {
  const top = moved(galley, from, by);
  if (by <= 0 || height < 4) return top;
  const lonely = linesOfLoneHeading(galley, top, height);
  if (lonely === 0 || lonely >= by) return top;
  const earlier = moved(galley, top, -lonely);
  return isAbove(from, earlier) ? earlier : top;
}

/** The lines at the bottom of a screen that are a heading without anything below it. */
function linesOfLoneHeading(galley: Galley, top: Place, height: number): number {
  const bottom = moved(galley, top, height - 1);
  if (distance(galley, top, bottom, height) < height - 1) return 0;
  if (galley.block(bottom.block)?.block.kind !== 'heading') return 0;
  let first = bottom.block;
  for (
    let above = galley.previous(first);
    above !== undefined && galley.block(above)?.block.kind === 'heading';
    above = galley.previous(above)
  )
    first = above;
  const lines = distance(galley, {block: first, line: 0}, bottom, height) + 1;
  return lines < height / 2 ? lines : 0;
}
