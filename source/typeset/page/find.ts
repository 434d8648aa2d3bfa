import type {Span} from '../../domain/page/page.ts';
import type {Flow} from '../text/flow.ts';
import {cellsOf} from '../text/cells.ts';
import type {Line} from '../text/line.ts';
import {folded} from './folded.ts';
import type {Galley} from './galley.ts';

/** The places of a text on the page. A match may go over lines: then it has a span on each. */
export function findIn(galley: Galley, text: string, limit: number): readonly Span[] {
  const wanted = folded(text).text.trim();
  if (wanted === '') return [];
  const spans: Span[] = [];
  for (
    let block: number | undefined = galley.at(0);
    block !== undefined && spans.length < limit;
    block = galley.next(block)
  ) {
    const room = limit - spans.length;
    const ranges = (galley.block(block)?.flows ?? []).flatMap(flow => matchesIn(flow, wanted, room));
    if (ranges.length === 0) continue;
    for (const span of spansIn(galley.lines(block), ranges, block)) spans.push(span);
  }
  return spans.slice(0, limit);
}

/** The spans of ranges on the lines of a block; a line is only compared with the ranges that reach it. */
function spansIn(lines: readonly Line[], ranges: readonly Range[], block: number): Span[] {
  const spans: Span[] = [];
  for (const [line, laid] of lines.entries()) {
    const [from, to] = reachOf(laid);
    let low = ranges.findIndex(range => range[1] > from);
    // Cells of a table stand side by side, so a line may reach over ranges that are not on it.
    for (; low !== -1 && low < ranges.length; low++) {
      const range = ranges[low];
      if (!range || range[0] >= to) break;
      spans.push(...spansOn(laid, range, {block, line}));
    }
  }
  return spans;
}

/** The part of the block's text from the first to the last piece of a line. */
function reachOf({pieces}: Line): Range {
  let [from, to] = [Number.POSITIVE_INFINITY, -1];
  for (const {at, text} of pieces) {
    if (at < 0) continue;
    from = Math.min(from, at);
    to = Math.max(to, at + text.length);
  }
  return [from, to];
}

type Range = readonly [from: number, to: number];

/** The places of a folded text in the block's text; numbers of links in between do not hide it. */
function matchesIn({text, runs, at}: Flow, wanted: string, limit: number): Range[] {
  const {text: haystack, places} = folded(text, runs);
  const ranges: Range[] = [];
  for (
    let index = haystack.indexOf(wanted);
    index !== -1 && ranges.length < limit;
    index = haystack.indexOf(wanted, index + wanted.length)
  ) {
    const [from, to] = [places[index] ?? 0, places[index + wanted.length] ?? text.length];
    ranges.push([at + from, at + to]);
  }
  return ranges;
}

function spansOn({pieces}: Line, [from, to]: Range, place: Span['place']): Span[] {
  let cell = 0;
  let span: {place: Span['place']; from: number; to: number} | undefined;
  for (const {text, at} of pieces) {
    const [start, stop] = [Math.max(from, at), Math.min(to, at + text.length)];
    if (at >= 0 && stop > start) {
      const [first, last] = [cell + cellsOf(text, 0, start - at), cell + cellsOf(text, 0, stop - at)];
      if (span) span.to = last;
      else span = {place, from: first, to: last};
    }
    cell += cellsOf(text);
  }
  return span ? [span] : [];
}
