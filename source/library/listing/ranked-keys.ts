import type {View} from '../../domain/query/view.ts';
import type {Database} from '../file/database.ts';
import type {KeySet} from './key-sets.ts';
import {parsed, queryToSql} from '../search/query-sql.ts';

/** Up to so many hits are put in order of relevance; beyond, ranking would cost more than it tells. */
export const RANKED = 2000;

/** Weights of title, author, tag, category, excerpt, body. */
export const WEIGHTS = '8, 4, 4, 3, 2, 1';

/** The keys in an order that is not by date; `undefined` when by date is all that can be said. */
export function rankedKeys(
  database: Database,
  view: View,
  order: 'source' | 'recent' | 'relevance',
  keys: KeySet,
): readonly number[] | undefined {
  if (order !== 'relevance') {
    const by = order === 'source' ? 'e.publication, e.position, e.key' : 'e.touched_at DESC, e.key DESC';
    return rows(
      database.all(
        `SELECT e.key FROM entry e WHERE e.key IN (SELECT value FROM json_each(?)) ORDER BY ${by}`,
        JSON.stringify(keys),
      ),
    );
  }
  const {match} = queryToSql(database, parsed(view.query));
  if (match === undefined || keys.length > RANKED) return undefined;
  // With the plus the index is asked once, and its hits are looked up among the keys: else it is asked for
  // each of them.
  return rows(
    database.all(
      `SELECT rowid key FROM term WHERE term MATCH ? AND +rowid IN (SELECT value FROM json_each(?)) ORDER BY bm25(term, ${WEIGHTS}), rowid DESC`,
      match,
      JSON.stringify(keys),
    ),
  );
}

function rows(found: readonly {key: number}[]): number[] {
  return found.map(({key}) => key);
}
