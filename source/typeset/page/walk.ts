import type {Place} from '../../domain/page/page.ts';
import type {Line} from '../text/line.ts';
import type {Galley} from './galley.ts';

/** A place brought to a line that there is. */
export function settled(galley: Galley, {block, line}: Place): Place {
  const id = galley.at(block) ?? galley.last;
  if (id !== block) return {block: id, line: id < block ? lastLine(galley, id) : 0};
  return {block, line: Math.max(0, Math.min(line, lastLine(galley, id)))};
}

/** Up to `count` lines from a place, each with where it is. */
export function linesFrom(galley: Galley, from: Place, count: number): {place: Place; line: Line}[] {
  const lines: {place: Place; line: Line}[] = [];
  const start = settled(galley, from);
  let row = start.line;
  for (
    let block: number | undefined = start.block;
    block !== undefined && lines.length < count;
    block = galley.next(block)
  ) {
    const own = galley.lines(block);
    for (; row < own.length && lines.length < count; row++) {
      const line = own[row];
      if (line) lines.push({place: {block, line: row}, line});
    }
    row = 0;
  }
  return lines;
}

/** `by` lines further, or as many as there are. */
export function moved(galley: Galley, from: Place, by: number): Place {
  let {block, line} = settled(galley, from);
  let left = by;
  while (left > 0) {
    const count = galley.lines(block).length;
    if (line + left < count) return {block, line: line + left};
    const next = nextWithLines(galley, block);
    if (next === undefined) return {block, line: Math.max(0, count - 1)};
    left -= count - line;
    [block, line] = [next, 0];
  }
  while (left < 0) {
    if (line + left >= 0) return {block, line: line + left};
    const previous = previousWithLines(galley, block);
    if (previous === undefined) return {block, line: 0};
    left += line + 1;
    [block, line] = [previous, lastLine(galley, previous)];
  }
  return {block, line};
}

/** The lines from one place down to another, up to `limit`. */
export function distance(galley: Galley, from: Place, to: Place, limit: number): number {
  if (isAbove(to, from)) return -distance(galley, to, from, limit);
  let lines = -from.line;
  for (
    let block: number | undefined = from.block;
    block !== undefined && block < to.block;
    block = galley.next(block)
  ) {
    lines += galley.lines(block).length;
    if (lines >= limit) return limit;
  }
  return Math.min(limit, lines + to.line);
}

export function isAbove(one: Place, other: Place): boolean {
  return one.block < other.block || (one.block === other.block && one.line < other.line);
}

export function lastLine(galley: Galley, block: number): number {
  return Math.max(0, galley.lines(block).length - 1);
}

export function nextWithLines(galley: Galley, block: number): number | undefined {
  let next = galley.next(block);
  while (next !== undefined && galley.lines(next).length === 0) next = galley.next(next);
  return next;
}

function previousWithLines(galley: Galley, block: number): number | undefined {
  let previous = galley.previous(block);
  while (previous !== undefined && galley.lines(previous).length === 0) previous = galley.previous(previous);
  return previous;
}
