import {fieldOf} from './field.ts';
import type {AskPurpose, Asking} from './asking.ts';
import type {State} from '../core/state.ts';

const REMEMBERED = 50;

/** Recalls an earlier line, `by` further back, or forward to the one being typed. */
export function recall(state: State, {completing: _, ...asking}: Asking, by: 1 | -1): Asking {
  const typed = state.typed[asking.purpose] ?? [];
  const {back, draft} = asking.recalling ?? {back: 0, draft: asking.field.value};
  const wanted = Math.max(0, Math.min(back + by, typed.length));
  if (wanted === back) return asking;
  const text = wanted === 0 ? draft : (typed.at(-wanted) ?? draft);
  return {...asking, field: fieldOf(text), recalling: {back: wanted, draft}};
}

/** Passwords are never remembered. */
export function remember(state: State, purpose: AskPurpose, text: string): State {
  if (text === '' || purpose === 'password') return state;
  const before = (state.typed[purpose] ?? []).filter(one => one !== text);
  return {...state, typed: {...state.typed, [purpose]: [...before, text].slice(-REMEMBERED)}};
}
