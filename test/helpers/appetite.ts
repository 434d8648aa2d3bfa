import {existsSync, readFileSync} from 'node:fs';

/** Seconds of processor time between two looks, which only a hang reaches, and megabytes at any time. */
const SECONDS = 60;
const MEGABYTES = 512;

/** Linux counts in hundredths of a second. */
const TICKS = 100;

/**
 * What a program takes of the machine while it is pressed, as Linux counts it; elsewhere nothing is known.
 * Time is that of the thread that hears the keys: while it works at something nobody is heard, and a busy
 * machine is no fault.
 */
export class Appetite {
  readonly #pid: number;
  readonly #most: number;
  #seconds = 0;

  constructor(pid: number, most = MEGABYTES) {
    this.#pid = pid;
    this.#most = most;
    this.fault();
  }

  /** What was too much since the last look. */
  fault(): string | undefined {
    const thread = `/proc/${this.#pid}/task/${this.#pid}/stat`;
    if (!existsSync(thread)) return undefined;
    // The name before the figures may hold anything but a bracket.
    const [, figures = ''] = readFileSync(thread, 'utf8').split(') ');
    const [user, system] = figures.split(' ').slice(11, 13).map(Number);
    const seconds = ((user ?? 0) + (system ?? 0)) / TICKS;
    const taken = seconds - this.#seconds;
    this.#seconds = seconds;
    const megabytes =
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8'))?.[1]) / 1024;
    if (taken > SECONDS) return `worked for ${taken.toFixed(1)} seconds`;
    return megabytes > this.#most ? `took ${Math.round(megabytes)} MB` : undefined;
  }
}
