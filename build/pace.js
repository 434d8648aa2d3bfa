/**
 * At most one frame in so many milliseconds, counted from one frame to the next. The package that Ink takes for this
 * begins to count anew with each call: what comes a millisecond too soon would wait for a whole frame more.
 *
 * @param {(...given: unknown[]) => void} act
 */
export function throttle(act, milliseconds = 0) {
  let last = -Infinity;
  let timer;
  let waiting = [];
  const run = () => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    act(...waiting);
  };
  const throttled = (...given) => {
    waiting = given;
    if (timer !== undefined) return;
    const left = last + milliseconds - performance.now();
    if (left <= 0) run();
    else timer = setTimeout(run, left);
  };
  throttled.cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  /** What waits comes at once. */
  throttled.flush = () => {
    if (timer !== undefined) run();
  };
  return throttled;
}
