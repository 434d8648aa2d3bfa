import {setImmediate as nextTurn} from 'node:timers/promises';

/**
 * Runs something else on the terminal without reading its keys away. Ink only lets go of the input; Node would go on
 * reading it, beside the other program, and be stuck in the read when that took the line first.
 */
export async function withoutInput(during: () => Promise<void>): Promise<void> {
  // Node notices in the next turn that nobody listens, and in the one after that it is to pause.
  await nextTurn();
  process.stdin.pause();
  await nextTurn();
  await during();
}
