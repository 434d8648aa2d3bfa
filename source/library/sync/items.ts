import type {FetchedArticle} from '../../domain/publication/source.ts';
import type {Database} from '../file/database.ts';
import {rest} from '../file/patience.ts';
import {noteArrival} from '../ingest/arrivals.ts';
import {Incoming, prepareAll} from '../ingest/incoming.ts';
import {type Home, homeOf, storeOne} from '../ingest/store-one.ts';
import {keyOf} from '../listing/rows.ts';

/** An article of an account, with the marks that it has at the server. */
export type SyncedItem = Readonly<{
  id: string;
  stamp: number;
  publicationId: string;
  isRead: boolean;
  isStarred: boolean;
  one: FetchedArticle;
}>;

/** Articles a transaction, so that a key that marks something meanwhile waits for some 20 ms at most. */
const BATCH = 100;
const BREATH = 5;

/**
 * Stores a part of what a server has; returns how many articles are new here. Asked for again, nothing is
 * doubled.
 */
export function storeItems(database: Database, account: number, items: readonly SyncedItem[]): number {
  let added = 0;
  for (let start = 0; start < items.length; start += BATCH) {
    if (start > 0 && database.isFile) rest(BREATH);
    const batch = items.slice(start, start + BATCH).map(item => ({item, incoming: new Incoming(item.one)}));
    prepareAll(
      database,
      batch.map(({incoming}) => incoming),
    );
    added += database.write(
      () => {
        const homes = new Map<string, Home>();
        let count = 0;
        for (const {item, incoming} of batch) {
          const home = homes.get(item.publicationId) ?? homeOf(database, item.publicationId);
          homes.set(item.publicationId, home);
          count += storeItem(database, account, home, item, incoming);
        }
        return count;
      },
      {trying: 'What the server sent could not be stored', isDurable: false},
    );
  }
  return added;
}

function storeItem(
  database: Database,
  account: number,
  home: Home,
  item: SyncedItem,
  incoming: Incoming,
): number {
  const {id, stamp, isRead, isStarred, one} = item;
  if (database.has('SELECT 1 FROM item WHERE account = ? AND id = ? AND key IS NOT NULL', account, id))
    return 0;
  const known = twinOf(database, home, one.article.url);
  let key = known;
  if (key === undefined) {
    // By date until the round has ended, when all are numbered.
    const date = Math.floor(Date.parse(one.article.publishedAt ?? '') / 1000) || 0;
    storeOne(database, home, incoming, -date);
    key = keyOf(database, one.article.id);
    noteArrival(database, {id: one.article.id, isNews: !isRead && wasSynced(database, account)});
  }
  if (key === undefined) return 0;
  database.run(
    `INSERT INTO item (account, id, key, stamp, is_read, is_starred) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (account, id) DO UPDATE SET key = excluded.key, stamp = excluded.stamp, is_read = excluded.is_read,
       is_starred = excluded.is_starred, is_gone = 0`,
    account,
    id,
    key,
    stamp,
    Number(isRead),
    Number(isStarred),
  );
  settleMarks(database, account, id, key, known !== undefined || home.is_muted === 1);
  return known === undefined ? 1 : 0;
}

function wasSynced(database: Database, account: number): boolean {
  return database.has('SELECT 1 FROM account WHERE n = ? AND synced_at IS NOT NULL', account);
}

/**
 * The one article of a feed that was followed here before and has this address. It keeps its marks: they are
 * added to the server's. Where several have the address it says nothing.
 */
function twinOf(database: Database, home: Home, url: string | undefined): number | undefined {
  if (url === undefined) return undefined;
  const twins = database.all<{key: number; taken: number}>(
    `SELECT a.key, EXISTS (SELECT 1 FROM item WHERE key = a.key) taken FROM article a JOIN entry e ON e.key = a.key
     WHERE a.url = ? AND e.publication = ? LIMIT 2`,
    url,
    home.n,
  );
  return twins.length === 1 && twins[0]?.taken === 0 ? twins[0].key : undefined;
}

/**
 * A new article has the server's marks. One that was here before has both, and what the server lacks is sent.
 */
function settleMarks(database: Database, account: number, id: string, key: number, wasHere: boolean): void {
  for (const [column, kind] of [
    ['is_read', 'read'],
    ['is_starred', 'star'],
  ] as const) {
    if (wasHere)
      database.run(
        `INSERT INTO pending (account, id, kind, value)
         SELECT i.account, i.id, ?, 1 FROM item i JOIN entry e ON e.key = i.key
         WHERE i.account = ? AND i.id = ? AND e.${column} = 1 AND i.${column} = 0
         ON CONFLICT DO UPDATE SET value = 1`,
        kind,
        account,
        id,
      );
    database.run(
      `UPDATE entry SET ${column} = i.${column} FROM item i
       WHERE entry.key = ? AND i.key = entry.key AND entry.${column} <> i.${column}
         AND NOT EXISTS (SELECT 1 FROM pending p WHERE p.account = i.account AND p.id = i.id AND p.kind = ?)`,
      key,
      kind,
    );
  }
}

/** Ids for which the server has no article, so that they are not asked for again. */
export function noteAbsent(database: Database, account: number, ids: readonly string[]): void {
  if (ids.length === 0) return;
  database.write(
    () =>
      database.run(
        `INSERT INTO item (account, id, stamp, is_read, is_starred, is_gone)
         SELECT ?, value, 0, 1, 0, 1 FROM json_each(?) WHERE true ON CONFLICT DO UPDATE SET is_gone = 1`,
        account,
        JSON.stringify(ids),
      ),
    {isDurable: false},
  );
}

/** Numbers the articles of publications, newest first, behind them those that the server has dropped. */
export function placeItems(database: Database, account: number, publicationIds: Iterable<string>): void {
  for (const id of publicationIds) {
    database.write(
      () => {
        const {n} = homeOf(database, id);
        database.run(
          `UPDATE entry SET position = place FROM (
             SELECT e.key this, row_number() OVER (ORDER BY ifnull(i.is_gone, 1), e.key DESC) - 1 place
             FROM entry e LEFT JOIN item i ON i.key = e.key AND i.account = ? WHERE e.publication = ?)
           WHERE key = this AND position <> place`,
          account,
          n,
        );
        database.run(
          `UPDATE publication SET in_source = (
             SELECT count(*) FROM entry e JOIN item i ON i.key = e.key WHERE e.publication = ? AND i.is_gone = 0) WHERE n = ?`,
          n,
          n,
        );
      },
      {isDurable: false},
    );
  }
}

/** The publications of an account by the server's names of them. */
export function publicationsByStream(
  database: Database,
  account: number,
): ReadonlyMap<string, PublicationHome> {
  const rows = database.all<PublicationHome & {stream: string}>(
    `SELECT s.stream, p.id, p.title, p.location FROM subscription s JOIN publication p ON p.n = s.publication
     WHERE s.account = ? AND s.stream IS NOT NULL`,
    account,
  );
  return new Map(rows.map(({stream, ...home}) => [stream, home]));
}

export type PublicationHome = Readonly<{id: string; title: string; location: string}>;

export function noteFetched(database: Database, account: number): void {
  database.write(
    () =>
      database.run(
        `UPDATE publication SET fetched_at = ?, failures = 0, problem = NULL
         WHERE n IN (SELECT publication FROM subscription WHERE account = ?)`,
        new Date(database.now()).toISOString(),
        account,
      ),
    {isDurable: false},
  );
}
