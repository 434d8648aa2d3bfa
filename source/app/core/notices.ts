import {folded} from '../../domain/text/folded.ts';
import type {Effect} from './effect.ts';
import type {Notice, State} from './state.ts';
import {screenOf} from './state.ts';
import {step} from './step.ts';
import type {Step} from './step.ts';

const SHOWN_FOR = {plain: 4000, good: 4000, warning: 8000, error: 12_000} as const;
const REMEMBERED = 100;
const WAITING = 20;

/** Answers an act in the status line, at once. It can be read again among the messages. */
export function notify(state: State, text: string, tone: Notice['tone'] = 'plain', canUndo = false): Step {
  const notice = noticeOf(state, text, tone, canUndo);
  return shown(remembered(state, notice), notice);
}

/** Says what nobody asked for: it waits while another warning is read, and never hides one. */
export function inform(state: State, text: string, tone: Notice['tone'], canUndo = false): Step {
  const isFree = !isWarning(state.notice) || state.notice?.text === text;
  if (!isFree && state.waiting.some(one => one.text === text)) return step(state);
  const notice = {...noticeOf(state, text, tone, canUndo), isUnasked: true};
  const said = remembered(state, notice);
  if (isFree) return shown(said, notice);
  return step({...said, waiting: [...state.waiting, notice].slice(-WAITING)});
}

/** Answers what was asked; nobody looks for that among the messages. */
export function answered(state: State, text: string): Step {
  return shown({...state, nextKey: state.nextKey + 1}, noticeOf(state, text, 'plain', false));
}

/** A movement that leads no further: no key is without an answer, but nobody wants to read this one again. */
export function reachedEnd(state: State, by: number): Step {
  const text = by < 0 ? 'This is the top.' : 'This is the end.';
  // By ear a message is gone when it was said; each press is answered.
  if (state.notice?.text === text && !state.isSpoken) return step(state);
  return answered(state, text);
}

/** Is kept among the messages, for whoever asks; it is not shown by itself. */
export function noted(state: State, text: string, tone: Notice['tone']): State {
  return remembered(state, noticeOf(state, text, tone, false));
}

/** A line of the messages: when, where one begins. */
export type NoticeRow = Readonly<{text: string; tone: Notice['tone']; at?: number}>;

/** Everything that was said, the latest first, whole. */
export function noticeRows({notices}: State, width: number): readonly NoticeRow[] {
  return notices.flatMap(({at, text, tone}) =>
    folded(text, width - 9).map((line, index) => ({text: line, tone, ...(index === 0 && {at})})),
  );
}

/** A notice has been shown long enough: the next that waits takes its place. */
export function noticeFaded(state: State, id: number): Step {
  if (state.notice?.id !== id) return step(state);
  const [next, ...waiting] = state.waiting;
  const {notice: _, ...bare} = state;
  return next ? shown({...bare, waiting}, next) : step(bare);
}

/**
 * An answer is about the place where it was given. It makes way when the next key leads elsewhere, or when
 * the line has something newer to say: a match, the address of a link, what is being fetched. What nobody
 * asked for is read first.
 */
export function makeWay(before: State, after: Step): Step {
  const [state, effects] = after;
  const {notice} = state;
  if (!notice || notice !== before.notice || (notice.isUnasked && isWarning(notice))) return after;
  const isOver = hasNews(before, state) || (notice.tone !== 'error' && hasMovedOn(before, state));
  if (!isOver) return after;
  const [next, more] = noticeFaded(state, notice.id);
  return [next, [...effects, ...more]];
}

function hasMovedOn(before: State, after: State): boolean {
  return screenOf(before).key !== screenOf(after).key || before.overlay?.kind !== after.overlay?.kind;
}

function hasNews(before: State, after: State): boolean {
  const [was, is] = [screenOf(before), screenOf(after)];
  const isLit =
    was.kind === 'article' && is.kind === 'article' && (is.find !== was.find || is.chosen !== was.chosen);
  const isFetching = before.fetching === undefined && after.fetching !== undefined;
  const isRefreshing = !before.refreshing && after.refreshing?.isQuiet === false;
  return isLit || isFetching || isRefreshing;
}

function shown(state: State, notice: Notice): Step {
  return step({...state, notice}, ...fading({notice}));
}

/** A shown message fades after a while. */
export function fading({notice}: Pick<State, 'notice'>): readonly Effect[] {
  return notice ? [{kind: 'fade-notice', id: notice.id, milliseconds: SHOWN_FOR[notice.tone]}] : [];
}

function noticeOf({nextKey, now}: State, text: string, tone: Notice['tone'], canUndo: boolean): Notice {
  return {id: nextKey, text, tone, at: now, ...(canUndo && {canUndo})};
}

function remembered(state: State, notice: Notice): State {
  const notices = [notice, ...state.notices].slice(0, REMEMBERED);
  return {...state, notices, nextKey: state.nextKey + 1};
}

function isWarning(notice: Notice | undefined): boolean {
  return notice?.tone === 'warning' || notice?.tone === 'error';
}
