import {statSync} from 'node:fs';
import type {Database} from './database.ts';
import {READING_PATIENCE} from './sqlite.ts';
import {indexRest} from '../ingest/index-rest.ts';
import {prune} from '../ingest/prune.ts';
import type {Retention} from '../ingest/prune.ts';
import {backUp} from '../recovery/backup.ts';

/** Milliseconds of indexing at a time. */
const INDEXING = 2000;

/** Periodic work, done where nobody waits: at the end of a refresh, in an idle moment. */
export function maintain(database: Database, path: string | undefined, retention: Retention): void {
  indexRest(database, INDEXING);
  prune(database, retention);
  if (path === undefined) return;
  cutJournal(database, path);
  backUp(database, path, database.now);
}

/** Bytes that the journal may keep beside the library; less is not worth the disk's work. */
const LARGE = 1024 * 1024;

/**
 * Takes a large write-ahead journal into the library's file and cuts it. SQLite itself lets it grow to 16 MB
 * and never makes it smaller while anybody has the library open. Nobody waits: most is taken over beside
 * readers and writers, and if one of them is at work when it is to be cut, it is cut another time.
 */
export function cutJournal(database: Database, path: string): void {
  if ((statSync(`${path}-wal`, {throwIfNoEntry: false})?.size ?? 0) < LARGE) return;
  database.all('PRAGMA wal_checkpoint(PASSIVE)');
  database.script('PRAGMA busy_timeout = 0');
  try {
    database.all('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.script(`PRAGMA busy_timeout = ${READING_PATIENCE}`);
  }
}

/** Takes the write-ahead journal into the library's file as far as nobody is using it. */
export function settleJournal(database: Database): void {
  database.all('PRAGMA wal_checkpoint(PASSIVE)');
}
