import type {Arrangement} from '../../domain/publication/own-settings.ts';
import type {Rule} from '../../domain/rule/rule.ts';
import type {Database} from '../file/database.ts';
import {isAlive} from '../file/process-lock.ts';
import type {Run} from '../file/in-parts.ts';

/** Undo information of an act: articles by key, with their former marks. */
export type TakingBack =
  | Readonly<{
      kind: 'mark';
      column: 'is_read' | 'is_starred' | 'is_hidden';
      was: 0 | 1;
      keys: readonly number[];
    }>
  | Readonly<{kind: 'tag'; name: string; was: 0 | 1; keys: readonly number[]}>
  | Readonly<{kind: 'marks'; parts: readonly TakingBack[]}>
  /** The rules before they were changed. */
  | Readonly<{kind: 'rules'; was: readonly Rule[]}>
  | Readonly<{kind: 'unfollow'; publicationId: string}>
  | Readonly<{kind: 'arrange'; publicationId: string; was: Arrangement}>
  | Readonly<{kind: 'reorder'; was: readonly string[]}>
  | Readonly<{kind: 'query'; name: string; was?: string}>;

/** Returns the act's number. */
export function recordAct(database: Database, run: Run, description: string, takingBack: TakingBack): number {
  // The number may have been given in a transaction that failed, or in a file that was set aside.
  const isKnown = run.n !== undefined && database.has('SELECT 1 FROM run WHERE n = ?', run.n);
  if (!isKnown) run.n = beginRun(database);
  database.run(
    'INSERT INTO act (run, description, taking_back) VALUES (?, ?, ?)',
    run.n ?? 0,
    description,
    Buffer.from(JSON.stringify(takingBack)),
  );
  return database.count('SELECT last_insert_rowid()');
}

/** The number of this run, begun if need be, so that another thread can act for it. */
export function numberOfRun(database: Database, run: Run): number {
  const {n} = run;
  if (n !== undefined && database.has('SELECT 1 FROM run WHERE n = ?', n)) return n;
  return (run.n = database.write(() => beginRun(database)));
}

/** Runs of this very process, so that a dead one that had our number is not taken for one of them. */
const ours = new Set<number>();

export function endRun(database: Database, run: Run): void {
  const {n} = run;
  if (n === undefined) return;
  database.write(() => database.run('UPDATE run SET ended_at = ? WHERE n = ?', database.now(), n));
  ours.delete(n);
  delete run.n;
}

/** Acts that are kept, and their bytes; those of the last run that ended always are. */
const KEPT = 100;
const KEPT_BYTES = 4_000_000;

/** With the first act of a run the oldest acts are forgotten. */
function beginRun(database: Database): number {
  endDeadRuns(database);
  const isOld = 'run < (SELECT max(n) FROM run WHERE ended_at IS NOT NULL)';
  database.run(
    `DELETE FROM act WHERE ${isOld} AND n IN (SELECT n FROM (
       SELECT n, row_number() OVER newest place, sum(length(taking_back)) OVER newest bytes
       FROM act WINDOW newest AS (ORDER BY n DESC)) WHERE place > ? OR bytes > ?)`,
    KEPT,
    KEPT_BYTES,
  );
  database.run(
    `DELETE FROM run WHERE ended_at IS NOT NULL AND n < (SELECT max(n) FROM run WHERE ended_at IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM act WHERE run = run.n)`,
  );
  database.run('INSERT INTO run (pid) VALUES (?)', process.pid);
  const n = database.count('SELECT max(n) FROM run');
  ours.add(n);
  return n;
}

/** Runs that were killed had no time to say that they end. */
export function endDeadRuns(database: Database): void {
  for (const {n, pid} of database.all<{n: number; pid: number}>(
    'SELECT n, pid FROM run WHERE ended_at IS NULL',
  )) {
    const isRunning = pid === process.pid ? ours.has(n) : isAlive(pid);
    if (!isRunning) database.run('UPDATE run SET ended_at = ? WHERE n = ?', database.now(), n);
  }
}
