import {setImmediate as nextTurn} from 'node:timers/promises';
import type {Mounted} from './mounted.ts';

type During = () => Promise<void>;
type Lending = Pick<Mounted, 'suspendTerminal' | 'redraw'> & Readonly<{end: () => void}>;

/** Lends the terminal to other programs, to one at a time; who asks meanwhile does not get it. */
export function lendTerminal(suspend: (during: During) => Promise<void>): Lending {
  let isLent = false;
  let isStale = false;
  const suspendTerminal = async (during: During): Promise<void> => {
    if (isLent) return;
    isLent = true;
    // With the input let go nothing would be left for Node to wait for, and it would end.
    const alive = setInterval(() => undefined, 2 ** 30);
    try {
      await suspend(() => withoutInput(() => leavingCtrlC(during)));
    } finally {
      clearInterval(alive);
      isLent = false;
      // Asked for while it was being drawn: that may have come too late for it.
      if (isStale) void suspendTerminal(() => Promise.resolve());
      isStale = false;
    }
  };
  const redraw = (): void => {
    isStale = isLent;
    void suspendTerminal(() => Promise.resolve());
  };
  const continued = (): void => {
    // Nobody told a stopped program of its window's size.
    process.kill(process.pid, 'SIGWINCH');
    // Stopped from outside: the shell has the terminal in its own mode, and its words are on the screen.
    if (!isLent) redraw();
  };
  if (process.platform !== 'win32') process.on('SIGCONT', continued);
  return {suspendTerminal, redraw, end: () => void process.off('SIGCONT', continued)};
}

/**
 * Does not read another program's keys away. Ink only lets go of the input; Node would go on reading it,
 * beside the other program, and be stuck in the read when that took the line first.
 */
async function withoutInput(during: During): Promise<void> {
  // Node notices in the next turn that nobody listens, and in the one after that it is to pause.
  await nextTurn();
  process.stdin.pause();
  await nextTurn();
  await during();
}

/** Ctrl-C is for the program that has the terminal; the shell sends it to both. */
async function leavingCtrlC(during: During): Promise<void> {
  const listeners = process.listeners('SIGINT');
  process.removeAllListeners('SIGINT').on('SIGINT', ignore);
  try {
    await during();
  } finally {
    for (const listener of listeners) process.on('SIGINT', listener);
    process.off('SIGINT', ignore);
  }
}

function ignore(): void {}
