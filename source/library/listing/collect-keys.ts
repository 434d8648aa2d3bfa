import {asksForHidden} from '../../domain/query/query.ts';
import type {View} from '../../domain/query/view.ts';
import type {Database} from '../file/database.ts';
import {fold} from '../search/fold.ts';
import {intersect, subtract} from './key-sets.ts';
import type {KeySet} from './key-sets.ts';
import {keysOf} from './keys-of.ts';
import {labelsAtHand, wholeSet} from './query-cache.ts';
import {parsed, queryToSql} from '../search/query-sql.ts';
import {scopeToSql} from './scope.ts';
import type {Scope} from './scope.ts';
import type {Value} from '../file/sqlite.ts';

/**
 * Hits so few are looked up one by one; more are compared with the whole list of what meets the conditions.
 */
const FEW = 2000;

const HIDDEN = 'SELECT json_group_array(key) keys FROM entry WHERE is_shown = 0';

/**
 * The keys of all articles that a view shows. Each part of the question is asked where it is answered
 * fastest, as one JSON array (a row a key would take ten times as long), and the answers are brought together
 * here.
 */
export function collectKeys(
  database: Database,
  view: View,
  scope: Scope,
  filterBy: 'words' | 'letters' = 'words',
): KeySet {
  const query = parsed(view.query);
  const {match, without, where, values} = queryToSql(database, query);
  const found = [
    ...(match === undefined ? [] : [matching(database, match)]),
    ...(view.filter?.trim() ? [labelled(database, view.filter, filterBy)] : []),
  ];
  const hits = found.length === 0 ? undefined : found.reduce(intersect);
  const left = meeting(database, hits, {scope, hidden: asksForHidden(query)}, where, values);
  return without.reduce((keys, refused) => subtract(keys, matching(database, refused)), left);
}

function matching(database: Database, match: string): KeySet {
  return keysOf(database, 'SELECT json_group_array(rowid) keys FROM term WHERE term MATCH ?', match);
}

/** The filter's words: each anywhere in title or authors, or only its letters in their order. */
function labelled(database: Database, filter: string, by: 'words' | 'letters'): KeySet {
  const words = [...new Set(fold(filter).split(/\s+/u).filter(Boolean))];
  const labels = labelsAtHand(database);
  if (labels) return by === 'words' ? labels.holding(words) : labels.spelling(words);
  const patterns = words.map(
    word => `*${by === 'words' ? literal(word) : Array.from(word, literal).join('*')}*`,
  );
  return keysOf(
    database,
    `SELECT json_group_array(key) keys FROM label WHERE ${patterns.map(() => 'text GLOB ?').join(' AND ')}`,
    ...patterns,
  );
}

/** A text as GLOB takes it for itself. */
function literal(text: string): string {
  return text.replace(/[*?[]/gu, special => `[${special}]`);
}

function meeting(
  database: Database,
  hits: KeySet | undefined,
  {scope, hidden}: {scope: Scope; hidden: boolean},
  where: readonly string[],
  values: readonly Value[],
): KeySet {
  const conditions = [scopeToSql(scope, hidden), ...where].join(' AND ');
  if (hits && hits.length <= FEW) {
    const sql = `SELECT json_group_array(e.key) keys FROM entry e WHERE e.key IN (SELECT value FROM json_each(?)) AND ${conditions}`;
    return keysOf(database, sql, JSON.stringify(hits), ...values);
  }
  if (hits && scope.kind === 'shown' && !hidden && where.length === 0) {
    return subtract(hits, wholeSet(database, HIDDEN));
  }
  // Over everything the narrow table itself is faster than any index that leads back to it.
  const hint = scope.kind === 'shown' && !hidden ? 'NOT INDEXED' : '';
  const sql = `SELECT json_group_array(e.key) keys FROM entry e ${hint} WHERE ${conditions}`;
  const all = values.length === 0 ? wholeSet(database, sql) : keysOf(database, sql, ...values);
  return hits ? intersect(hits, all) : all;
}
