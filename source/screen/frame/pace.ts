/** Milliseconds from one frame to the next: 60 in a second. */
export const FRAME = 17;

/**
 * Listens to a store at most once a frame, however long one is now; the time is counted from one frame to the
 * next, and the last change is always heard. A key that comes too soon waits for the rest of the frame, not
 * for another whole one.
 */
export function paced(
  subscribe: (listener: () => void) => () => void,
  frameTime: () => number = () => FRAME,
): (listener: () => void) => () => void {
  return listener => {
    let last = -Infinity;
    let timer: NodeJS.Timeout | undefined;
    const run = (): void => {
      timer = undefined;
      last = performance.now();
      listener();
    };
    const stop = subscribe(() => {
      if (timer !== undefined) return;
      const left = last + frameTime() - performance.now();
      if (left <= 0) run();
      else timer = setTimeout(run, left);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  };
}
