import {existsSync, renameSync, rmSync, statSync, utimesSync} from 'node:fs';
import {ProblemError} from '../../domain/problem.ts';
import {Database} from '../file/database.ts';
import {migrate} from '../file/migrate.ts';
import {openSqlite, settle} from '../file/sqlite.ts';
import {transfer} from '../state/transfer.ts';

/** A copy a day. */
const AGE = 24 * 60 * 60 * 1000;

/** The path of a library's backup. */
export function backupOf(path: string): string {
  return `${path}.good`;
}

/**
 * All that is the reader's, with its indexes; bodies have checksums, and the full-text index can be made
 * again.
 */
const CHECKED = ['publication', 'article', 'entry', 'signup', 'saved_query', 'act'];

/**
 * Copies the library once a day, if it is sound: all of the reader's own, all heads, and bodies up to 64 MB
 * (starred and half-read first, then the newest), so that it costs a second at most however large the library
 * is.
 */
export function backUp(database: Database, path: string, now: () => number): void {
  const copy = backupOf(path);
  // A copy of tomorrow was made by a clock that was ahead.
  if (existsSync(copy) && Math.abs(now() - statSync(copy).mtimeMs) < AGE) return;
  checkState(database);
  const made = `${copy}.making`;
  rmSync(made, {force: true});
  const into = new Database(openSqlite(made, 'making'), now);
  try {
    migrate(into);
    transfer(into, path);
  } finally {
    into.close();
  }
  settle(made);
  utimesSync(made, now() / 1000, now() / 1000);
  renameSync(made, copy);
}

/**
 * Throws when the tables that matter are not what they should be: a call that meets damage becomes a rescue
 * (library-file.ts).
 */
function checkState(database: Database): void {
  for (const table of CHECKED) {
    const found = database.all<{integrity_check: string}>(`PRAGMA integrity_check('${table}')`)[0]
      ?.integrity_check;
    if (found !== 'ok')
      throw new ProblemError({kind: 'damaged', message: `The library’s file is damaged: ${found}.`});
  }
}
