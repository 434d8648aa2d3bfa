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
  return {
    begin(kind) {
      running.get(kind)?.abort();
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
