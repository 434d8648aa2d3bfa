import {HALF_BLOCK} from '../text/drawing.ts';
import type {DotRow} from '../text/drawing.ts';
import {dithered, nearestOf16, nearestOf256} from './nearest.ts';

/**
 * A row of a picture for a terminal with so many colours. What both ends of the row need is closed at its
 * end.
 */
export function paintDots({upper, lower, row}: DotRow, colors: 1 | 2 | 3): string {
  let text = '';
  let [ink, ground] = ['', ''];
  for (let x = 0; x < upper.length; x++) {
    const above = codeOf(upper[x] ?? 0, 38, x, row * 2, colors);
    const below = codeOf(lower[x] ?? 0, 48, x, row * 2 + 1, colors);
    const changes = [...(above === ink ? [] : [above]), ...(below === ground ? [] : [below])];
    if (changes.length > 0) text += `\u001B[${changes.join(';')}m`;
    text += HALF_BLOCK;
    [ink, ground] = [above, below];
  }
  return `${text}\u001B[39;49m`;
}

/** `kind` is 38 for the ink, 48 for the ground. */
function codeOf(colour: number, kind: 38 | 48, x: number, y: number, colors: 1 | 2 | 3): string {
  if (colors === 3) return `${kind};2;${colour >> 16};${(colour >> 8) & 255};${colour & 255}`;
  if (colors === 2) return `${kind};5;${nearestOf256(dithered(colour, x, y, SPREAD[2]))}`;
  const number = nearestOf16(dithered(colour, x, y, SPREAD[1]));
  return String((number < 8 ? 30 + number : 82 + number) + kind - 38);
}

/** About how far apart the colours of a terminal lie. */
const SPREAD = {1: 64, 2: 32} as const;
