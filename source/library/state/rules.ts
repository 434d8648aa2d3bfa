import type {Errand, Rule, RuleResult} from '../../domain/rule/rule.ts';
import type {Database} from '../file/database.ts';
import {finish} from '../file/in-parts.ts';
import type {Run} from '../file/in-parts.ts';
import {applyRules} from '../ingest/apply-rules.ts';
import type {Applied} from '../ingest/apply-rules.ts';
import {rulesIn} from '../ingest/arrivals.ts';
import {collectKeys} from '../listing/collect-keys.ts';
import type {KeySet} from '../listing/key-sets.ts';
import {rowsByKeys} from '../listing/rows.ts';
import {recordAct} from './acts.ts';
import {whatIsMarked} from './marks.ts';

/** Rows that are shown of what a rule found. */
const SHOWN = 5;

/** The reader's rules in their order, without those that stand for settings. */
export function rules(database: Database): readonly Rule[] {
  return rulesIn(database).filter(({isHook}) => !isHook);
}

/** Keeps the rules for every thread that stores articles. With a description it is an act of the reader. */
export function keepRules(
  database: Database,
  run: Run,
  own: readonly Rule[],
  {description, hooks}: {description?: string; hooks?: readonly Rule[]} = {},
): void {
  const was = rulesIn(database);
  const all = [...own, ...(hooks ?? was.filter(({isHook}) => isHook))];
  if (JSON.stringify(all) === JSON.stringify(was)) return;
  database.write(
    () => {
      setRules(database, all);
      if (description !== undefined) recordAct(database, run, description, {kind: 'rules', was});
    },
    {trying: 'The rules were not stored'},
  );
}

export function setRules(database: Database, rules: readonly Rule[]): void {
  database.run('UPDATE state SET rules = ?', rules.length === 0 ? null : JSON.stringify(rules));
}

/**
 * Runs rules over all that is followed: one act, of this run or of the one that another thread acts for.
 * Nobody is told of anything, and no command is run.
 */
export function runRules(
  database: Database,
  run: Run,
  rules: readonly Rule[],
  forRun?: number,
): readonly RuleResult[] {
  finish(database, run);
  const acting: Run = forRun === undefined ? run : {n: forRun};
  return database.write(
    () => {
      const applied = overAll(database, rules);
      const parts = applied.flatMap(({changed}) => changed);
      const keys = [...new Set(parts.flatMap(part => ('keys' in part ? part.keys : [])))];
      if (keys.length > 0)
        recordAct(database, acting, `Ran the rules on ${whatIsMarked(database, keys)}`, {
          kind: 'marks',
          parts,
        });
      return applied.map(one => resultOf(database, one));
    },
    {trying: 'The rules were not run'},
  );
}

/** The same, and everything is as it was before. */
export function testRules(database: Database, rules: readonly Rule[]): readonly RuleResult[] {
  return database.rehearse(() => overAll(database, rules).map(one => resultOf(database, one)));
}

/** Rules want something done. */
export function hasErrands(database: Database): boolean {
  return database.has('SELECT 1 FROM errand');
}

/** Takes what rules wanted done: whoever takes it does it, once. */
export function takeErrands(database: Database): readonly Errand[] {
  return database.write(
    () => {
      const rows = database.all<{kind: string; name: string | null; id: string}>(
        'SELECT r.kind, r.name, a.id FROM errand r JOIN article a ON a.key = r.key ORDER BY r.n',
      );
      database.run('DELETE FROM errand');
      return rows.map(({kind, name, id}) =>
        kind === 'run' ? {kind, name: name ?? '', articleId: id} : {kind: 'notify', articleId: id},
      );
    },
    {isDurable: false, isReading: false},
  );
}

function overAll(database: Database, rules: readonly Rule[]): readonly Applied[] {
  const all = collectKeys(database, {query: 'is:hidden or -is:hidden'}, {kind: 'shown'});
  return applyRules(database, rules, all, {errands: false});
}

function resultOf(database: Database, {rule, found, changed, fault}: Applied): RuleResult {
  const keys = new Set(changed.flatMap(part => ('keys' in part ? part.keys : [])));
  return {
    rule,
    found: found.length,
    changed: keys.size,
    newest: rowsByKeys(database, newestOf(found)),
    ...(fault !== undefined && {fault}),
  };
}

function newestOf(keys: KeySet): readonly number[] {
  return keys.slice(-SHOWN).reverse();
}
