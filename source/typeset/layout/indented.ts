import type {Line} from '../text/line.ts';
import {drawn, prefixed} from '../text/line.ts';
import {ours} from '../text/look.ts';

/** Lines set in by some cells; blank ones stay blank. */
export function indented(lines: readonly Line[], indent: number): Line[] {
  if (indent === 0) return [...lines];
  const space = drawn(' '.repeat(indent), ours());
  return lines.map(line => (line.pieces.length === 0 ? line : prefixed(space, line)));
}
