import type {Database} from '../file/database.ts';
import {type ServersWord, UNSENT, dropReached, toldIds} from './states.ts';
import {noteWord, tagKind} from './waiting-marks.ts';

/** The articles that have each tag by the server's last word and were not gone from it. */
export function agreedTags(database: Database, account: number): ReadonlyMap<string, readonly string[]> {
  const rows = database.all<{name: string; ids: string}>(
    `SELECT t.name, json_group_array(t.id) ids FROM item_tag t JOIN item i ON i.account = t.account AND i.id = t.id
     WHERE t.account = ? AND i.is_gone = 0 AND i.key IS NOT NULL GROUP BY t.name`,
    account,
  );
  return new Map(rows.map(({name, ids}) => [name, JSON.parse(ids) as string[]]));
}

const IS_TAG = "kind LIKE 'tag %'";

/**
 * The server keeps tags: all that differ from its last word wait from now on, but for names that mean
 * something else there.
 */
export function beginTags(database: Database, account: number, taken: readonly string[]): void {
  database.write(
    () => {
      database.run('UPDATE account SET has_tags = 1 WHERE n = ? AND NOT has_tags', account);
      database.run(
        `DELETE FROM pending WHERE account = ? AND ${IS_TAG} AND substr(kind, 5) IN (SELECT value FROM json_each(?))`,
        account,
        JSON.stringify(taken),
      );
      addDiffering(database, account, {taken});
    },
    {isDurable: false},
  );
}

/** The server keeps none: nothing waits, and the tags here stay as they are. */
export function endTags(database: Database, account: number): void {
  if (!keepsTags(database, account)) return;
  database.write(() => {
    database.run('UPDATE account SET has_tags = 0 WHERE n = ?', account);
    database.run(`DELETE FROM pending WHERE account = ? AND ${IS_TAG}`, account);
  });
}

/** The server has said that it has tags, and does not keep them: its word about them counts for nothing. */
export function forgetTags(database: Database, account: number): void {
  endTags(database, account);
  database.write(() => database.run('DELETE FROM item_tag WHERE account = ?', account));
}

/** Adds what differs from the server's word, of the whole account or of one article, to what waits. */
function addDiffering(
  database: Database,
  account: number,
  {taken, id}: Readonly<{taken: readonly string[]; id?: string}>,
): void {
  const which = id === undefined ? '' : 'AND i.id = ?';
  const ids = id === undefined ? [] : [id];
  database.run(
    `INSERT INTO pending (account, id, kind, value)
     SELECT account, id, 'tag ' || name, value FROM (
       SELECT i.account, i.id, o.name, 1 value FROM own_tag o JOIN item i ON i.key = o.key
       WHERE i.account = ? ${which}
         AND NOT EXISTS (SELECT 1 FROM item_tag t WHERE t.account = i.account AND t.id = i.id AND t.name = o.name)
       UNION ALL
       SELECT i.account, i.id, t.name, 0 FROM item_tag t JOIN item i ON i.account = t.account AND i.id = t.id
       WHERE t.account = ? ${which} AND i.key IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM own_tag o WHERE o.key = i.key AND o.name = t.name))
     WHERE name NOT IN (SELECT value FROM json_each(?)) ON CONFLICT DO NOTHING`,
    account,
    ...ids,
    account,
    ...ids,
    JSON.stringify(taken),
  );
}

/** True while the server is known to keep tags. */
export function keepsTags(database: Database, account: number): boolean {
  return database.has('SELECT 1 FROM account WHERE n = ? AND has_tags', account);
}

/** Tags that wait to be added or removed. */
export function waitingTags(
  database: Database,
  account: number,
): readonly Readonly<{name: string; value: 0 | 1}>[] {
  return database
    .all<{name: string; value: 0 | 1}>(
      `SELECT DISTINCT substr(kind, 5) name, value FROM pending WHERE account = ? AND ${IS_TAG} ORDER BY 1, 2`,
      account,
    )
    .map(({name, value}) => ({name, value}));
}

/** The server's word about a tag of some articles, by the rule for marks. Returns how many changed here. */
export function applyTag(
  database: Database,
  account: number,
  {name, value, ids, listedAt}: Omit<ServersWord, 'kind'> & Readonly<{name: string}>,
): number {
  if (ids.length === 0) return 0;
  const kind = tagKind(name);
  return database.write(
    () => {
      const told = toldIds(database, account, {kind, batch: JSON.stringify(ids), listedAt});
      noteWord(database, account, {kind, value, ids: told});
      dropReached(database, account, {kind, value, ids: told});
      const keys = `SELECT i.key FROM json_each(?) j JOIN item i ON i.account = ? AND i.id = j.value
        WHERE i.key IS NOT NULL AND ${UNSENT}`;
      return value === 1
        ? database.run(
            `INSERT OR IGNORE INTO own_tag (key, name) SELECT key, ? FROM (${keys})`,
            name,
            told,
            account,
            kind,
          )
        : database.run(`DELETE FROM own_tag WHERE name = ? AND key IN (${keys})`, name, told, account, kind);
    },
    {isDurable: false},
  );
}

/**
 * An article that came with its tags has them here, too. One that was here before keeps its own, which the
 * server lacks and is sent.
 */
export function settleTags(
  database: Database,
  account: number,
  {id, tags}: Readonly<{id: string; tags: readonly string[]}>,
  key: number,
): void {
  for (const name of tags)
    noteWord(database, account, {kind: tagKind(name), value: 1, ids: JSON.stringify([id])});
  database.run(
    'INSERT OR IGNORE INTO own_tag (key, name) SELECT ?, value FROM json_each(?)',
    key,
    JSON.stringify(tags),
  );
  if (keepsTags(database, account)) addDiffering(database, account, {taken: [], id});
}
