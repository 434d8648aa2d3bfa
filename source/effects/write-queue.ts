import type {Library} from '../ports/library.ts';
import type {Dispatch} from '../app/core/store.ts';
import {toProblem} from '../domain/problem.ts';
import type {Problem} from '../domain/problem.ts';
import {optimistic} from './optimistic-library.ts';
import type {Shows} from './optimistic-library.ts';
import {tell} from './tell.ts';

/** A change of the library. Only `work` is done again where another process was writing. */
export type Change<Result> = Readonly<{
  work: () => Result;
  /** What is said and shown when it is kept; it is not confirmed before. */
  kept?: (result: Result) => void;
  /** What the library shows of it until then. */
  shows?: Shows;
  /** Shows that, when it has to wait. */
  waits?: () => void;
}>;

export type WriteQueue = Readonly<{
  /** The library with all that waits laid over it: what was done is shown, wherever it is asked for. */
  library: Library;
  /** Makes a change now or, after all that waits already, when no other process is writing. */
  add: <Result>(change: Change<Result>) => void;
  /** The same, for what can't go on before it is kept. */
  completed: <Result>(work: () => Result) => Promise<Result>;
  /** The same, for what can be made again: where it can't be kept nobody hears of it. */
  addQuietly: (work: () => void, shows?: Shows) => void;
  /** Waits a while for what is not kept yet, and says what could not be; `held` hears when it takes longer. */
  end: (signal: AbortSignal, held: () => void) => Promise<Problem | undefined>;
  /** The last that can be done for what is not kept yet; it is asked for when there is no time left. */
  lastTry: () => Problem | undefined;
}>;

/** Milliseconds that a key may wait for another process: about a frame. */
const FRAME = 12;

/** Milliseconds between two tries, and of work at a time, so that keys get their turn. */
const PAUSE = 8;
const SLICE = 8;

/** Milliseconds of waiting after which it is told. */
const LONG = 1000;

/** Seconds that leaving may take because of it. */
export const LEAVING_SECONDS = 5;

/** Milliseconds from when on leaving takes noticeably long; for the very last try. */
const NOTICEABLE = 300;
const LAST = 100;

type Waiting = Change<unknown> & {readonly fails?: (error: unknown) => void};

/**
 * Keeps the keys free of other processes that write to the library. What can't be done within a frame waits its turn
 * in the order in which it was done, is shown meanwhile, and is tried again between keys.
 */
export function createWriteQueue(library: Library, dispatch: Dispatch): WriteQueue {
  const waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  let isTold = false;
  library.patience(FRAME);

  const add = (change: Waiting): void => {
    if (waiting.length === 0 && attempt(change)) return;
    if (waiting.length === 0) since = performance.now();
    const {shows} = change;
    // Of the places in one article only the last counts.
    const before = shows?.kind === 'place' ? waiting.findIndex(one => isPlaceIn(one.shows, shows.id)) : -1;
    if (before >= 0) waiting.splice(before, 1);
    waiting.push(change);
    change.waits?.();
    schedule();
  };

  const schedule = (): void => {
    timer ??= setTimeout(goOn, PAUSE * (0.5 + Math.random())).unref();
  };

  const goOn = (): void => {
    timer = undefined;
    doWhatCanBe(SLICE, 0);
    if (waiting.length === 0) isTold = false;
    if (waiting.length === 0) return;
    // Nobody asks after what can be made again.
    if (!isTold && performance.now() - since > LONG && waiting.some(({fails}) => !fails)) {
      isTold = true;
      dispatch({type: 'notice', text: WAITS, tone: 'warning', isUnasked: true});
    }
    schedule();
  };

  /** In order, as far as it goes in some milliseconds. */
  const doWhatCanBe = (milliseconds: number, patience: number): void => {
    library.patience(patience);
    const end = performance.now() + milliseconds;
    try {
      for (let next = waiting[0]; next && performance.now() < end; next = waiting[0])
        if (!attempt(next, () => waiting.shift())) return;
    } finally {
      library.patience(FRAME);
    }
  };

  /** false: it has to wait. What waited and fails is said; what fails at once is thrown. */
  const attempt = (change: Waiting, leave?: () => void): boolean => {
    let result: unknown;
    try {
      result = change.work();
    } catch (error) {
      if (toProblem(error).kind === 'busy') return false;
      leave?.();
      if (change.fails) change.fails(error);
      else if (leave) tell(error, dispatch);
      else throw error;
      if (leave) dispatch({type: 'library-changed'});
      return true;
    }
    leave?.();
    const isLast = isTold && waiting.length === 0;
    // What says itself that it is kept takes the place of the warning.
    if (isLast || change.kept) isTold = false;
    if (change.kept) change.kept(result);
    else if (isLast) dispatch({type: 'notice', text: 'What had to wait is kept.', tone: 'good'});
    return true;
  };

  return {
    library: optimistic(library, () => waiting.flatMap(({shows}) => shows ?? [])),
    // What `work` gives is what `kept` takes.
    add: change => add(change as Waiting),
    completed: work =>
      new Promise((resolve, fails) => {
        add({work, kept: result => resolve(result as ReturnType<typeof work>), fails});
      }),
    addQuietly: (work, shows) => add({work, ...(shows && {shows}), fails: () => undefined}),
    async end(signal, held) {
      const begun = performance.now();
      let isHeard = false;
      for (;;) {
        doWhatCanBe(LAST, 0);
        const milliseconds = performance.now() - begun;
        if (waiting.length === 0 || milliseconds > LEAVING_SECONDS * 1000 || signal.aborted) break;
        if (milliseconds > NOTICEABLE && !isHeard) {
          isHeard = true;
          held();
        }
        await new Promise(resolve => setTimeout(resolve, PAUSE));
      }
      return lostOf(waiting.splice(0));
    },
    lastTry() {
      doWhatCanBe(LAST, LAST);
      return lostOf(waiting.splice(0));
    },
  };
}

const WAITS = 'Another Inkwell is writing: what you do is shown, and kept as soon as it has ended.';

function isPlaceIn(shows: Shows | undefined, id: string): boolean {
  return shows?.kind === 'place' && shows.id === id;
}

/** What can't be done again by itself, in words. */
function lostOf(waiting: readonly Waiting[]): Problem | undefined {
  const count = (kinds: readonly Shows['kind'][]): number =>
    waiting.filter(({shows}) => shows && kinds.includes(shows.kind)).length;
  const [acts, places] = [count(['marks', 'act', 'undo', 'other']), count(['place'])];
  const parts = [
    ...(acts > 0
      ? [acts === 1 ? 'the last thing that you did' : `the last ${acts} things that you did`]
      : []),
    ...(places > 0 ? ['your place in the text'] : []),
  ];
  if (parts.length === 0) return undefined;
  return {
    kind: 'busy',
    message: `Not kept: ${parts.join(' and ')}, because another Inkwell was writing all the time.`,
    advice: 'Do it again when that has ended.',
  };
}
