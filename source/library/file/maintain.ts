import type {Database} from './database.ts';
import {keepGoodCopy} from '../recovery/backup.ts';
import {indexRest} from '../ingest/index-rest.ts';
import {cutJournal} from './journal.ts';
import {prune} from '../ingest/prune.ts';
import type {Retention} from '../ingest/prune.ts';

/** Milliseconds of indexing at a time. */
const INDEXING = 2000;

/** What is to be done now and then, best where nobody waits: at the end of a refresh, in an idle moment. */
export function maintain(database: Database, path: string | undefined, retention: Retention): void {
  indexRest(database, INDEXING);
  prune(database, retention);
  if (path === undefined) return;
  cutJournal(database, path);
  keepGoodCopy(database, path, database.now);
}
