import type createBidi from 'bidi-js/dist/bidi.mjs';
import {graphemes} from '../../domain/text/graphemes.ts';
import {hasRightToLeft} from '../../domain/text/right-to-left.ts';

let bidi: ReturnType<typeof createBidi> | undefined;

/** Loads Unicode's algorithm, which few titles need. Until then a text stays in its stored order. */
export async function loadVisualOrder(): Promise<void> {
  const {default: create} = await import('bidi-js/dist/bidi.mjs');
  bidi ??= create();
}

/**
 * A text with its right-to-left letters in the order in which they are seen, for a terminal that does not do
 * it.
 */
export function inVisualOrder(text: string): string {
  if (!bidi || !hasRightToLeft(text)) return text;
  const levels = bidi.getEmbeddingLevels(text, 'auto');
  const mirrors = bidi.getMirroredCharactersMap(text, levels.levels);
  // Clusters are turned, not units: marks stay behind their letter.
  const clusters = Array.from(graphemes(text), ({index, segment}) => ({
    index,
    text: mirrors.get(index) ?? segment,
  }));
  const starts = clusters.map(({index}) => index);
  for (const [from = 0, to = 0] of bidi.getReorderSegments(text, levels)) {
    const first = starts.findIndex(start => start >= from);
    const beyond = starts.findIndex(start => start > to);
    const last = beyond === -1 ? starts.length : beyond;
    if (first !== -1) clusters.splice(first, last - first, ...clusters.slice(first, last).reverse());
  }
  return clusters.map(cluster => cluster.text).join('');
}
