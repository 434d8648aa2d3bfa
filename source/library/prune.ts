import type {Database} from './database.ts';
import {firstKeyOf} from './keys.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What was only opened, or is no longer followed, goes after so many days without being opened. */
const UNLISTED_DAYS = 30;

export type Retention = Readonly<{
  /** Read articles older than this, that have left their source, go. Absent: all are kept. */
  keepDays?: number;
}>;

/**
 * Drops what nobody will miss; returns how many articles. Never what is starred, unread or half read, and never what
 * its source still has, which would come back as new.
 */
export function prune(database: Database, {keepDays}: Retention): number {
  return database.write(
    () => {
      const old = keepDays === undefined ? 0 : dropOld(database, database.now() - keepDays * DAY);
      return old + dropUnlisted(database, database.now() - UNLISTED_DAYS * DAY);
    },
    {trying: 'Old articles could not be dropped', isDurable: false},
  );
}

function dropOld(database: Database, before: number): number {
  return database.run(
    `DELETE FROM article WHERE key IN (
       SELECT e.key FROM entry e JOIN publication p ON p.n = e.publication
       WHERE e.key < ? AND e.added_at < ? AND ifnull(e.touched_at, 0) < ? AND e.is_read = 1 AND e.is_starred = 0
         AND e.position >= p.in_source AND p.is_listed)`,
    firstKeyOf(before / 1000),
    Math.floor(before),
    Math.floor(before),
  );
}

function dropUnlisted(database: Database, before: number): number {
  const publications = database
    .all<{n: number}>(
      `SELECT n FROM publication p WHERE NOT is_listed AND opened_at < ? AND NOT EXISTS (
         SELECT 1 FROM entry WHERE publication = p.n AND (is_starred = 1 OR (progress > 0 AND is_read = 0)))`,
      Math.floor(before),
    )
    .map(({n}) => n);
  let dropped = 0;
  for (const n of publications) {
    dropped += database.run(
      'DELETE FROM article WHERE key IN (SELECT key FROM entry WHERE publication = ?)',
      n,
    );
    database.run('DELETE FROM publication WHERE n = ?', n);
  }
  return dropped;
}
