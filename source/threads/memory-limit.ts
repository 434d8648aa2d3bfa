import type {Worker} from 'node:worker_threads';

/** Milliseconds between two looks. */
const TICK = 100;

/** Of the limit, with what V8 has not collected yet. */
const SOFT = 1.25;

/** V8 ends the whole process where one step takes a thread far beyond V8's limit, which is further out. */
const HARD = 2;

/** The limit that V8 is given for a thread that is held to `megabytes`. */
export function hardLimit(megabytes: number): number {
  return Math.ceil(megabytes * HARD);
}

/** Holds another thread to a limit of memory: its heap, and bytes outside of it. */
export class MemoryLimit {
  #timer: NodeJS.Timeout | undefined;

  start(worker: Worker, megabytes: number, onPassed: () => void): void {
    this.stop();
    const look = async (): Promise<void> => {
      const taken = await takenBy(worker);
      if (this.#timer !== timer) return;
      if (taken > megabytes * SOFT) onPassed();
      else timer.refresh();
    };
    const timer = setTimeout(() => void look(), TICK).unref();
    this.#timer = timer;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Megabytes; none of a thread that has ended. */
async function takenBy(worker: Worker): Promise<number> {
  try {
    const {used_heap_size: heap, external_memory: outside} = await worker.getHeapStatistics();
    return (heap + outside) / 1_000_000;
  } catch {
    return 0;
  }
}
