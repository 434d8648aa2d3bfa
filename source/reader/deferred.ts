import type {Deferred} from '../effects/context.ts';

/** Loads once, whoever asks first. */
export function deferred<T>(load: () => Promise<T>): Deferred<T> {
  let loading: Promise<T> | undefined;
  let loaded: T | undefined;
  return {
    ready: () => loaded,
    load: () =>
      (loading ??= load().then(one => {
        loaded = one;
        return one;
      })),
  };
}
