import type {RangeAct} from './range-act.ts';
import type {ListScreen, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step, withScreen} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Rows from the one where the selection was begun to the one that is selected, both included. */
export function selectedRange(screen: ListScreen): Readonly<{from: number; count: number}> | undefined {
  const {anchor, selected, window} = screen;
  if (anchor === undefined || window.total === 0) return undefined;
  const last = Math.min(Math.max(anchor, selected), window.total - 1);
  const from = Math.min(anchor, selected, last);
  return {from, count: last - from + 1};
}

/** Does something with what is selected in the list on the screen; `undefined` where nothing is. */
export function onSelection(state: State, what: RangeAct): Step | undefined {
  const screen = screenOf(state);
  const range = screen.kind === 'list' ? selectedRange(screen) : undefined;
  if (!range || screen.kind !== 'list') return undefined;
  return step(withoutSelection(state, screen), {kind: 'on-range', view: screen.view, ...range, what});
}

export function withoutSelection(state: State, {anchor: _, ...screen}: ListScreen): State {
  return withScreen(state, screen);
}
