import type {Database} from '../file/database.ts';
import {intersect} from './key-sets.ts';
import type {KeySet} from './key-sets.ts';
import {wholeSet} from './query-cache.ts';

/** So few are looked up one by one. */
const FEW = 2000;

/** Counts the unread among these articles, by way of the smaller of both sets. */
export function countUnread(database: Database, keys: KeySet): number {
  if (keys.length <= FEW) {
    return database.count(
      'SELECT count(*) FROM entry WHERE is_read = 0 AND key IN (SELECT value FROM json_each(?))',
      JSON.stringify(keys),
    );
  }
  const {total, unread} = database.all<{total: number; unread: number}>(
    'SELECT sum(total) total, sum(unread) unread FROM publication',
  )[0] ?? {total: 0, unread: 0};
  if (unread === 0) return 0;
  if (unread === total) return keys.length;
  const isMostlyRead = unread * 2 < total;
  const fewer = wholeSet(
    database,
    `SELECT json_group_array(key) keys FROM entry NOT INDEXED WHERE is_read = ${isMostlyRead ? 0 : 1}`,
  );
  const count = intersect(keys, fewer).length;
  return isMostlyRead ? count : keys.length - count;
}
