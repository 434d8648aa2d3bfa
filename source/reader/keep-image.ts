import type {State} from '../app/core/state.ts';
import type {Store} from '../app/core/store.ts';
import {createStore} from '../app/core/store.ts';
import type {Context} from '../runtime/context.ts';
import {firstFrame} from './first-frame.ts';
import type {Looks} from '../screen/looks.ts';
import {onIdle} from './on-idle.ts';

/** Silence of the keyboard after which the image is drawn, in milliseconds. */
const IDLE = 1500;

/** Keeps what the next reader that is opened is going to draw first. */
export type ImageKeeper = Readonly<{
  /** Draws it in idle moments, so that leaving does not wait for it. Returns what ends that. */
  prepare(store: Store): () => void;
  /**
   * Draws it if what it shows has changed, and keeps it; the library is closed here, as that touches its
   * file.
   */
  keep(): Promise<void>;
}>;

/** `stateIn`: the state of the next reader's first frame, in a terminal of a size. */
export function createImageKeeper(
  {launch, paths, ports}: Pick<Context, 'launch' | 'paths' | 'ports'>,
  look: Looks,
  stateIn: (size: Pick<State, 'columns' | 'rows'>) => State,
): ImageKeeper {
  const preferencesThen = launch?.statesOf([paths.preferences]);
  const files = [paths.library, `${paths.library}-wal`, paths.preferences];
  let drawn: {of: string; image: string} | undefined;
  /** Everything that the state was made of when it was last asked for. */
  let seen: string | undefined;

  const draw = (states: string): string => {
    const {columns, rows} = process.stdout;
    const now = JSON.stringify([columns, rows, new Date().toDateString(), states]);
    if (drawn && seen === now) return drawn.image;
    seen = now;
    const state = stateIn({columns, rows});
    const of = signOf(state);
    if (drawn?.of !== of) {
      const image = firstFrame(
        createStore(state, () => {}),
        look.of,
      );
      drawn = {of, image};
    }
    return drawn.image;
  };

  return {
    prepare(store) {
      return launch ? onIdle(store, IDLE, () => draw(launch.statesOf(files))) : () => {};
    },
    async keep() {
      // The preferences have changed since this reader was opened.
      if (!launch || preferencesThen !== launch.statesOf([paths.preferences])) return;
      const before = launch.statesOf(files);
      const image = draw(before);
      // Another window may have written while this was drawn.
      if (launch.statesOf(files) !== before) return;
      await ports.close();
      launch.keep(image, files);
    },
  };
}

/**
 * All that is drawn but the time, of which an image shows the day alone; that is compared when it is shown.
 */
function signOf(state: State): string {
  return JSON.stringify({...state, now: 0});
}
