import {keyLabel} from '../../app/overlays/help.ts';
import type {Act, Keymap} from '../../app/keys/keymap.ts';
import {segment, widthOf} from './line.ts';
import type {Line, Segment} from './line.ts';

/** A key and what it does here: "r tries again". */
export type KeyHint = readonly [act: Act, does: string];

/** Keys with what they do, as the reader has them; a pair is never broken across lines. */
export function keyHintLines(keymap: Keymap, wanted: readonly KeyHint[], width: number): readonly Line[] {
  const lines: Segment[][] = [[]];
  for (const [act, does] of wanted) {
    const key = keymap[act][0];
    if (key === undefined) continue;
    const pair = [segment(keyLabel(key), 'accent'), segment(` ${does}`, 'quiet')];
    const line = lines.at(-1) ?? [];
    if (line.length === 0) line.push(...pair);
    else if (widthOf(line) + 2 + widthOf(pair) <= width) line.push(segment('  '), ...pair);
    else lines.push(pair);
  }
  return lines;
}
