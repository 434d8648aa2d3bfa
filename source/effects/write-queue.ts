import type {Library} from '../ports/library.ts';
import type {Change, PendingChange, Writes} from '../ports/services.ts';
import type {Dispatch} from '../app/core/store.ts';
import {toProblem} from '../domain/problem.ts';
import type {Problem} from '../domain/problem.ts';
import {optimistic} from './optimistic-library.ts';
import {reportError} from './report-error.ts';

export type WriteQueue = Writes &
  Readonly<{
    /** The library as it will be when the waiting changes are written. */
    library: Library;
    /**
     * Waits a while for the waiting changes and reports those lost; `onHeld` is called when it takes longer.
     */
    end: (signal: AbortSignal, onHeld: () => void) => Promise<Problem | undefined>;
    /** Tries once more, for when the process is about to end. */
    lastTry: () => Problem | undefined;
  }>;

/** Milliseconds that a key may wait for another process: about a frame. */
const FRAME = 12;

/** Milliseconds between two tries, and of work at a time, so that keys get their turn. */
const PAUSE = 8;
const SLICE = 8;

/** Milliseconds of waiting after which it is reported. */
const LONG = 1000;

/** Seconds that leaving may take because of it. */
export const LEAVING_SECONDS = 5;

/** Milliseconds from when on leaving takes noticeably long; for the very last try. */
const NOTICEABLE = 300;
const LAST = 100;

type Waiting = Change<unknown> & {readonly onFailed?: (error: unknown) => void};

/**
 * Keeps keys quick while other processes write to the library. A change that can't be written within a frame
 * waits its turn, is shown meanwhile, and is retried between keys.
 */
export function createWriteQueue(library: Library, dispatch: Dispatch): WriteQueue {
  const waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  let isReported = false;
  library.patience(FRAME);

  const add = (change: Waiting): void => {
    if (waiting.length === 0 && attempt(change)) return;
    if (waiting.length === 0) since = performance.now();
    const {pending} = change;
    // Of the places in one article only the last counts.
    const before =
      pending?.kind === 'position' ? waiting.findIndex(one => isPositionIn(one.pending, pending.id)) : -1;
    if (before >= 0) waiting.splice(before, 1);
    waiting.push(change);
    change.onWaiting?.();
    schedule();
  };

  const schedule = (): void => {
    timer ??= setTimeout(goOn, PAUSE * (0.5 + Math.random())).unref();
  };

  const goOn = (): void => {
    timer = undefined;
    writeWaiting(SLICE, 0);
    if (waiting.length === 0) isReported = false;
    if (waiting.length === 0) return;
    // Quiet changes are not reported.
    if (!isReported && performance.now() - since > LONG && waiting.some(({onFailed}) => !onFailed)) {
      isReported = true;
      dispatch({type: 'notice', text: WAITS, tone: 'warning', isUnasked: true});
    }
    schedule();
  };

  /** In order, as far as it goes in some milliseconds. */
  const writeWaiting = (milliseconds: number, patience: number): void => {
    library.patience(patience);
    const end = performance.now() + milliseconds;
    try {
      for (let next = waiting[0]; next && performance.now() < end; next = waiting[0])
        if (!attempt(next, () => waiting.shift())) return;
    } finally {
      library.patience(FRAME);
    }
  };

  /**
   * Returns false for a change that has to wait. A change that fails after waiting is reported; at once, it
   * throws.
   */
  const attempt = (change: Waiting, leave?: () => void): boolean => {
    let result: unknown;
    try {
      result = change.work();
    } catch (error) {
      if (toProblem(error).kind === 'busy') return false;
      leave?.();
      if (change.onFailed) change.onFailed(error);
      else if (leave) reportError(error, dispatch);
      else throw error;
      if (leave) dispatch({type: 'library-changed'});
      return true;
    }
    leave?.();
    const isLast = isReported && waiting.length === 0;
    // A change that reports its own success replaces the warning.
    if (isLast || change.onWritten) isReported = false;
    if (change.onWritten) change.onWritten(result);
    else if (isLast) dispatch({type: 'notice', text: 'Your waiting changes are saved.', tone: 'good'});
    return true;
  };

  return {
    library: optimistic(library, () => waiting.flatMap(({pending}) => pending ?? [])),
    // `work` returns what `onWritten` takes.
    add: change => add(change as Waiting),
    completed: (work, pending) =>
      new Promise((resolve, onFailed) => {
        add({
          work,
          ...(pending && {pending}),
          onWritten: result => resolve(result as ReturnType<typeof work>),
          onFailed,
        });
      }),
    addQuietly: (work, pending) => add({work, ...(pending && {pending}), onFailed: () => undefined}),
    async end(signal, onHeld) {
      const begun = performance.now();
      let isNotified = false;
      for (;;) {
        writeWaiting(LAST, 0);
        const milliseconds = performance.now() - begun;
        if (waiting.length === 0 || milliseconds > LEAVING_SECONDS * 1000 || signal.aborted) break;
        if (milliseconds > NOTICEABLE && !isNotified) {
          isNotified = true;
          onHeld();
        }
        await new Promise(resolve => setTimeout(resolve, PAUSE));
      }
      return lostOf(waiting.splice(0));
    },
    lastTry() {
      writeWaiting(LAST, LAST);
      return lostOf(waiting.splice(0));
    },
  };
}

const WAITS = 'Another Inkwell is writing: your changes are shown and will be saved when it has finished.';

function isPositionIn(pending: PendingChange | undefined, id: string): boolean {
  return pending?.kind === 'position' && pending.id === id;
}

/** The changes that are lost, in words; quiet ones are made again by themselves. */
function lostOf(waiting: readonly Waiting[]): Problem | undefined {
  const count = (kinds: readonly PendingChange['kind'][]): number =>
    waiting.filter(({pending}) => pending && kinds.includes(pending.kind)).length;
  const [acts, places] = [count(['marks', 'act', 'undo', 'other']), count(['position'])];
  const parts = [
    ...(acts > 0 ? [acts === 1 ? 'your last change' : `your last ${acts} changes`] : []),
    ...(places > 0 ? ['your position in the article'] : []),
  ];
  if (parts.length === 0) return undefined;
  return {
    kind: 'busy',
    message: `Not saved: ${parts.join(' and ')}, because another Inkwell was writing all the time.`,
    advice: 'Do it again when that Inkwell has finished.',
  };
}
