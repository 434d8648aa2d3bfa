import type {Order, View} from '../../domain/query/view.ts';
import type {Database} from '../file/database.ts';
import type {KeySet} from './key-sets.ts';
import {parsed, queryToSql} from '../search/query-sql.ts';

/** Up to so many hits are put in order of relevance; beyond, ranking would cost more than it tells. */
export const RANKED = 2000;

/** Weights of title, author, tag, category, excerpt, body. */
export const WEIGHTS = '8, 4, 4, 3, 2, 1';

const TITLED = 'entry e JOIN article a ON a.key = e.key';

/** Names with and without capitals sort alike; of the same name the newest first. */
const SORTS: Readonly<
  Record<Exclude<Order, 'newest' | 'oldest' | 'relevance'>, Readonly<{from: string; by: string}>>
> = {
  source: {from: 'entry e', by: 'e.publication, e.position, e.key'},
  recent: {from: 'entry e', by: 'e.touched_at DESC, e.key DESC'},
  title: {from: TITLED, by: 'a.title COLLATE NOCASE, e.key DESC'},
  author: {
    from: TITLED,
    by: "a.authors ->> '$[0].name' COLLATE NOCASE NULLS LAST, e.key DESC",
  },
};

/** The keys in an order that is not by date; `undefined` when by date is all that can be said. */
export function rankedKeys(
  database: Database,
  view: View,
  order: Exclude<Order, 'newest' | 'oldest'>,
  keys: KeySet,
): readonly number[] | undefined {
  if (order !== 'relevance') {
    return rows(
      database.all(
        `SELECT e.key FROM ${SORTS[order].from} WHERE e.key IN (SELECT value FROM json_each(?)) ORDER BY ${SORTS[order].by}`,
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
