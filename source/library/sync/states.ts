import type {Database} from '../file/database.ts';
import type {WaitingKind} from './waiting-marks.ts';

type MarkKind = 'read' | 'star';

const COLUMNS = {read: 'is_read', star: 'is_starred'} as const;

/** Articles a transaction. */
const BATCH = 1000;

/** The ids that are unread, or starred, by the server's last word and were not gone from it. */
export function agreedIds(
  database: Database,
  account: number,
  which: 'unread' | 'starred',
): readonly string[] {
  const condition = which === 'unread' ? 'is_read = 0' : 'is_starred = 1';
  return idsIn(
    database,
    `SELECT json_group_array(id) ids FROM item WHERE account = ? AND ${condition} AND is_gone = 0 AND key IS NOT NULL`,
    account,
  );
}

export function countItems(database: Database, account: number): number {
  return database.count('SELECT count(*) FROM item WHERE account = ?', account);
}

/**
 * Those of some ids that have no article here. `isWanted`: also those whose articles were dropped here once.
 */
export function missingIds(
  database: Database,
  account: number,
  ids: readonly string[],
  {isWanted}: {isWanted: boolean},
): readonly string[] {
  return idsIn(
    database,
    `SELECT json_group_array(j.value) ids FROM json_each(?) j LEFT JOIN item i ON i.account = ? AND i.id = j.value
     WHERE i.id IS NULL ${isWanted ? 'OR (i.key IS NULL AND i.is_gone = 0)' : ''}`,
    JSON.stringify(ids),
    account,
  );
}

/** The number of the library's last change: a clock that nobody sets, and that two processes share. */
export function lastChange(database: Database): number {
  return database.count('SELECT change FROM state');
}

/** The server's word about some articles, which were listed after the change `listedAt` of the library. */
export type ServersWord = Readonly<{
  kind: WaitingKind;
  value: 0 | 1;
  ids: readonly string[];
  listedAt: number;
}>;

/**
 * The server's word about some articles. It counts for what was not sent since the change `listedAt` of the
 * library, after which the server was asked; what waits to be sent keeps its mark here. Returns how many
 * marks changed here.
 */
export function applyMarks(
  database: Database,
  account: number,
  {kind, value, ids, listedAt}: Omit<ServersWord, 'kind'> & Readonly<{kind: MarkKind}>,
): number {
  let changed = 0;
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = JSON.stringify(ids.slice(start, start + BATCH));
    changed += database.write(() => applyBatch(database, account, {kind, value, batch, listedAt}), {
      isDurable: false,
    });
  }
  return changed;
}

/** Nothing of the kind waits for the item `i`. */
export const UNSENT =
  'NOT EXISTS (SELECT 1 FROM pending p WHERE p.account = i.account AND p.id = i.id AND p.kind = ?)';

/** Of some ids, as JSON, those of which the server's word counts. */
export function toldIds(
  database: Database,
  account: number,
  {kind, batch, listedAt}: Readonly<{kind: WaitingKind; batch: string; listedAt: number}>,
): string {
  const told = `SELECT i.id FROM json_each(?) j JOIN item i ON i.account = ? AND i.id = j.value
    LEFT JOIN pending p ON p.account = i.account AND p.id = i.id AND p.kind = ?
    WHERE (i.sent_at < ? OR i.sent_at > (SELECT change FROM state)) AND p.pid IS NULL`;
  const ids = JSON.stringify(
    database.all<{id: string}>(told, batch, account, kind, listedAt).map(({id}) => id),
  );
  database.run(
    'UPDATE item SET is_gone = 0 WHERE is_gone = 1 AND account = ? AND id IN (SELECT value FROM json_each(?))',
    account,
    ids,
  );
  return ids;
}

/** The server has got there by itself. */
export function dropReached(
  database: Database,
  account: number,
  {kind, value, ids}: Readonly<{kind: WaitingKind; value: 0 | 1; ids: string}>,
): void {
  database.run(
    `DELETE FROM pending WHERE account = ? AND kind = ? AND value = ? AND tries = 0
     AND id IN (SELECT value FROM json_each(?))`,
    account,
    kind,
    value,
    ids,
  );
}

function applyBatch(
  database: Database,
  account: number,
  {kind, value, batch, listedAt}: Readonly<{kind: MarkKind; value: 0 | 1; batch: string; listedAt: number}>,
): number {
  const column = COLUMNS[kind];
  const ids = toldIds(database, account, {kind, batch, listedAt});
  database.run(
    `UPDATE item SET ${column} = ? WHERE account = ? AND id IN (SELECT value FROM json_each(?))`,
    value,
    account,
    ids,
  );
  dropReached(database, account, {kind, value, ids});
  return database.run(
    `UPDATE entry SET ${column} = ? WHERE ${column} <> ? AND key IN (
       SELECT i.key FROM json_each(?) j JOIN item i ON i.account = ? AND i.id = j.value
       WHERE i.key IS NOT NULL AND ${UNSENT})`,
    value,
    value,
    ids,
    account,
    kind,
  );
}

/** The server has dropped them; here they stay as they are. */
export function noteGone(database: Database, account: number, ids: readonly string[]): void {
  if (ids.length === 0) return;
  database.write(
    () =>
      database.run(
        'UPDATE item SET is_gone = 1 WHERE account = ? AND id IN (SELECT value FROM json_each(?))',
        account,
        JSON.stringify(ids),
      ),
    {isDurable: false},
  );
}

function idsIn(database: Database, sql: string, ...values: (string | number)[]): readonly string[] {
  return JSON.parse(database.all<{ids: string}>(sql, ...values)[0]?.ids ?? '[]') as string[];
}
