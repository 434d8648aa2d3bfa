import {existsSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {Database} from '../file/database.ts';
import {migrate} from '../file/migrate.ts';
import {goodCopyOf} from '../recovery/backup.ts';
import {indexRest} from '../ingest/index-rest.ts';
import {IN_MEMORY, openSqlite} from '../file/sqlite.ts';
import {transfer} from './transfer.ts';

/** Milliseconds for indexing what was borrowed; the rest follows in idle moments. */
const INDEXING = 1000;

/** A library in memory with what can be read of a file that cannot be written to. Nothing in it outlives the run. */
export function borrow(path: string, now: () => number): Database {
  const database = new Database(openSqlite(IN_MEMORY), now);
  migrate(database);
  if (existsSync(path)) {
    const url = pathToFileURL(path).href;
    const backup = pathToFileURL(goodCopyOf(path)).href;
    // Where not even the shared-memory file can be made, the file is read as it stands; a damaged one is left alone.
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
