import {toProblem} from '../../domain/problem.ts';
import type {Database} from './database.ts';

/** Articles that are marked at a time: some 4 ms, in which no key is answered. */
export const PART = 1000;

/**
 * Does the next part, and tells whether there is more. A power cut may take parts back until the last is
 * done.
 */
export function goOn(database: Database, run: Run): boolean {
  const {rest} = run;
  if (!rest) return false;
  const {column, value, keys, left, atEnd} = rest;
  const next = Math.max(0, left - PART);
  const doPart = (): void => {
    setAll(database, column, value, keys.slice(next, left));
    if (next === 0) atEnd?.();
  };
  try {
    database.write(doPart, {trying: 'Not all of the articles were marked', isDurable: next === 0});
  } catch (error) {
    // A busy neighbour is waited for; a disk that refuses must hold up nothing else.
    if (toProblem(error).kind !== 'busy') delete run.rest;
    throw error;
  }
  if (next > 0) run.rest = {...rest, left: next};
  else delete run.rest;
  return next > 0;
}

/** Does all that is left, because something else depends on it. */
export function finish(database: Database, run: Run): void {
  while (goOn(database, run));
}

export function setAll(
  database: Database,
  column: Rest['column'],
  value: 0 | 1,
  keys: readonly number[],
): void {
  database.run(
    `UPDATE entry SET ${column} = ? WHERE key IN (SELECT value FROM json_each(?))`,
    value,
    JSON.stringify(keys),
  );
}

/** One opening of the library. Its number is given with its first act, so that looking costs no write. */
export type Run = {n?: number; rest?: Rest};

/**
 * The rest of an act that is too large for one moment: the first `left` of the keys, the last of them next.
 */
export type Rest = Readonly<{
  /** The number of the act. */
  act: number;
  column: 'is_read' | 'is_starred' | 'is_hidden';
  value: 0 | 1;
  keys: readonly number[];
  left: number;
  /** Done with the last part. */
  atEnd?: () => void;
}>;
