import type {Effect} from './effect.ts';
import type {Screen, State} from './state.ts';

/** The result of an action: the next state and its effects. */
export type Step = readonly [State, readonly Effect[]];

export function step(state: State, ...effects: readonly Effect[]): Step {
  return [state, effects];
}

/** One step, then another on its state. */
export function andThen([state, effects]: Step, next: (state: State) => Step): Step {
  const [after, more] = next(state);
  return [after, [...effects, ...more]];
}

/** Replaces the screen that is shown. */
export function withScreen(state: State, screen: Screen): State {
  const below = state.trail.slice(0, -1);
  const [first, ...rest] = [...below, screen];
  return {...state, trail: [first ?? screen, ...rest]};
}

/** Replaces a screen wherever it stands, by its key. */
export function withScreenAt(state: State, screen: Screen): State {
  const [first, ...rest] = state.trail.map(one => (one.key === screen.key ? screen : one));
  return {...state, trail: [first ?? screen, ...rest]};
}

export function withoutOverlay(state: State): State {
  const {overlay: _, ...rest} = state;
  return rest;
}
