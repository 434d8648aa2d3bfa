import type {Database} from '../file/database.ts';
import {isAlive} from '../file/process-lock.ts';

export type WaitingKind = 'read' | 'star' | `tag ${string}`;

export const tagKind = (name: string): WaitingKind => `tag ${name}`;

/** Marks of one kind and value that this process has taken to send. */
export type Claimed = Readonly<{kind: WaitingKind; value: 0 | 1; ids: readonly string[]}>;

/** Milliseconds after which marks that another process took are taken over. */
const FLIGHT = 120_000;

/** Takes marks to send, those that were tried least first. What another process is sending is left to it. */
export function claimMarks(
  database: Database,
  account: number,
  {kind, value}: Pick<Claimed, 'kind' | 'value'>,
  most: number,
): Claimed {
  const ids = database.write(() => {
    const found = database.all<{id: string}>(
      `SELECT id FROM pending WHERE account = ? AND kind = ? AND value = ? AND ${free(database)}
       ORDER BY tries, id DESC LIMIT ?`,
      account,
      kind,
      value,
      most,
    );
    const claimed = found.map(({id}) => id);
    database.run(
      `UPDATE pending SET pid = ?, flown_at = ?, tries = tries + 1
       WHERE account = ? AND kind = ? AND id IN (SELECT value FROM json_each(?))`,
      process.pid,
      Math.floor(database.now()),
      account,
      kind,
      JSON.stringify(claimed),
    );
    return claimed;
  });
  return {kind, value, ids};
}

export function countWaiting(
  database: Database,
  account: number,
  {kind, value}: Pick<Claimed, 'kind' | 'value'>,
): number {
  return database.count(
    `SELECT count(*) FROM pending WHERE account = ? AND kind = ? AND value = ? AND ${free(database)}`,
    account,
    kind,
    value,
  );
}

/** Not with a process that lives and took it a moment ago. */
function free(database: Database): string {
  const pids = database.all<{pid: number}>('SELECT DISTINCT pid FROM pending WHERE pid IS NOT NULL');
  const dead = pids.flatMap(({pid}) => (isAlive(pid) ? [] : [pid]));
  const now = Math.floor(database.now());
  const isLost = `flown_at NOT BETWEEN ${now - FLIGHT} AND ${now} OR pid IN (${dead.join(', ')})`;
  return `(pid IS NULL OR ${isLost})`;
}

/** The server has it. A mark that was changed meanwhile waits on. */
export function confirmMarks(database: Database, account: number, {kind, value, ids}: Claimed): void {
  const list = JSON.stringify(ids);
  database.write(() => {
    database.run(
      `UPDATE item SET sent_at = (SELECT change FROM state)
       WHERE account = ? AND id IN (SELECT value FROM json_each(?))`,
      account,
      list,
    );
    noteWord(database, account, {kind, value, ids: list});
    database.run(
      'DELETE FROM pending WHERE account = ? AND kind = ? AND value = ? AND id IN (SELECT value FROM json_each(?))',
      account,
      kind,
      value,
      list,
    );
    release(database, account, kind, list);
  });
}

/** Notes the server's word about some articles, whose ids are JSON. */
export function noteWord(
  database: Database,
  account: number,
  {kind, value, ids}: Readonly<{kind: WaitingKind; value: 0 | 1; ids: string}>,
): void {
  if (kind !== 'read' && kind !== 'star')
    return noteTag(database, account, {name: kind.slice('tag '.length), value, ids});
  const column = kind === 'read' ? 'is_read' : 'is_starred';
  database.run(
    `UPDATE item SET ${column} = ? WHERE account = ? AND id IN (SELECT value FROM json_each(?))`,
    value,
    account,
    ids,
  );
}

function noteTag(
  database: Database,
  account: number,
  {name, value, ids}: Readonly<{name: string; value: 0 | 1; ids: string}>,
): void {
  if (value === 1)
    database.run(
      'INSERT OR IGNORE INTO item_tag (account, id, name) SELECT ?, value, ? FROM json_each(?)',
      account,
      name,
      ids,
    );
  else
    database.run(
      'DELETE FROM item_tag WHERE account = ? AND name = ? AND id IN (SELECT value FROM json_each(?))',
      account,
      name,
      ids,
    );
}

/** Nobody knows what became of it, so it waits on. */
export function releaseMarks(database: Database, account: number, {kind, ids}: Claimed): void {
  database.write(() => release(database, account, kind, JSON.stringify(ids)), {isDurable: false});
}

function release(database: Database, account: number, kind: WaitingKind, ids: string): void {
  database.run(
    'UPDATE pending SET pid = NULL WHERE account = ? AND kind = ? AND id IN (SELECT value FROM json_each(?))',
    account,
    kind,
    ids,
  );
}

/** The time at which each came in at the server, and the stream of its feed. */
export function stampsOf(
  database: Database,
  account: number,
  ids: readonly string[],
): ReadonlyMap<string, {stamp: number; stream: string | null}> {
  const rows = database.all<{id: string; stamp: number; stream: string | null}>(
    `SELECT i.id, i.stamp, s.stream FROM json_each(?) j JOIN item i ON i.account = ? AND i.id = j.value
     LEFT JOIN entry e ON e.key = i.key LEFT JOIN subscription s ON s.publication = e.publication`,
    JSON.stringify(ids),
    account,
  );
  return new Map(rows.map(({id, stamp, stream}) => [id, {stamp, stream}]));
}
