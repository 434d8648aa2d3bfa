import type {Notice, State} from './state.ts';
import {step} from './step.ts';
import type {Step} from './step.ts';

const SHOWN_FOR = {plain: 4000, good: 4000, warning: 8000, error: 12_000} as const;
const REMEMBERED = 100;
const WAITING = 20;

/** Answers an act in the status line, at once. It can be read again among the messages. */
export function notify(state: State, text: string, tone: Notice['tone'] = 'plain', canUndo = false): Step {
  const notice: Notice = {id: state.nextKey, text, tone, at: state.now, ...(canUndo && {canUndo})};
  return shown(remembered(state, notice), notice);
}

/** Says what nobody asked for: it waits while another warning is read, and never hides one. */
export function inform(state: State, text: string, tone: Notice['tone'], canUndo = false): Step {
  if (!isWarning(state.notice) || state.notice?.text === text) return notify(state, text, tone, canUndo);
  if (state.waiting.some(one => one.text === text)) return step(state);
  const notice: Notice = {id: state.nextKey, text, tone, at: state.now, ...(canUndo && {canUndo})};
  const said = remembered(state, notice);
  return step({...said, waiting: [...state.waiting, notice].slice(-WAITING)});
}

/** A notice has been shown long enough: the next that waits takes its place. */
export function noticeFaded(state: State, id: number): Step {
  if (state.notice?.id !== id) return step(state);
  const [next, ...waiting] = state.waiting;
  const {notice: _, ...bare} = state;
  return next ? shown({...bare, waiting}, next) : step(bare);
}

function shown(state: State, notice: Notice): Step {
  return step(
    {...state, notice},
    {
      kind: 'fade-notice',
      id: notice.id,
      milliseconds: SHOWN_FOR[notice.tone],
    },
  );
}

function remembered(state: State, notice: Notice): State {
  const notices = [notice, ...state.notices].slice(0, REMEMBERED);
  return {...state, notices, nextKey: state.nextKey + 1};
}

function isWarning(notice: Notice | undefined): boolean {
  return notice?.tone === 'warning' || notice?.tone === 'error';
}
