/** Keys in ascending order, each once. */
export type KeySet = readonly number[];

/** In sets of so different sizes each key of the small one is looked up; otherwise both are walked. */
const UNLIKE = 32;

export function intersect(a: KeySet, b: KeySet): KeySet {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  if (large.length > small.length * UNLIKE) return small.filter(key => has(large, key));
  const kept: number[] = [];
  let at = 0;
  for (const key of small) {
    while ((large[at] ?? Infinity) < key) at++;
    if (large[at] === key) kept.push(key);
  }
  return kept;
}

export function subtract(from: KeySet, taken: KeySet): KeySet {
  if (taken.length === 0) return from;
  const kept: number[] = [];
  let at = 0;
  for (const key of from) {
    while ((taken[at] ?? Infinity) < key) at++;
    if (taken[at] !== key) kept.push(key);
  }
  return kept;
}

export function has(set: KeySet, key: number): boolean {
  return set[rankIn(set, key)] === key;
}

/** Counts the keys of the set below this one. */
export function rankIn(set: KeySet, key: number): number {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((set[middle] ?? Infinity) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
