import type {Effect} from './effect.ts';
import {layoutOf} from './layout.ts';
import {select} from '../list/list.ts';
import {settle} from '../article/reading.ts';
import type {State} from './state.ts';
import {screenOf} from './state.ts';
import {step, withScreen} from './step.ts';
import type {Step} from './step.ts';

/** The window has another size, or a setting that shares it out has changed. */
export function resized(state: State, columns: number, rows: number): Step {
  const [fitting, effects] = fitted({...state, columns, rows});
  const sample = {kind: 'set-sample', measure: layoutOf(fitting).measure} as const;
  return step(fitting, ...effects, ...(fitting.overlay?.kind === 'settings' ? [sample] : []));
}

/** Fits the screen to the window: selection and paragraph stay in view. */
export function fitted(state: State): Step {
  const screen = screenOf(state);
  const {measure, isSplit} = layoutOf(state);
  const effects: Effect[] = [];
  let fitting = state;
  for (const list of state.trail) {
    if (list.kind !== 'list') continue;
    const {preview, ...bare} = list;
    const kept = preview && isSplit && preview.page?.measure === measure ? list : bare;
    const [after, more] = select(fitting, kept, kept.selected);
    fitting = after;
    effects.push(...more);
  }
  if (screen.kind !== 'article') return step(fitting, ...effects);
  if (screen.page?.measure === measure)
    return step(withScreen(fitting, settle(fitting, screen, screen.position)), ...effects);
  return step(fitting, ...effects, {kind: 'load-article', id: screen.id, measure, isPreview: false});
}
