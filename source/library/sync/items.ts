import type {FetchedArticle} from '../../domain/publication/source.ts';
import type {Database} from '../file/database.ts';
import {rest} from '../file/patience.ts';
import {noteArrival} from '../ingest/arrivals.ts';
import {Incoming, prepareAll} from '../ingest/incoming.ts';
import {type Home, homeOf, storeOne} from '../ingest/store-one.ts';
import {keyOf} from '../listing/rows.ts';
import {settleTags} from './tags.ts';
import {Twins} from './twins.ts';

/** An article of an account, with the marks that it has at the server. */
export type SyncedItem = Readonly<{
  id: string;
  stamp: number;
  publicationId: string;
  isRead: boolean;
  isStarred: boolean;
  /** Own tags that it has there. */
  tags: readonly string[];
  one: FetchedArticle;
}>;

/** Articles a transaction, so that a key that marks something meanwhile waits for some 20 ms at most. */
const BATCH = 250;
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
    added += database.write(() => storeBatch(database, account, batch), {
      trying: 'What the server sent could not be stored',
      isDurable: false,
    });
  }
  return added;
}

type Batch = readonly Readonly<{item: SyncedItem; incoming: Incoming}>[];

function storeBatch(database: Database, account: number, batch: Batch): number {
  const stored = storedIn(database, account, batch);
  const homes = new Map<string, Home>();
  const twins = new Twins(
    database,
    batch.flatMap(({item: {one}}) => one.article.url ?? []),
  );
  const isNews = wasSynced(database, account);
  let added = 0;
  for (const {item, incoming} of batch) {
    if (stored.has(item.id)) continue;
    stored.add(item.id);
    const home = homes.get(item.publicationId) ?? homeOf(database, item.publicationId);
    homes.set(item.publicationId, home);
    const known = twins.take(home, item.one.article.url);
    const isNew = known === undefined && addArticle(database, home, {item, incoming, isNews});
    const key = known ?? keyOf(database, item.one.article.id);
    if (key === undefined) continue;
    noteItem(database, account, item, key);
    if (!isNew || home.is_muted === 1) settleMarks(database, account, item.id, key);
    if (!isNew || item.tags.length > 0) settleTags(database, account, item, key);
    if (isNew) added++;
  }
  return added;
}

/** Ids of a batch that have their article here. */
function storedIn(database: Database, account: number, batch: Batch): Set<string> {
  const rows = database.all<{id: string}>(
    `SELECT i.id FROM json_each(?) j CROSS JOIN item i ON i.account = ? AND i.id = j.value
     WHERE i.key IS NOT NULL`,
    JSON.stringify(batch.map(({item}) => item.id)),
    account,
  );
  return new Set(rows.map(({id}) => id));
}

/**
 * A new article has the server's marks from the beginning, so that none of them waits to be sent there.
 * False: it was here, from the time before its account was added again.
 */
function addArticle(
  database: Database,
  home: Home,
  {item, incoming, isNews}: Readonly<{item: SyncedItem; incoming: Incoming; isNews: boolean}>,
): boolean {
  const {isRead, isStarred, one} = item;
  // By date until the round has ended, when all are numbered.
  const date = Math.floor(Date.parse(one.article.publishedAt ?? '') / 1000) || 0;
  const became = storeOne(database, {...home, is_muted: home.is_muted | Number(isRead)}, incoming, -date);
  if (became !== 'added') return false;
  if (isStarred)
    database.run(
      'UPDATE entry SET is_starred = 1 WHERE key = (SELECT key FROM article WHERE id = ?)',
      one.article.id,
    );
  noteArrival(database, {id: one.article.id, isNews: !isRead && isNews});
  return true;
}

function noteItem(
  database: Database,
  account: number,
  {id, stamp, isRead, isStarred}: SyncedItem,
  key: number,
): void {
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
}

function wasSynced(database: Database, account: number): boolean {
  return database.has('SELECT 1 FROM account WHERE n = ? AND synced_at IS NOT NULL', account);
}

/**
 * An article that was here before has its own marks and the server's; those that the server lacks are sent.
 */
function settleMarks(database: Database, account: number, id: string, key: number): void {
  for (const [column, kind] of [
    ['is_read', 'read'],
    ['is_starred', 'star'],
  ] as const) {
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

/** Milliseconds after which a transaction takes no further publication. */
const SHORT = 10;

/** Numbers the articles of publications, newest first, behind them those that the server has dropped. */
export function placeItems(database: Database, account: number, publicationIds: Iterable<string>): void {
  const left = [...publicationIds];
  while (left.length > 0) {
    const end = performance.now() + SHORT;
    const homes = database.write(
      () => {
        let done = 0;
        do placeIn(database, account, homeOf(database, left[done++] ?? '').n);
        while (done < left.length && performance.now() < end);
        return done;
      },
      {isDurable: false},
    );
    left.splice(0, homes);
  }
}

function placeIn(database: Database, account: number, publication: number): void {
  database.run(
    `UPDATE entry SET position = place FROM (
       SELECT e.key this, row_number() OVER (ORDER BY ifnull(i.is_gone, 1), e.key DESC) - 1 place
       FROM entry e LEFT JOIN item i ON i.key = e.key AND i.account = ? WHERE e.publication = ?)
     WHERE key = this AND position <> place`,
    account,
    publication,
  );
  database.run(
    `UPDATE publication SET in_source = (
       SELECT count(*) FROM entry e JOIN item i ON i.key = e.key WHERE e.publication = ? AND i.is_gone = 0) WHERE n = ?`,
    publication,
    publication,
  );
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
