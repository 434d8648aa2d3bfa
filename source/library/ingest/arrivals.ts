import {actsOf} from '../../domain/rule/rule.ts';
import type {Rule} from '../../domain/rule/rule.ts';
import type {Database} from '../file/database.ts';
import {applyRules} from './apply-rules.ts';

/** An article that has just come in. `isNews`: its publication was fetched before. */
export type Arrival = Readonly<{id: string; isNews: boolean}>;

/**
 * Tries the rules on an article once, at the end of the transaction in which it came in: then its text is
 * indexed, and a crash leaves neither an article without its rules nor a rule done twice.
 */
export function noteArrival(database: Database, arrival: Arrival): void {
  database.atCommit<Arrival>('rules', arrival, arrivals => {
    const rules = rulesIn(database);
    if (rules.length === 0) return;
    for (const isNews of [true, false]) {
      const ids = arrivals.filter(one => one.isNews === isNews).map(({id}) => id);
      // The first articles of a new publication are not news, so nobody is told and nothing is run.
      if (ids.length > 0) applyRules(database, rules, keysOfIds(database, ids), {errands: isNews});
    }
  });
}

/** The rules as the library has them, in their order; what it cannot read it leaves out. */
export function rulesIn(database: Database): readonly Rule[] {
  const json = database.all<{rules: string | null}>('SELECT rules FROM state')[0]?.rules ?? '[]';
  const kept = known.get(database);
  if (kept?.json === json) return kept.rules;
  const rules = json === '[]' ? [] : (JSON.parse(json) as Rule[]).filter(rule => actsOf(rule).length > 0);
  known.set(database, {json, rules});
  return rules;
}

const known = new WeakMap<Database, {json: string; rules: readonly Rule[]}>();

function keysOfIds(database: Database, ids: readonly string[]): readonly number[] {
  return database
    .all<{key: number}>(
      'SELECT key FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY key',
      JSON.stringify(ids),
    )
    .map(({key}) => key);
}
