import {ProblemError} from '../../domain/problem.ts';
import {asksForHidden} from '../../domain/query/query.ts';
import {actsOf} from '../../domain/rule/rule.ts';
import type {Rule} from '../../domain/rule/rule.ts';
import type {RuleAct} from '../../domain/rule/rule-acts.ts';
import type {Database} from '../file/database.ts';
import type {Value} from '../file/sqlite.ts';
import {setAll} from '../file/in-parts.ts';
import {intersect, subtract} from '../listing/key-sets.ts';
import type {KeySet} from '../listing/key-sets.ts';
import {keysOf} from '../listing/keys-of.ts';
import {fold} from '../search/fold.ts';
import {parsed, queryToSql} from '../search/query-sql.ts';
import type {TakingBack} from '../state/acts.ts';
import {setTag} from '../state/own-tags.ts';

/** The articles that a rule found, and its changes; a wrong rule does nothing and says why. */
export type Applied = Readonly<{rule: Rule; found: KeySet; changed: readonly TakingBack[]; fault?: string}>;

/**
 * Tries rules on some articles, one rule after the other: what one has hidden the next does not find.
 * `errands`: also notes what is to be done outside of the library. Within a transaction.
 */
export function applyRules(
  database: Database,
  rules: readonly Rule[],
  keys: KeySet,
  {errands}: {errands: boolean},
): readonly Applied[] {
  return rules.map(rule => {
    try {
      const found = matching(database, rule, keys);
      const changed =
        found.length === 0 ? [] : actsOf(rule).flatMap(act => doAct(database, act, found, errands));
      return {rule, found, changed};
    } catch (error) {
      // A query may ask for what this library does not know, or for too much: the other rules hold.
      if (!(error instanceof ProblemError)) throw error;
      return {rule, found: [], changed: [], fault: error.message};
    }
  });
}

/** Of the given articles those that a rule is about. The index is asked for no other rows. */
function matching(database: Database, rule: Rule, keys: KeySet): KeySet {
  const query = parsed(rule.query);
  const {match, without, where, values} = queryToSql(database, query);
  const [first = 0, last = 0] = [keys[0], keys.at(-1)];
  const indexed = (expression: string): KeySet =>
    keysOf(
      database,
      'SELECT json_group_array(rowid) keys FROM term WHERE term MATCH ? AND rowid BETWEEN ? AND ?',
      expression,
      first,
      last,
    );
  const hits = match === undefined ? keys : intersect(keys, indexed(match));
  const left = without.reduce((some, expression) => subtract(some, indexed(expression)), hits);
  if (left.length === 0) return left;
  const conditions = [
    ...(asksForHidden(query) ? [] : ['e.is_hidden = 0']),
    ...(rule.in === undefined
      ? []
      : [`e.publication IN (${publicationsCalled(database, rule.in).join(',')})`]),
    ...where,
  ];
  return conditions.length === 0 ? left : meeting(database, left, conditions.join(' AND '), values);
}

/** Few are looked up one by one; more are compared with all that meet the conditions. */
const FEW = 2000;

function meeting(
  database: Database,
  keys: KeySet,
  conditions: string,
  values: readonly Value[] = [],
): KeySet {
  if (keys.length > FEW && !conditions.includes('matches')) {
    const sql = `SELECT json_group_array(e.key) keys FROM entry e NOT INDEXED WHERE ${conditions}`;
    return intersect(keys, keysOf(database, sql, ...values));
  }
  return keysOf(
    database,
    `SELECT json_group_array(e.key) keys FROM entry e
     WHERE e.key IN (SELECT value FROM json_each(?)) AND ${conditions}`,
    JSON.stringify(keys),
    ...values,
  );
}

/** A publication by its id, its address, or its title as it is shown. */
function publicationsCalled(database: Database, name: string): readonly number[] {
  const wanted = fold(name.trim()).replace(/\/$/u, '');
  return database
    .all<
      Record<'id' | 'location' | 'title', string> & {n: number; name: string | null; feed_url: string | null}
    >("SELECT n, id, location, feed_url, title, settings ->> 'name' name FROM publication")
    .filter(({id, location, feed_url: feed, title, name: own}) =>
      [id, location, feed ?? '', own ?? title].some(one => fold(one).replace(/\/$/u, '') === wanted),
    )
    .map(({n}) => n);
}

function doAct(database: Database, act: RuleAct, found: KeySet, errands: boolean): readonly TakingBack[] {
  switch (act.kind) {
    case 'hide':
    case 'read':
    case 'star': {
      const column = COLUMNS[act.kind];
      const keys = meeting(database, found, `e.${column} = 0`);
      if (keys.length === 0) return [];
      setAll(database, column, 1, keys);
      return [{kind: 'mark', column, was: 0, keys}];
    }
    case 'tag': {
      const had = keysOf(database, 'SELECT json_group_array(key) keys FROM own_tag WHERE name = ?', act.name);
      const keys = subtract(found, had);
      if (keys.length === 0) return [];
      setTag(database, act.name, 1, keys);
      return [{kind: 'tag', name: act.name, was: 0, keys}];
    }
    default: {
      if (errands)
        database.run(
          'INSERT INTO errand (key, kind, name) SELECT value, ?, ? FROM json_each(?)',
          act.kind,
          'name' in act ? act.name : null,
          JSON.stringify(found),
        );
      return [];
    }
  }
}

const COLUMNS = {hide: 'is_hidden', read: 'is_read', star: 'is_starred'} as const;
