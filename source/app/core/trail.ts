import type {Screen, State, Trail} from './state.ts';

/** Trails that can be gone back to; older ones are forgotten. */
const REMEMBERED = 50;

/** Goes to a screen above the one that is shown. */
export function entered(state: State, screen: Screen): State {
  return gone(state, [...state.trail, screen]);
}

/** Goes to a screen in place of the one that is shown. */
export function exchanged(state: State, screen: Screen): State {
  return gone(state, [...state.trail.slice(0, -1), screen]);
}

/** Goes to the screen below the one that is shown. `undefined` on the first. */
export function left(state: State): State | undefined {
  return state.trail.length > 1 ? gone(state, state.trail.slice(0, -1)) : undefined;
}

/** One step back through everything that was shown, as in a browser's history. */
export function steppedBack(state: State): State | undefined {
  const trail = state.past.at(-1);
  return (
    trail && {...state, trail, past: state.past.slice(0, -1), future: [...state.future, kept(state.trail)]}
  );
}

export function steppedForward(state: State): State | undefined {
  const trail = state.future.at(-1);
  return (
    trail && {...state, trail, future: state.future.slice(0, -1), past: [...state.past, kept(state.trail)]}
  );
}

function gone(state: State, screens: readonly Screen[]): State {
  const [first, ...rest] = screens;
  if (!first) return state;
  const past = [...state.past, kept(state.trail)].slice(-REMEMBERED);
  return {...state, trail: [first, ...rest], past, future: []};
}

/** Pages are set again when they are come back to; fifty of them would be too much to keep. */
function kept([first, ...rest]: Trail): Trail {
  return [bare(first), ...rest.map(bare)];
}

function bare(screen: Screen): Screen {
  if (screen.kind === 'article') {
    const {page: _, chosen: __, find: ___, next: ____, ...reading} = screen;
    return reading;
  }
  if (screen.kind !== 'list') return screen;
  const {preview: _, ...list} = screen;
  return list;
}
