/** The times of the reader's frames, in milliseconds. */
export type FrameTimes = Readonly<{
  note(milliseconds: number): void;
  /** Begins with a blank; empty where nothing was drawn. */
  sentence(): string;
}>;

export function createFrameTimes(): FrameTimes {
  let count = 0;
  let first = 0;
  let sum = 0;
  let longest = 0;
  return {
    note(milliseconds) {
      if (count++ === 0) first = performance.now();
      sum += milliseconds;
      longest = Math.max(longest, milliseconds);
    },
    sentence: () =>
      count === 0
        ? ''
        : ` The reader's first frame stood after ${Math.round(first)}; ${count} frames took ${(sum / count).toFixed(1)} on average, ${longest.toFixed(1)} at most.`,
  };
}
