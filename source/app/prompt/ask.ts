import {answer} from './answer.ts';
import {complete} from './completion.ts';
import {EMPTY_FIELD, editField, fieldOf, insertSecret, insertText} from './field.ts';
import type {Field} from './field.ts';
import {findText} from '../article/find-text.ts';
import {giveUp, narrow, narrowShelves} from '../list/narrow.ts';
import {recall} from './recall.ts';
import type {AskPurpose, Asking} from './asking.ts';
import type {State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step, withoutOverlay} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Opens a line to type at the bottom of the screen. */
export function ask(state: State, purpose: AskPurpose, value = '', subject?: string): Step {
  const field = value === '' ? EMPTY_FIELD : fieldOf(value);
  const asking: Asking = {kind: 'ask', purpose, field, ...(subject !== undefined && {subject})};
  const isFilter = purpose === 'filter' && screenOf(state).kind === 'list';
  return step({...state, overlay: asking}, ...(isFilter ? [{kind: 'prepare-filter'} as const] : []));
}

export function keyInAsk(state: State, asking: Asking, key: string): Step {
  if (key === 'esc' || (key === 'backspace' && asking.field.value === '')) return cancel(state, asking);
  if (key === 'enter') return answer(state, asking);
  if (key === 'tab' || key === 'shift+tab')
    return edited(state, complete(state, asking, key === 'tab' ? 1 : -1));
  if (key === 'up' || key === 'ctrl+p') return edited(state, recall(state, asking, 1));
  if (key === 'down' || key === 'ctrl+n') return edited(state, recall(state, asking, -1));
  const field = editField(asking.field, key);
  return field ? typed(state, asking, field) : step(state);
}

export function pasteInAsk(state: State, asking: Asking, text: string): Step {
  const insert = asking.purpose === 'password' ? insertSecret : insertText;
  const field = insert(asking.field, text);
  if (field === asking.field) return step({...state, overlay: {...asking, isRefused: true}});
  return typed(state, asking, field);
}

function typed(
  state: State,
  {completing: _, recalling: __, isRefused: ___, ...asking}: Asking,
  field: Field,
): Step {
  return edited(state, {...asking, field});
}

/** Filtering and finding follow each key; the rest waits for Enter. */
function edited(state: State, asking: Asking): Step {
  const now: State = {...state, overlay: asking};
  const before = state.overlay?.kind === 'ask' ? state.overlay.field.value : undefined;
  return asking.field.value === before ? step(now) : follow(now, asking.purpose, asking.field.value);
}

function follow(state: State, purpose: AskPurpose, text: string): Step {
  const screen = screenOf(state);
  if (purpose === 'filter' && screen.kind === 'list') return narrow(state, screen, text);
  if (purpose === 'filter' && screen.kind === 'publications') return narrowShelves(state, screen, text);
  if (purpose === 'find' && screen.kind === 'article') return findText(state, screen, text);
  return step(state);
}

function cancel(state: State, {purpose}: Asking): Step {
  const bare = withoutOverlay(state);
  const screen = screenOf(bare);
  return purpose === 'filter' && screen.kind === 'list' ? giveUp(bare, screen) : follow(bare, purpose, '');
}
