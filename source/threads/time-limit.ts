/** Milliseconds between two looks at the time, or a quarter of a shorter limit. */
const TICK = 250;

/** A thread that uses no processor is held to so many times its limit, by the clock. */
const WIDE = 12;

/**
 * Holds another thread to a limit of processor time, so that a busy machine or a stop of the process is no
 * fault of what the thread reads. A thread that works without end cannot be asked for its own time: the time
 * is that of the whole process without the thread that asks, and never more than the clock has moved.
 */
export class TimeLimit {
  readonly #onPassed: (seconds: number) => void;
  #timer: NodeJS.Timeout | undefined;
  #before = 0;
  #worked = 0;
  #passed = 0;

  /** `onPassed` gets the seconds that were passed. */
  constructor(onPassed: (seconds: number) => void) {
    this.#onPassed = onPassed;
  }

  get isRunning(): boolean {
    return this.#timer !== undefined;
  }

  start(seconds: () => number): void {
    this.stop();
    this.restart();
    this.#before = workedElsewhere();
    const tick = Math.min(TICK, seconds() * TICK);
    this.#timer = setInterval(() => this.#tick(tick, seconds() * 1000), tick);
  }

  /** The thread has given a sign of life. */
  restart(): void {
    this.#worked = 0;
    this.#passed = 0;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick(tick: number, limit: number): void {
    const now = workedElsewhere();
    this.#worked += Math.min(tick, Math.max(0, now - this.#before));
    this.#passed += tick;
    this.#before = now;
    if (this.#worked > limit) this.#onPassed(limit / 1000);
    else if (this.#passed > limit * WIDE) this.#onPassed((limit * WIDE) / 1000);
  }
}

/** Milliseconds of processor time of this process, without those in which this thread was busy. */
function workedElsewhere(): number {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000 - performance.eventLoopUtilization().active;
}
