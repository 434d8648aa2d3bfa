export type Latest = Readonly<{
  /** A signal for the newest effect of a kind; the one before is aborted. */
  begin: (kind: string) => AbortSignal;
  /** Aborts what runs of some kinds. */
  stop: (...kinds: readonly string[]) => void;
  /** Aborts all that runs. */
  end: () => void;
}>;

/** Latest wins: of each kind of effect only the newest matters. */
export function latest(): Latest {
  const running = new Map<string, AbortController>();
  // One for all: each key that moves the selection ends something, and an error that is made anew notes its stack.
  let superseded: DOMException | undefined;
  return {
    begin(kind) {
      superseded ??= new DOMException('Something newer has taken its place', 'AbortError');
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
