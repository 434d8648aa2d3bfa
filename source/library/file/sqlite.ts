import {chmodSync, closeSync, fsyncSync, mkdirSync, openSync, statSync} from 'node:fs';
import {dirname} from 'node:path';
import type {DatabaseSync, SQLInputValue, StatementSync} from 'node:sqlite';

/*
 * The one file that opens the database. Node 22 prints a warning when node:sqlite is first loaded; nobody who
 * reads a blog needs to know, so it alone is dropped.
 */

export type Handle = DatabaseSync;
export type Statement = StatementSync;
export type Value = SQLInputValue;
export type SQLFunction = (...values: unknown[]) => number;

export const IN_MEMORY = ':memory:';

/**
 * Milliseconds that a read waits, which is seldom: while another process puts a file in order after a crash.
 */
export const READING_PATIENCE = 5000;

/**
 * `use`: to work with; only to read; or while a file is being made, which nobody may use before `settle`, so
 * that no care need be taken for what a crash would leave.
 */
export type Use = 'working' | 'reading' | 'making';

/** Opens a file that belongs to the person alone (0600 in a 0700 folder), or a database in memory. */
export function openSqlite(path: string, use: Use = 'working'): Handle {
  if (path !== IN_MEMORY && use !== 'reading') makePrivate(path);
  const handle = new (driver())(path, {readOnly: use === 'reading', timeout: READING_PATIENCE});
  try {
    handle.exec(path === IN_MEMORY ? PRAGMAS.reading : PRAGMAS[use]);
    return handle;
  } catch (error) {
    handle.close();
    throw error;
  }
}

/** Waits until a file that was made is on the disk. */
export function settle(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/**
 * SQLite gives the files beside it the same mode. A file that is there is not opened here: closing it would
 * drop the locks that another connection of this process holds on it.
 */
function makePrivate(path: string): void {
  mkdirSync(dirname(path), {recursive: true, mode: 0o700});
  const found = statSync(path, {throwIfNoEntry: false});
  if (!found) closeSync(openSync(path, 'a', 0o600));
  else if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) chmodSync(path, 0o600);
}

const PRAGMAS: Readonly<Record<Use, string>> = {
  // FULL: a commit is on the disk before it is told; what may be lost to a power cut asks for NORMAL itself.
  working: `
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA journal_size_limit = 16777216;
    PRAGMA cache_size = -4000;
    PRAGMA temp_store = MEMORY;
    PRAGMA foreign_keys = ON;`,
  reading: 'PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;',
  making: 'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;',
};

let loaded: typeof DatabaseSync | undefined;

function driver(): typeof DatabaseSync {
  if (loaded) return loaded;
  const emitWarning = Reflect.get(process, 'emitWarning');
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (!/SQLite/u.test(String(warning))) Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  try {
    loaded = process.getBuiltinModule('node:sqlite').DatabaseSync;
  } finally {
    process.emitWarning = emitWarning;
  }
  return loaded;
}
