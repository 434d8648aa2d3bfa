import type {Effect} from '../app/effect.ts';
import type {Library} from '../app/ports.ts';

type Keep = Extract<Effect, {kind: 'keep-position'}>;

type Positions = Readonly<{
  keep: (effect: Keep) => void;
  flush: () => void;
  /** Writes what waits; keys that come while the reader is leaving are no longer reading. */
  end: () => void;
}>;

const PAUSE = 400;

/** Writes a reading position when the scrolling pauses: each write waits for the disk, and only the last one counts. */
export function keepPosition(library: Pick<Library, 'keepPosition'>): Positions {
  let hasEnded = false;
  let waiting: Keep | undefined;
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    if (!waiting) return;
    const {id, position, progress} = waiting;
    waiting = undefined;
    library.keepPosition(id, position, progress);
  };
  return {
    keep(effect) {
      if (hasEnded) return;
      if (waiting && waiting.id !== effect.id) flush();
      waiting = effect;
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE).unref();
    },
    flush,
    end() {
      flush();
      hasEnded = true;
    },
  };
}
