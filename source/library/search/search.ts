import {asksForHidden} from '../../domain/query/query.ts';
import type {Query} from '../../domain/query/query.ts';
import type {SearchHit, Snippet} from '../../domain/query/view.ts';
import {bodyOf} from '../ingest/bodies.ts';
import type {Database} from '../file/database.ts';
import {indexText} from '../ingest/index-text.ts';
import {parsed, queryToSql} from './query-sql.ts';
import {RANKED, WEIGHTS} from '../listing/ranked-keys.ts';
import {rowById, rowByKey} from '../listing/rows.ts';
import {snippetOf} from './snippet.ts';
import {wantedWords} from './wanted-words.ts';

/**
 * Searches everything that is here, hidden and no longer followed included. Few hits come best first; of
 * many, where ranking would take longer than it helps, the newest.
 */
export function search(database: Database, text: string, limit: number): SearchHit[] {
  const query = parsed(text);
  const words = wantedWords(query);
  return keysFor(database, query, limit).flatMap(key => {
    const row = rowByKey(database, key);
    if (!row) return [];
    const body = bodyOf(database, row.id);
    return [{row, ...snippetOf(body ? indexText(body) : '', row.excerpt ?? '', words)}];
  });
}

/** The place of a query's words in an article; undefined for a query without words. */
export function snippet(database: Database, text: string, id: string): Snippet | undefined {
  const words = wantedWords(parsed(text));
  const row = words.length === 0 ? undefined : rowById(database, id);
  if (!row) return undefined;
  const body = bodyOf(database, id);
  return snippetOf(body ? indexText(body) : '', row.excerpt ?? '', words);
}

function keysFor(database: Database, query: Query, limit: number): number[] {
  const {match, without, where, values} = queryToSql(database, query);
  const shown = asksForHidden(query) ? [] : ['e.is_hidden = 0'];
  const refused = without.map(() => 'e.key NOT IN (SELECT rowid FROM term WHERE term MATCH ?)');
  const conditions = [...shown, ...where, ...refused].join(' AND ') || '1';
  const all = [...values, ...without];
  const keys = (sql: string): number[] =>
    database
      .all<{key: number}>(sql, ...(match === undefined ? [] : [match]), ...all, limit)
      .map(({key}) => key);
  if (match === undefined)
    return keys(`SELECT e.key FROM entry e WHERE ${conditions} ORDER BY e.key DESC LIMIT ?`);
  const isFew =
    database.count(
      `SELECT count(*) FROM (SELECT 1 FROM term WHERE term MATCH ? LIMIT ${RANKED + 1})`,
      match,
    ) <= RANKED;
  const order = isFew ? `bm25(term, ${WEIGHTS}), term.rowid DESC` : 'term.rowid DESC';
  return keys(
    `SELECT e.key FROM term CROSS JOIN entry e ON e.key = term.rowid WHERE term MATCH ? AND ${conditions} ORDER BY ${order} LIMIT ?`,
  );
}
