import {openSync, readSync, closeSync, statSync} from 'node:fs';
import {ProblemError} from '../../domain/problem.ts';
import type {Database} from '../file/database.ts';
import {APPLICATION_ID, LATER, TABLES} from '../file/tables.ts';

/**
 * Checks in a fraction of a millisecond that a file is ours, whole in length, and has its tables. Damage
 * further in shows when it is read, and is dealt with then (see rescue.ts). `hasJournal`: before it was
 * opened here, when its end may lie in the journal.
 */
export function examine(database: Database, path: string, hasJournal: boolean): void {
  const names = new Set(database.all<{name: string}>('SELECT name FROM sqlite_schema').map(({name}) => name));
  if (names.size === 0) throw cutOff();
  if (database.count('PRAGMA application_id') !== APPLICATION_ID) throw foreign(path);
  const version = database.count('PRAGMA user_version');
  const tables = TABLES.filter(name => (LATER[name] ?? 0) <= version);
  const missing = ['state', 'term', ...tables].filter(name => !names.has(name));
  if (missing.length > 0) throw damaged(`it has lost its table ${missing[0]}`);
  const isWhole =
    hasJournal ||
    statSync(path).size >= database.count('PRAGMA page_count') * database.count('PRAGMA page_size');
  if (!isWhole) throw damaged('its end is missing');
}

/** Bytes that every SQLite file begins with; what is shorter holds nothing. */
export const HEADER = 100;

export function cutOff(): ProblemError {
  return damaged('it is empty or was cut off');
}

/** Does a file that SQLite cannot read look like a library of ours all the same? */
export function looksLikeOurs(path: string): boolean {
  const start = Buffer.alloc(65_536);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  return (
    start.includes('CREATE TABLE entry') ||
    start.includes('CREATE TABLE publication') ||
    start.readUInt32BE(68) === APPLICATION_ID
  );
}

export function foreign(path: string): ProblemError {
  return new ProblemError({
    kind: 'unsupported',
    message: `${path} is not a library of Inkwell; it was left as it is.`,
    advice: 'Move it away, or use another file: “inkwell config set library FILE”.',
  });
}

function damaged(what: string): ProblemError {
  return new ProblemError({kind: 'damaged', message: `The library’s file is damaged: ${what}.`});
}
