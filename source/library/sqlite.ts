import {chmodSync, mkdirSync} from 'node:fs';
import {dirname} from 'node:path';
import type {DatabaseSync, SQLInputValue, StatementSync} from 'node:sqlite';

/*
 * The one file that opens the database. Node 22 prints a warning when node:sqlite is first loaded; nobody who reads a
 * blog needs to know, so it alone is dropped.
 */

export type Handle = DatabaseSync;
export type Statement = StatementSync;
export type Value = SQLInputValue;

export const IN_MEMORY = ':memory:';

/** Milliseconds that a statement waits for another process before it gives up. */
const PATIENCE = 5000;

/** Opens a file that belongs to the person alone (0600 in a 0700 folder), or a database in memory. */
export function openSqlite(path: string, options: {isReadOnly?: boolean} = {}): Handle {
  const isFile = path !== IN_MEMORY;
  if (isFile && !options.isReadOnly) mkdirSync(dirname(path), {recursive: true, mode: 0o700});
  const mask = process.umask?.(0o077);
  try {
    const handle = new (driver())(path, {readOnly: options.isReadOnly ?? false, timeout: PATIENCE});
    try {
      handle.exec(isFile && !options.isReadOnly ? FILE_PRAGMAS : MEMORY_PRAGMAS);
      if (isFile && !options.isReadOnly) chmodSync(path, 0o600);
    } catch (error) {
      handle.close();
      throw error;
    }
    return handle;
  } finally {
    if (mask !== undefined) process.umask(mask);
  }
}

/** FULL: a commit is on the disk before it is told; what may be lost to a power cut asks for NORMAL itself. */
const FILE_PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA journal_size_limit = 16777216;
  PRAGMA cache_size = -16000;
  PRAGMA temp_store = MEMORY;
  PRAGMA foreign_keys = ON;`;

const MEMORY_PRAGMAS = 'PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;';

let loaded: typeof DatabaseSync | undefined;

function driver(): typeof DatabaseSync {
  if (loaded) return loaded;
  const {emitWarning} = process;
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
