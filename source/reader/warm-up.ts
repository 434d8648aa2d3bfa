import stringWidth from 'string-width';
import type {Act} from '../app/keys/keymap.ts';
import {createStore} from '../app/core/store.ts';
import type {Store} from '../app/core/store.ts';
import type {Look} from '../screen/look.ts';
import {drawAside} from './offscreen-render.tsx';

/** A few of everything that a hand does first; with a count, from where the list scrolls. */
const MOVES: readonly (readonly [Act, number])[] = [
  ['down', 1],
  ['down', 12],
  ['down', 1],
  ['down', 1],
  ['down', 1],
  ['page-down', 1],
  ['up', 1],
  ['down', 1],
];

/** The first such characters have what knows of scripts, clusters and emoji made: some 20 ms. */
const RARE = '🚀 👍🏽 🇨🇭 👩‍💻 日本';

/** Longer than Ink lets pass between two frames, in milliseconds. */
const EVERY = 20;

/**
 * Code that has never run takes five times as long: the first keys would wait for it. So right after the
 * first frame some moves are made in a list that nobody sees, one at a time, so that a key waits for one at
 * most. Whoever presses a key first goes on alone. Returns what ends it.
 */
export function warmUp(store: Store, look: (themeName: string) => Look): () => void {
  const unseen = createStore(store.getState(), () => {});
  const moves = [...MOVES];
  let aside: ReturnType<typeof drawAside> | undefined;
  const stop = (): void => {
    clearInterval(timer);
    forget();
    aside?.end();
    aside = undefined;
  };
  const timer = setInterval(() => {
    aside ??= drawAside(unseen, look);
    aside.read();
    const move = moves.shift();
    if (move) {
      unseen.dispatch({type: 'act', act: move[0], count: move[1]});
      return;
    }
    stop();
    stringWidth(RARE);
  }, EVERY).unref();
  const forget = store.subscribe(() => {
    if (!store.getState().isUntouched) stop();
  });
  return stop;
}
