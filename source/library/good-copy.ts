import {existsSync, renameSync, rmSync, statSync} from 'node:fs';
import {Database} from './database.ts';
import {migrate} from './migrate.ts';
import {openSqlite} from './sqlite.ts';
import {transfer} from './transfer.ts';

/** A copy a day. */
const AGE = 24 * 60 * 60 * 1000;

/** Where the last good copy of a library lies. */
export function goodCopyOf(path: string): string {
  return `${path}.good`;
}

/**
 * Copies the library once a day, if it is sound: all of the reader's own, all heads, and bodies up to 64 MB (starred and
 * half-read first, then the newest), so that it costs a second at most however large the library is.
 */
export function keepGoodCopy(database: Database, path: string, now: () => number): void {
  const copy = goodCopyOf(path);
  if (existsSync(copy) && now() - statSync(copy).mtimeMs < AGE) return;
  if (database.get<{quick_check: string}>('PRAGMA quick_check(1)')?.quick_check !== 'ok') return;
  const made = `${copy}.making`;
  rmSync(made, {force: true});
  const into = new Database(openSqlite(made), now);
  try {
    migrate(into);
    transfer(into, path);
  } finally {
    into.close();
  }
  renameSync(made, copy);
}
