import type {Database} from './database.ts';
import {isAlive} from './is-alive.ts';

/** One opening of the library. Its number is given with its first act, so that looking costs no write. */
export type Run = {n?: number};

/** How to take an act back. Articles by key, with what was changed before. */
export type TakingBack =
  | Readonly<{kind: 'mark'; column: 'is_read' | 'is_starred'; was: 0 | 1; keys: readonly number[]}>
  | Readonly<{kind: 'marks'; parts: readonly TakingBack[]}>
  | Readonly<{kind: 'unfollow'; publicationId: string}>;

export function recordAct(database: Database, run: Run, description: string, takingBack: TakingBack): void {
  // The number may have been given in a transaction that failed, or in a file that was set aside.
  const isKnown = run.n !== undefined && database.has('SELECT 1 FROM run WHERE n = ?', run.n);
  if (!isKnown) run.n = beginRun(database);
  database.run(
    'INSERT INTO act (run, description, taking_back) VALUES (?, ?, ?)',
    run.n ?? 0,
    description,
    Buffer.from(JSON.stringify(takingBack)),
  );
}

/** Runs of this very process, so that a dead one that had our number is not taken for one of them. */
const ours = new Set<number>();

/** Takes the last act of this run back or, when there is none left, of the run before it. */
export function undo(
  database: Database,
  run: Run,
): {description: string; ids: readonly string[]} | undefined {
  return database.write(
    () => {
      endDeadRuns(database);
      const act = database.all<{n: number; description: string; taking_back: Uint8Array}>(
        `SELECT n, description, taking_back FROM act
         WHERE run = ? OR run = (SELECT max(n) FROM run WHERE ended_at IS NOT NULL)
         ORDER BY run = ? DESC, n DESC LIMIT 1`,
        run.n ?? -1,
        run.n ?? -1,
      )[0];
      if (!act) return undefined;
      database.run('DELETE FROM act WHERE n = ?', act.n);
      const ids = takeBack(database, JSON.parse(Buffer.from(act.taking_back).toString('utf8')) as TakingBack);
      return {description: act.description, ids};
    },
    {trying: 'Nothing was taken back'},
  );
}

export function endRun(database: Database, run: Run): void {
  const {n} = run;
  if (n === undefined) return;
  database.write(() => database.run('UPDATE run SET ended_at = ? WHERE n = ?', database.now(), n));
  ours.delete(n);
  delete run.n;
}

/** With the first act of a run, those of all but the last run that ended are forgotten. */
function beginRun(database: Database): number {
  endDeadRuns(database);
  database.run(
    'DELETE FROM run WHERE ended_at IS NOT NULL AND n < (SELECT max(n) FROM run WHERE ended_at IS NOT NULL)',
  );
  database.run('INSERT INTO run (pid) VALUES (?)', process.pid);
  const n = database.count('SELECT max(n) FROM run');
  ours.add(n);
  return n;
}

/** Runs that were killed had no time to say that they end. */
function endDeadRuns(database: Database): void {
  for (const {n, pid} of database.all<{n: number; pid: number}>(
    'SELECT n, pid FROM run WHERE ended_at IS NULL',
  )) {
    const isRunning = pid === process.pid ? ours.has(n) : isAlive(pid);
    if (!isRunning) database.run('UPDATE run SET ended_at = ? WHERE n = ?', database.now(), n);
  }
}

function takeBack(database: Database, act: TakingBack): string[] {
  switch (act.kind) {
    case 'mark': {
      const keys = JSON.stringify(act.keys);
      database.run(
        `UPDATE entry SET ${act.column} = ? WHERE key IN (SELECT value FROM json_each(?))`,
        act.was,
        keys,
      );
      return database
        .all<{id: string}>('SELECT id FROM article WHERE key IN (SELECT value FROM json_each(?))', keys)
        .map(({id}) => id);
    }
    case 'marks': {
      return act.parts.flatMap(part => takeBack(database, part));
    }
    case 'unfollow': {
      database.run('UPDATE publication SET is_listed = 1 WHERE id = ?', act.publicationId);
      return [act.publicationId];
    }
  }
}
