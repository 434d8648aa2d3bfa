import type {Mode} from './entry.ts';
import {screenOf} from '../core/state.ts';
import type {State} from '../core/state.ts';

export function modeOf(state: State): Mode {
  return state.overlay?.kind ?? screenOf(state).kind;
}
