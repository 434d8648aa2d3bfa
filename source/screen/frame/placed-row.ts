import stringWidth from 'string-width';
import {graphemes} from '../../domain/text/graphemes.ts';
import {SEQUENCE, cellsOf} from './cells.ts';

/** One code point that every terminal draws in two cells. */
const TWO_CELLS =
  /^[\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]$/;

/** The base of a cluster that terminals at most see wider than one cell by its marks. */
const SURE_BASE = /^[\x21-\x7e\xa1-\u024f\u0400-\u04ff\u3041-\u30fe\u4e00-\u9fff\uac00-\ud7a3]/;

const MOST = 600;
const placedRows = new Map<string, string>();

/**
 * A row in which the cursor is placed again after each cluster that terminals disagree on, so that one odd
 * emoji moves nothing else. Letters of scripts that are joined (Devanagari, Thai) stay in one piece: there it
 * is placed at the next gap between columns.
 */
export function placedRow(line: string): string {
  if (cellsOf(line)) return line;
  let placed = placedRows.get(line);
  if (placed === undefined) {
    if (placedRows.size >= MOST) placedRows.clear();
    placed = place(line);
    placedRows.set(line, placed);
  }
  return placed;
}

function place(line: string): string {
  let placed = '';
  let column = 0;
  let shifted = 'no' as Doubt;
  const putText = (text: string): void => {
    for (const {segment, index} of graphemes(text)) {
      const doubt = doubtOf(segment);
      const isGap = /^(?: {2}|[│▌|])/.test(text.slice(index, index + 2));
      if (shifted === 'here' || (shifted !== 'no' && isGap)) {
        placed += `\x1b[${column + 1}G`;
        shifted = 'no';
      }
      placed += segment;
      column += stringWidth(segment);
      if (doubt !== 'no') shifted = doubt;
    }
  };
  let index = 0;
  for (const match of line.matchAll(SEQUENCE)) {
    putText(line.slice(index, match.index));
    placed += match[0];
    index = match.index + match[0].length;
  }
  putText(line.slice(index));
  return placed;
}

/** The need to place the cursor again after a cluster. */
type Doubt = 'no' | 'here' | 'until a gap';

function doubtOf(cluster: string): Doubt {
  if (TWO_CELLS.test(cluster) || cellsOf(cluster)) return 'no';
  return /^\p{L}/u.test(cluster) && !SURE_BASE.test(cluster) ? 'until a gap' : 'here';
}
