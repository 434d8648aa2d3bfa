import {largest} from '../layout/setting.ts';
import type {Place, Position} from '../../domain/page/page.ts';
import {offsetOf} from '../text/line.ts';
import type {Galley} from './galley.ts';
import {nextWithLines, settled} from './walk.ts';

/**
 * The position of a line in the text, whatever the measure. A line with nothing but what we drew stands where
 * the next text begins; the blank lines below a block belong to the next one.
 */
export function positionAt(galley: Galley, {block, line}: Place): Position {
  const offsets = galley.lines(block).map(offsetOf);
  if (line === 0) return {block, offset: 0};
  const below = offsets.find((offset, index) => index >= line && offset >= 0);
  if (below !== undefined) return {block, offset: below};
  const next = nextWithLines(galley, block);
  if (next !== undefined) return {block: next, offset: 0};
  const last = largest(0, offsets);
  // The first line is the block's beginning, also when signs that are not seen come before its text.
  return {block, offset: offsets[0] === last ? 0 : last};
}

/** The line that a position is on: the last one that does not begin behind it. */
export function placeAt(galley: Galley, {block, offset}: Position): Place {
  if (galley.at(block) !== block || offset === 0) return settled(galley, {block, line: 0});
  const offsets = galley.lines(block).map(offsetOf);
  return {
    block,
    line: Math.max(
      0,
      offsets.findLastIndex(start => start >= 0 && start <= offset),
    ),
  };
}
