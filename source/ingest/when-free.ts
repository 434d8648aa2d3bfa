import {setTimeout as pause} from 'node:timers/promises';
import {toProblem} from '../domain/problem.ts';

/** Milliseconds between two tries, and after which it is given up. */
const PAUSE = 20;
const PATIENCE = 10_000;

/** Does something with the library as soon as no other process is writing; the thread is free meanwhile. */
export async function whenFree<Result>(work: () => Result): Promise<Result> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (toProblem(error).kind !== 'busy' || performance.now() > end) throw error;
      await pause(PAUSE);
    }
  }
}
