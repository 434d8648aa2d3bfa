import {editDistance} from '../email/edit-distance.ts';

/** The candidate that a mistyped word most likely meant, or nothing when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const isBeginning = word.length >= 3 && candidate.startsWith(word);
    if (steps < least || (isBeginning && best === undefined)) {
      best = candidate;
      least = Math.min(least, steps);
    }
  }
  return best;
}
