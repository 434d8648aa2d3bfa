import type {Mode} from './keymap.ts';
import {screenOf} from './state.ts';
import type {State} from './state.ts';

export function modeOf(state: State): Mode {
  return state.overlay?.kind ?? screenOf(state).kind;
}
