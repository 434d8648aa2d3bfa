import type {Store} from '../app/core/store.ts';

/** Does something when nothing has happened for so many milliseconds, each time. Returns what ends that. */
export function onIdle(store: Pick<Store, 'subscribe'>, milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds).unref();
  const stop = store.subscribe(() => void timer.refresh());
  return () => {
    stop();
    clearTimeout(timer);
  };
}
