import {FRAME} from './pace.ts';

/** A write that takes longer has waited for the line, in milliseconds. */
const WAITED = 8;

/** Bytes that a terminal's queue may hold while nobody knows how fast it is emptied. */
const QUEUE = 4096;

/** Frames are at most so late on the screen, in milliseconds. */
const LATEST = 150;

/** Milliseconds after which a frame is drawn whatever the line is thought to be. */
const LONGEST = 5000;

/** Two waits that are further apart in milliseconds were two accidents. */
const TOGETHER = 10_000;

/** After such a silence in milliseconds the line may have become faster. */
const SILENCE = 10_000;

/** Bytes a millisecond of a line that needs no care. */
const FAST = 100;

/**
 * Learns how fast the terminal takes bytes, from writes that had to wait: over a serial line or a slow
 * network, frames must be skipped where they would only queue up behind one another.
 */
export class LineSpeed {
  /** Bytes a millisecond; undefined as long as the line needs no care. */
  #rate: number | undefined;
  #queued = 0;
  #at = 0;
  /** The end of the last write that waited, and the bytes written since. */
  #full: {at: number; bytes: number} | undefined;

  /**
   * Notes a write of so many bytes that began and ended at these times. `wasHeldUp`: it had to wait for the
   * processor, which tells nothing of the line.
   */
  wrote(bytes: number, began: number, ended: number, wasHeldUp = false): void {
    this.#pass(began);
    if (this.#full) this.#full.bytes += bytes;
    if (ended - began < WAITED) this.#taken(bytes);
    else if (!wasHeldUp) this.#waited(ended);
    this.#at = ended;
  }

  /** Milliseconds from one frame to the next. */
  frameTime(now: number): number {
    this.#pass(now);
    if (this.#rate === undefined) return FRAME;
    const late = this.#queued / this.#rate;
    return late <= LATEST ? FRAME : Math.min(LONGEST, FRAME + late - LATEST);
  }

  /** There was room at once: where none should have been, the line is not as slow as it was thought to be. */
  #taken(bytes: number): void {
    this.#queued += bytes;
    if (this.#rate === undefined || this.#queued > 2 * QUEUE) this.#forget();
  }

  /** The queue is full now. If it was full before, what was written since is what has gone out. */
  #waited(now: number): void {
    const {at, bytes} = this.#full ?? {at: -Infinity, bytes: 0};
    if (now - at < TOGETHER) this.#rate = bytes / (now - at);
    this.#full = {at: now, bytes: 0};
    this.#queued = QUEUE;
  }

  #forget(): void {
    this.#rate = undefined;
    this.#queued = 0;
  }

  #pass(now: number): void {
    if (this.#rate === undefined) return;
    this.#queued = Math.max(0, this.#queued - this.#rate * (now - this.#at));
    if (this.#queued === 0 && now - this.#at > SILENCE) this.#rate *= 2;
    if (this.#rate > FAST) this.#forget();
    this.#at = now;
  }
}
