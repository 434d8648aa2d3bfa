import type {PastAct} from '../../domain/past-act.ts';
import type {Overlay, State} from '../core/state.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

type HistoryPane = Extract<Overlay, {kind: 'history'}>;

/** Opens the list of everything that can be undone, the newest first. */
export function showHistory(state: State): Step {
  return step({...state, overlay: {kind: 'history', selected: 0, acts: []}}, {kind: 'load-acts'});
}

export function actsLoaded(state: State, acts: readonly PastAct[]): Step {
  const {overlay} = state;
  if (overlay?.kind !== 'history') return step(state);
  const selected = Math.max(0, Math.min(overlay.selected, acts.length - 1));
  return step({...state, overlay: {...overlay, acts, selected}});
}

/** Undoes the selected act, whatever was done after it; the list stays. */
export function undoSelected(state: State, {acts, selected}: HistoryPane): Step {
  const number = acts[selected]?.number;
  return step(state, ...(number === undefined ? [] : [{kind: 'undo', number} as const]));
}
