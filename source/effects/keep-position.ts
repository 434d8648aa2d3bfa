import type {Effect} from '../app/core/effect.ts';
import type {Library} from '../ports/library.ts';

type Keep = Extract<Effect, {kind: 'keep-position'}>;

type Positions = Readonly<{
  /** `fail` hears of a disk that refuses: reading goes on. */
  keep: (effect: Keep, fail: (error: unknown) => void) => void;
  flush: () => void;
  /** Writes what waits, or throws; keys that come while the reader is leaving are no longer reading. */
  end: () => void;
}>;

const PAUSE = 400;

/**
 * Writes a reading position when the scrolling pauses: each write waits for the disk, and only the last one
 * counts.
 */
export function keepPosition(library: Pick<Library, 'keepPosition'>): Positions {
  let hasEnded = false;
  let waiting: Keep | undefined;
  let timer: NodeJS.Timeout | undefined;
  let told: ((error: unknown) => void) | undefined;
  const write = (): void => {
    clearTimeout(timer);
    if (!waiting) return;
    const {id, position, progress} = waiting;
    waiting = undefined;
    library.keepPosition(id, position, progress);
  };
  const flush = (): void => {
    try {
      write();
    } catch (error) {
      told?.(error);
    }
  };
  return {
    keep(effect, fail) {
      if (hasEnded) return;
      told = fail;
      if (waiting && waiting.id !== effect.id) flush();
      waiting = effect;
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE).unref();
    },
    flush,
    end() {
      hasEnded = true;
      write();
    },
  };
}
