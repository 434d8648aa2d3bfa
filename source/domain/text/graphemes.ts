let segmenter: Intl.Segmenter | undefined;

/**
 * The grapheme clusters of a text and where they begin, in UTF-16 units. The one Segmenter is made when first
 * needed.
 */
export function graphemes(text: string): Iterable<Readonly<{index: number; segment: string}>> {
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(text);
}
