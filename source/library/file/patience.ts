/**
 * Milliseconds that a change waits for other processes before it is given up, where nobody says otherwise.
 */
export const PATIENCE = 10_000;

/**
 * Tries with little sleep in between: SQLite's own waiting grows to 100 ms, in which eager neighbours
 * overtake forever.
 */
const LEAST = 1;
const MOST = 4;

const bell = new Int32Array(new SharedArrayBuffer(4));

/** Repeats what fails for a busy neighbour; sleeps meanwhile, for there is nothing else to do. */
export function patiently<Result>(
  attempt: () => Result,
  isBusy: (error: unknown) => boolean,
  patience: number,
): Result {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= end) throw error;
      rest(LEAST + Math.random() * (MOST - LEAST));
    }
  }
}

/** Sleeps for some milliseconds. */
export function rest(milliseconds: number): void {
  Atomics.wait(bell, 0, 0, milliseconds);
}
