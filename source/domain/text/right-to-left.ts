/** Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their like. */
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export function hasRightToLeft(text: string): boolean {
  return RTL.test(text);
}

/**
 * Turns clusters within segments of Unicode's bidirectional algorithm, first and last code unit each, in
 * place. Clusters are turned, not units, so that marks stay behind their letter.
 */
export function turnSegments(clusters: {start: number}[], segments: readonly (readonly number[])[]): void {
  const starts = clusters.map(({start}) => start);
  for (const [from = 0, to = 0] of segments) {
    const first = starts.findIndex(start => start >= from);
    const beyond = starts.findIndex(start => start > to);
    const last = beyond === -1 ? starts.length : beyond;
    if (first !== -1) clusters.splice(first, last - first, ...clusters.slice(first, last).reverse());
  }
}
