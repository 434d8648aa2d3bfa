import createBidi from 'bidi-js/dist/bidi.mjs';
import {cellsOf, graphemesOf} from '../text/cells.ts';
import {hasRightToLeft, turnSegments} from '../../domain/text/right-to-left.ts';
import type {Line, Piece} from '../text/line.ts';
import {drawn} from '../text/line.ts';
import {ours} from '../text/look.ts';

/**
 * A line with right-to-left text as it stands on the screen: at the right edge of the measure, with its bars
 * and bullets on that side. Where the terminal would show it as it is stored (`order: 'page'`), its letters
 * are put in the order in which they are read, by Unicode's algorithm (UAX 9). All places on a page stay
 * those of the stored order.
 */
export function directed(
  pieces: readonly Piece[],
  line: Line,
  measure: number,
  order: 'terminal' | 'page',
): readonly Piece[] {
  const hasAny = pieces.some(({text}) => hasRightToLeft(text));
  const seen =
    hasAny && order === 'page' ? reordered(pieces, line.fill === undefined ? line.isRtl : false) : pieces;
  if (!line.isRtl) return seen;
  const start = Math.max(
    0,
    seen.findIndex(({at}) => at >= 0),
  );
  const isOnlyDrawn = !seen.some(({at}) => at >= 0);
  const [before, content] = isOnlyDrawn ? [[], seen] : [seen.slice(0, start), seen.slice(start)];
  const width = pieces.reduce((sum, {text}) => sum + cellsOf(text), 0);
  return [
    drawn(' '.repeat(Math.max(0, measure - width)), ours()),
    ...content,
    ...before.map(mirrored).reverse(),
  ];
}

/** Mirrors the drawing before a text for its other side. */
function mirrored({text, look, at}: Piece): Piece {
  const signs = graphemesOf(text).reverse();
  return {text: signs.map(sign => MIRRORED[sign] ?? sign).join(''), look, at};
}

const MIRRORED: Readonly<Record<string, string>> = {
  '[': ']',
  ']': '[',
  '(': ')',
  ')': '(',
  '<': '>',
  '>': '<',
};

let bidi: ReturnType<typeof createBidi> | undefined;

/** Each run of text between what is drawn, in the order in which it is seen. */
function reordered(pieces: readonly Piece[], isRtl: boolean | undefined): Piece[] {
  const result: Piece[] = [];
  let run: Piece[] = [];
  const end = (): void => {
    result.push(...inOrder(run, isRtl));
    run = [];
  };
  for (const piece of pieces) {
    if (piece.at >= 0 || (run.length > 0 && isRtl)) run.push(piece);
    else {
      end();
      result.push(piece);
    }
  }
  end();
  return result;
}

function inOrder(pieces: readonly Piece[], isRtl: boolean | undefined): readonly Piece[] {
  const text = pieces.map(piece => piece.text).join('');
  if (!isRtl && !hasRightToLeft(text)) return pieces;
  bidi ??= createBidi();
  const levels = bidi.getEmbeddingLevels(text, isRtl === undefined ? 'auto' : isRtl ? 'rtl' : 'ltr');
  const mirrors = bidi.getMirroredCharactersMap(text, levels.levels);
  const clusters = clustersOf(pieces, mirrors);
  turnSegments(clusters, bidi.getReorderSegments(text, levels));
  return joined(clusters);
}

type Cluster = Readonly<{piece: Piece; start: number}>;

function clustersOf(pieces: readonly Piece[], mirrors: ReadonlyMap<number, string>): Cluster[] {
  let start = 0;
  return pieces.flatMap(({text, look, at}) =>
    graphemesOf(text).map(grapheme => {
      const cluster = {piece: {text: mirrors.get(start) ?? grapheme, look, at}, start};
      start += grapheme.length;
      return cluster;
    }),
  );
}

/** Neighbours of one look together again. */
function joined(clusters: readonly Cluster[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const {piece} of clusters) {
    const last = pieces.at(-1);
    if (last && last.look === piece.look && last.at === piece.at)
      pieces[pieces.length - 1] = {...last, text: last.text + piece.text};
    else pieces.push(piece);
  }
  return pieces;
}
