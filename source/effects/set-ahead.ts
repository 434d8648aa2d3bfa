import type {Effect} from '../app/core/effect.ts';
import {pause} from './pause.ts';

/** After what a key has changed is on the screen, and before the next one may come, in milliseconds. */
const PAUSE = 16;

/** Lays out the next screens of a page, so that turning to them costs no more than showing them. */
export async function setAhead(
  {page, from, rows}: Extract<Effect, {kind: 'set-ahead'}>,
  signal: AbortSignal,
): Promise<void> {
  await pause(PAUSE);
  for (let screen = 1; screen <= SCREENS && !signal.aborted; screen++) {
    page.move(from, rows * (screen + 1));
    await new Promise(setImmediate);
  }
}

const SCREENS = 2;
