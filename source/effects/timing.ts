import type {Dispatch} from '../app/core/store.ts';

/** Waits some milliseconds without keeping the process alive. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref();
  });
}

/** Says what is being fetched while it is; when it was stopped, nothing more is said. */
export async function whileFetching(
  what: string,
  dispatch: Dispatch,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  dispatch({type: 'fetching', what});
  try {
    await work();
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    if (!signal.aborted) dispatch({type: 'fetching'});
  }
}

export type Latest = Readonly<{
  /** A signal for the newest effect of a kind; the one before is aborted. */
  begin: (kind: string) => AbortSignal;
  /** Aborts the running effects of some kinds. */
  stop: (...kinds: readonly string[]) => void;
  /** Aborts all. */
  end: () => void;
}>;

/** Latest wins: of each kind of effect only the newest matters. */
export function latest(): Latest {
  const running = new Map<string, AbortController>();
  // One for all: moving the selection aborts often, and making an error each time is slow.
  let superseded: DOMException | undefined;
  return {
    begin(kind) {
      superseded ??= new DOMException('Superseded', 'AbortError');
      running.get(kind)?.abort(superseded);
      const controller = new AbortController();
      running.set(kind, controller);
      return controller.signal;
    },
    stop(...kinds) {
      for (const kind of kinds) running.get(kind)?.abort();
    },
    end() {
      for (const controller of running.values()) controller.abort();
    },
  };
}
