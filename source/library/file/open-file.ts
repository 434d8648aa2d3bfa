import {accessSync, constants, existsSync, rmSync, statSync} from 'node:fs';
import {dirname} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ProblemError} from '../../domain/problem.ts';
import type {Problem} from '../../domain/problem.ts';
import {Database} from './database.ts';
import {migrate} from './migrate.ts';
import {putInPlace} from './replaced-file.ts';
import {faultOf, isDamage} from './sqlite-problem.ts';
import type {FileFault} from './sqlite-problem.ts';
import {IN_MEMORY, openSqlite, settle} from './sqlite.ts';
import {indexRest} from '../ingest/index-rest.ts';
import {backupOf} from '../recovery/backup.ts';
import {HEADER, cutOff, examine, foreign} from '../recovery/examine.ts';
import {rescue} from '../recovery/rescue.ts';
import {transfer} from '../state/transfer.ts';

export type Surroundings = Readonly<{now: () => number; onNotice: (problem: Problem) => void}>;

/**
 * Opens the library's file and brings it up to date. A damaged one is rescued; where the disk refuses, the
 * run goes on in memory with what could be read. Either is told. Throws for a file that is newer, or not
 * ours.
 */
export function openFile(path: string, surroundings: Surroundings): Database {
  const isThere = (statSync(path, {throwIfNoEntry: false})?.size ?? 0) > 0;
  try {
    mayBeWritten(path);
    return openOrRescue(path, surroundings);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'unsupported') throw error;
    const fault = faultOf(error) ?? (error instanceof ProblemError && faultIn(error.problem));
    if (!fault) throw error;
    const {kind, happened, advice} = fault;
    const shown = isThere ? 'It is shown as it was' : 'Reading goes on';
    surroundings.onNotice({
      kind,
      message: `The library ${path} is not in use: ${happened}. ${shown}; nothing is stored in this run.`,
      advice,
    });
    const borrowed = borrow(path, surroundings.now);
    borrowed.refusal = {kind, message: `${happened}.`, advice};
    return borrowed;
  }
}

function openOrRescue(path: string, {now, onNotice}: Surroundings): Database {
  try {
    return openSound(path, now);
  } catch (error) {
    if (!isDamage(error)) throw error;
    onNotice(rescue(path, now));
    return openSound(path, now);
  }
}

/** Opens a file that is as it should be, or throws; one that is missing is made. */
export function openSound(path: string, now: () => number): Database {
  const found = statSync(path, {throwIfNoEntry: false});
  if (!found) makeNew(path, now);
  // A device or a pipe can't be set aside, nor read to its end.
  else if (!found.isFile()) throw foreign(path);
  // SQLite takes an empty file for a new one, and throws the journal beside it away.
  else if (found.size < HEADER) throw cutOff();
  const hasJournal = (statSync(`${path}-wal`, {throwIfNoEntry: false})?.size ?? 0) > 0;
  const database = new Database(openSqlite(path), now);
  try {
    examine(database, path, hasJournal);
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Whole or not at all, so that a file without tables is never a library that another process is making. */
function makeNew(path: string, now: () => number): void {
  const made = `${path}.new-${process.pid}-${process.hrtime.bigint()}`;
  rmSync(made, {force: true});
  const database = new Database(openSqlite(made, 'making'), now);
  try {
    migrate(database);
  } finally {
    database.close();
  }
  settle(made);
  putInPlace(made, path);
}

/** SQLite opens a file that it may not write to without a word, and fails at the first mark. */
function mayBeWritten(path: string): void {
  const folder = dirname(path);
  if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
  if (existsSync(folder)) accessSync(folder, constants.W_OK | constants.X_OK);
}

/**
 * A step on the way that has named its own fault: the file is being repaired, or could not be brought up to
 * date.
 */
function faultIn({kind, message, advice = ''}: Problem): FileFault {
  return {kind, happened: message.replace(/\.$/u, ''), advice};
}

/** Milliseconds for indexing what was borrowed; the rest follows in idle moments. */
const INDEXING = 1000;

/**
 * A library in memory with what can be read of a file that cannot be written to. Nothing in it outlives the
 * run.
 */
export function borrow(path: string, now: () => number): Database {
  const database = new Database(openSqlite(IN_MEMORY), now);
  migrate(database);
  if (existsSync(path)) {
    const url = pathToFileURL(path).href;
    const backup = pathToFileURL(backupOf(path)).href;
    // Without a shared-memory file the library is read as it stands; the backup stands in for a damaged one.
    const places = [`${url}?mode=ro`, `${url}?immutable=1`, `${backup}?immutable=1`];
    const isRead = places.some(place => isTransferred(database, place));
    if (isRead) indexRest(database, INDEXING);
  }
  return database;
}

function isTransferred(database: Database, from: string): boolean {
  try {
    transfer(database, from);
    return true;
  } catch {
    return false;
  }
}
