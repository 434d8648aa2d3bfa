import type {Action} from './action.ts';
import type {Effect} from './effect.ts';
import type {State} from './state.ts';
import {update} from './update.ts';

export type Dispatch = (action: Action) => void;

export type Store = Readonly<{
  getState: () => State;
  dispatch: Dispatch;
  subscribe: (listener: () => void) => () => void;
}>;

/**
 * Holds the one state. Effects that answer at once (the library) are run before anyone is told, so a key and
 * what it brings from the library are one frame.
 */
export function createStore(initial: State, runEffect: (effect: Effect, dispatch: Dispatch) => void): Store {
  let state = initial;
  let isRunning = false;
  const waiting: Action[] = [];
  const listeners = new Set<() => void>();

  const dispatch: Dispatch = action => {
    waiting.push(action);
    if (isRunning) return;
    isRunning = true;
    const before = state;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [after, effects] = update(state, next);
        state = after;
        for (const effect of effects) runEffect(effect, dispatch);
      }
    } finally {
      isRunning = false;
    }
    if (state !== before) for (const listener of listeners) listener();
  };

  return {
    getState: () => state,
    dispatch,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
