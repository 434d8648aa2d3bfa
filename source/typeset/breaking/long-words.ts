import type {Box} from './box.ts';
import {ADDRESS, COST, box} from './words.ts';
import {cellsOf, graphemesOf} from '../text/cells.ts';

/**
 * Takes what is too long for a line apart: addresses and paths behind their slashes and before their dots,
 * names behind underscores and capitals, and whatever is still too long between two graphemes. Addresses that
 * take more than half a line may break too, so that the line before them is not left empty.
 */
export function breakLong(boxes: readonly Box[], text: string, measure: number): readonly Box[] {
  if (!boxes.some(({width}) => width > measure / 2)) return boxes;
  return boxes.flatMap(one => {
    if (one.width <= measure / 2 || one.to - one.from < 2) return [one];
    const word = text.slice(one.from, one.to);
    if (one.width <= measure && !ADDRESS.test(word)) return [one];
    const host = HOST.exec(word)?.[0].length ?? 0;
    const wordOf = (part: Box): string => text.slice(part.from, part.to);
    const fitting = (parts: readonly Box[], endsOf: (word: string) => number[], cost: number): Box[] =>
      parts.flatMap(part => (part.width > measure ? cut(text, part, endsOf(wordOf(part)), cost) : [part]));
    const joints = jointsOf(word).filter(end => end >= host);
    // A host is only broken where it is too long for a line by itself, and a name only where nothing else
    // helps.
    const whole = fitting(cut(text, one, joints, COST.address), schemeEnd, COST.address);
    const parts = fitting(whole, jointsOf, COST.address);
    return fitting(parts, graphemeEnds, COST.torn);
  });
}

/** Behind the scheme, so that the host has a line to itself. */
function schemeEnd(word: string): number[] {
  const end = word.indexOf('//') + 2;
  return end > 2 && end < word.length ? [end] : [];
}

/** The scheme and the host of an address. */
const HOST = /^[^\s/]*\/\/[^/?#]*/u;

/**
 * Behind separators but not behind those of a scheme, before dots, between a small letter and a capital;
 * never between two separators.
 */
const JOINT =
  /(?:(?<!:\/)\/|[?&=#_:,;|+@-])(?![/?&=#_:,;|+@-]|$)|(?<=[\p{L}\p{N})])(?=\.[\p{L}\p{N}])|(?<=\p{Ll})(?=\p{Lu})/gu;

function jointsOf(word: string): number[] {
  return Array.from(word.matchAll(JOINT), match => match.index + match[0].length).filter(
    end => end > 2 && end < word.length - 1,
  );
}

function graphemeEnds(text: string): number[] {
  let end = 0;
  return graphemesOf(text)
    .map(grapheme => (end += grapheme.length))
    .slice(0, -1);
}

/** A box in parts that end at `ends`. */
function cut(text: string, whole: Box, ends: readonly number[], cost: number): Box[] {
  const parts: Box[] = [];
  // Marks and joiners at the end have no cells: they stay with what is before them.
  const visible = whole.from + text.slice(whole.from, whole.to).replace(/[\p{M}\p{Cf}]{1,200}$/u, '').length;
  let from = whole.from;
  for (const end of ends) {
    const to = whole.from + end;
    if (to <= from || to >= visible) continue;
    parts.push({...box(text, from, to), cost});
    from = to;
  }
  parts.push({...whole, from, width: cellsOf(text, from, whole.to)});
  return parts;
}
