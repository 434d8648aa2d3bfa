/** The candidate that a mistyped word most likely meant, or nothing when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    const isBeginning = word.length >= 3 && candidate.startsWith(word);
    if (steps < least || (isBeginning && best === undefined)) {
      best = candidate;
      least = Math.min(least, steps);
    }
  }
  return best;
}

/** Letters to insert, remove, replace or swap with a neighbour (optimal string alignment). */
export function distance(from: string, to: string): number {
  let before: number[] = [];
  let previous = Array.from({length: to.length + 1}, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      let steps = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        steps = Math.min(steps, before[column - 2]! + 1);
      current.push(steps);
    }
    [before, previous] = [previous, current];
  }
  return previous[to.length]!;
}
