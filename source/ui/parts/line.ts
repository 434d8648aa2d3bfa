import cliTruncate from 'cli-truncate';
import stringWidth from 'string-width';
import type {Role} from '../../domain/theme/theme.ts';

/** A run of text with one look. */
export type Segment = Readonly<{text: string; role?: Role; isBold?: boolean}>;

/** One row of the screen, in segments: what the pure views give and <Line> draws. */
export type Line = readonly Segment[];

export const BLANK: Line = [];

export function segment(text: string, role?: Role, isBold = false): Segment {
  return {text, ...(role && {role}), ...(isBold && {isBold})};
}

export function widthOf(line: Line): number {
  return line.reduce((width, {text}) => width + stringWidth(text), 0);
}

/** The text cut to a width in cells, with an ellipsis where something is missing. */
export function fit(text: string, width: number): string {
  if (width <= 0) return '';
  return stringWidth(text) <= width ? text : cliTruncate(text, width);
}

/** The text in exactly `width` cells. */
export function pad(text: string, width: number): string {
  const fitted = fit(text, width);
  return fitted + ' '.repeat(Math.max(0, width - stringWidth(fitted)));
}

/** The left part and the right part at the two ends of a row; the left one gives way. */
export function spread(left: Line, right: Line, width: number): Line {
  const rightWidth = widthOf(right);
  if (rightWidth === 0) return clip(left, width);
  const room = width - rightWidth - 1;
  if (room < 1) return left.length === 0 ? clip(right, width) : clip(left, width);
  const kept = clip(left, room);
  return [...kept, segment(' '.repeat(width - rightWidth - widthOf(kept))), ...right];
}

/** The line cut to a width. */
export function clip(line: Line, width: number): Line {
  let room = width;
  const kept: Segment[] = [];
  for (const one of line) {
    if (room <= 0) break;
    const text = fit(one.text, room);
    kept.push({...one, text});
    room -= stringWidth(text);
    if (text !== one.text) break;
  }
  return kept;
}

export function textOf(line: Line): string {
  return line.map(({text}) => text).join('');
}
