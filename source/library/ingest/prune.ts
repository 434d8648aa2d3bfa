import {SAVED} from '../../domain/publication/location.ts';
import type {Database} from '../file/database.ts';
import {firstKeyOf} from '../listing/keys.ts';
import {rest} from '../file/patience.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Days without being opened after which a publication that is not followed is dropped. */
const UNLISTED_DAYS = 30;

export type Retention = Readonly<{
  /** Read articles older than this, that have left their source, go. Absent: all are kept. */
  keepDays?: number;
}>;

/** Articles a transaction, and milliseconds between two of them, in which whoever waits gets in. */
const BATCH = 100;
const BREATH = 5;

/** The reader has given it a tag. */
const TAGGED = 'EXISTS (SELECT 1 FROM own_tag t WHERE t.key = e.key)';

/** No mark of it waits to be sent to a server. */
const SENT = `NOT EXISTS (
  SELECT 1 FROM item i JOIN pending w ON w.account = i.account AND w.id = i.id WHERE i.key = e.key)`;

/**
 * Drops what nobody will miss; returns how many articles. Never what is starred, tagged, unread or half read,
 * and never what its source still has, which would come back as new.
 */
export function prune(database: Database, {keepDays}: Retention): number {
  const old = keepDays === undefined ? 0 : dropOld(database, database.now() - keepDays * DAY);
  return old + dropUnlisted(database, database.now() - UNLISTED_DAYS * DAY);
}

function dropOld(database: Database, before: number): number {
  const {keys} = database.all<{keys: string}>(
    `SELECT json_group_array(e.key) keys FROM entry e JOIN publication p ON p.n = e.publication
     WHERE e.key < ? AND e.added_at < ? AND ifnull(e.touched_at, 0) < ? AND e.is_read = 1 AND e.is_starred = 0
       AND e.position >= p.in_source AND p.is_listed AND p.location <> '${SAVED}'
       AND NOT ${TAGGED} AND ${SENT}`,
    firstKeyOf(before / 1000),
    Math.floor(before),
    Math.floor(before),
  )[0] ?? {keys: '[]'};
  // An article that was starred or opened a moment ago stays.
  return inBatches(database, JSON.parse(keys) as number[], batch =>
    database.run(
      `DELETE FROM article WHERE key IN (
         SELECT e.key FROM json_each(?) j JOIN entry e ON e.key = j.value
         WHERE e.is_read = 1 AND e.is_starred = 0 AND ifnull(e.touched_at, 0) < ?
           AND NOT ${TAGGED} AND ${SENT})`,
      JSON.stringify(batch),
      Math.floor(before),
    ),
  );
}

function dropUnlisted(database: Database, before: number): number {
  const passing = `NOT is_listed AND opened_at < ? AND NOT EXISTS (
    SELECT 1 FROM entry e WHERE publication = p.n
      AND (is_starred = 1 OR (progress > 0 AND is_read = 0) OR ${TAGGED} OR NOT ${SENT}))`;
  const publications = database.all<{n: number}>(
    `SELECT n FROM publication p WHERE ${passing}`,
    Math.floor(before),
  );
  let dropped = 0;
  for (const {n} of publications) {
    const keys = database.all<{key: number}>('SELECT key FROM entry WHERE publication = ?', n);
    const isGone = (): boolean =>
      database.has(`SELECT 1 FROM publication p WHERE n = ? AND ${passing}`, n, Math.floor(before));
    dropped += inBatches(
      database,
      keys.map(({key}) => key),
      batch =>
        isGone()
          ? database.run(
              'DELETE FROM article WHERE key IN (SELECT value FROM json_each(?))',
              JSON.stringify(batch),
            )
          : 0,
    );
    database.write(() => isGone() && database.run('DELETE FROM publication WHERE n = ?', n), WRITING);
  }
  return dropped;
}

const WRITING = {trying: 'Old articles could not be dropped', isDurable: false};

function inBatches(
  database: Database,
  keys: readonly number[],
  drop: (batch: readonly number[]) => number,
): number {
  let dropped = 0;
  for (let start = 0; start < keys.length; start += BATCH) {
    if (start > 0 && database.isFile) rest(BREATH);
    dropped += database.write(() => drop(keys.slice(start, start + BATCH)), WRITING);
  }
  return dropped;
}
