import type {Problem} from './problem.ts';

/** A value that comes from elsewhere; the last good one is kept while it loads and when it fails. */
export type Loadable<T> =
  | Readonly<{status: 'loading'; last?: T}>
  | Readonly<{status: 'ready'; value: T}>
  | Readonly<{status: 'failed'; problem: Problem; last?: T}>;

/** The value, or the last good one. */
export function valueOf<T>(loadable: Loadable<T>): T | undefined {
  return loadable.status === 'ready' ? loadable.value : loadable.last;
}
