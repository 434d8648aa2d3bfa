/** A signal for the newest effect of a kind: asking for one aborts the one before. Latest wins. */
export function latest(): (kind: string) => AbortSignal {
  const running = new Map<string, AbortController>();
  return kind => {
    running.get(kind)?.abort();
    const controller = new AbortController();
    running.set(kind, controller);
    return controller.signal;
  };
}
