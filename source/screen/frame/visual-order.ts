import type createBidi from 'bidi-js/dist/bidi.mjs';
import {graphemes} from '../../domain/text/graphemes.ts';
import {hasRightToLeft, turnSegments} from '../../domain/text/right-to-left.ts';

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
  const clusters = Array.from(graphemes(text), ({index, segment}) => ({
    start: index,
    text: mirrors.get(index) ?? segment,
  }));
  turnSegments(clusters, bidi.getReorderSegments(text, levels));
  return clusters.map(cluster => cluster.text).join('');
}
