import type {Effect} from './effect.ts';
import type {Notice, Screen, State} from './state.ts';

/** What an action comes to: the next state, and what is to be done. */
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

const SHOWN_FOR = {plain: 4000, good: 4000, warning: 8000, error: 12_000} as const;
const REMEMBERED = 100;

/** Says something in the status line for a while; it can be read again among the messages. */
export function notify(state: State, text: string, tone: Notice['tone'] = 'plain', canUndo = false): Step {
  const notice: Notice = {id: state.nextKey, text, tone, at: state.now, ...(canUndo && {canUndo})};
  const notices = [notice, ...state.notices].slice(0, REMEMBERED);
  return step(
    {...state, notice, notices, nextKey: state.nextKey + 1},
    {kind: 'fade-notice', id: notice.id, milliseconds: SHOWN_FOR[tone]},
  );
}
