import {publicationId} from '../../domain/article/identity.ts';
import type {Problem} from '../../domain/problem.ts';
import {canonicalLocation, isOnThisMachine} from '../../domain/publication/location.ts';
import type {Database} from '../file/database.ts';

/** A feed as a server lists it, cleaned. */
export type ListedFeed = Readonly<{
  stream: string;
  url: string;
  title: string;
  homepage?: string;
  folder?: string;
}>;

/** A change to what an account follows that its server has not heard of. */
export type FeedChange = Readonly<{publication: number; url: string; title: string; folder: string | null}> &
  /** `isNamed`: the reader gave it a name, which the server is to use. */
  (
    | Readonly<{kind: 'follow'; isNamed: boolean}>
    | Readonly<{kind: 'unfollow'; stream: string}>
    | Readonly<{kind: 'change'; stream: string; oldTitle: string; oldFolder: string | null}>
  );

type Row = {
  publication: number;
  stream: string | null;
  title: string;
  folder: string | null;
  is_listed: number;
  location: string;
  here_title: string;
  here_folder: string | null;
  here_listed: number;
  is_named: number;
};

export type Merged = Readonly<{added: number; removed: number; problem?: Problem}>;

function rowsOf(database: Database, account: number): Row[] {
  return database.all<Row>(
    `SELECT s.publication, s.stream, s.title, s.folder, s.is_listed, p.location,
       ifnull(p.settings ->> 'name', p.title) here_title, p.folder here_folder, p.is_listed here_listed,
       p.settings ->> 'name' IS NOT NULL is_named
     FROM subscription s JOIN publication p ON p.n = s.publication WHERE s.account = ? ORDER BY s.publication`,
    account,
  );
}

/** Feeds that differ here from the server's last word. */
export function waitingFeeds(database: Database, account: number): FeedChange[] {
  return rowsOf(database, account).flatMap((row): FeedChange[] => {
    const {publication, stream, location: url, here_title: title, here_folder: folder} = row;
    const all = {publication, url, title, folder};
    if (row.is_listed === 0)
      return row.here_listed === 1 ? [{...all, kind: 'follow', isNamed: row.is_named === 1}] : [];
    if (stream === null) return [];
    if (row.here_listed === 0) return [{...all, kind: 'unfollow', stream}];
    const isSame = row.title === title && row.folder === folder;
    return isSame ? [] : [{...all, kind: 'change', stream, oldTitle: row.title, oldFolder: row.folder}];
  });
}

/** The server has done it: what was sent is its word from now on. What changed here meanwhile waits on. */
export function confirmFeed(database: Database, change: FeedChange, stream?: string): void {
  database.write(() => {
    if (change.kind === 'unfollow')
      database.run('UPDATE subscription SET is_listed = 0 WHERE publication = ?', change.publication);
    else
      database.run(
        'UPDATE subscription SET title = ?, folder = ?, is_listed = 1, stream = coalesce(?, stream) WHERE publication = ?',
        change.title,
        change.folder,
        stream ?? null,
        change.publication,
      );
  });
}

/**
 * Compares three: what was agreed last, what is here, what the server says now. Where nothing changed here
 * the server's word is taken; else what is here waits to be sent. `isAccepted`: the reader has agreed that
 * most are gone.
 */
export function mergeFeeds(
  database: Database,
  account: Readonly<{n: number; name: string}>,
  feeds: readonly ListedFeed[],
  {isAccepted, hidesDuplicates}: Readonly<{isAccepted: boolean; hidesDuplicates: boolean}>,
): Merged {
  return database.write(
    () => {
      const rows = rowsOf(database, account.n);
      const byStream = new Map(rows.map(row => [row.stream, row]));
      // A server may list a feed twice.
      const listed = [...new Map(feeds.map(feed => [feed.stream, feed])).values()];
      const streams = new Set(listed.map(({stream}) => stream));
      const agreed = rows.filter(row => row.is_listed === 1 && row.stream !== null);
      const gone = agreed.filter(({stream}) => stream !== null && !streams.has(stream));
      // Those that are removed here too are no surprise.
      const surprising = gone.filter(row => row.here_listed === 1);
      const isHeld = !isAccepted && isSuspicious(agreed.length, surprising.length);
      let removed = 0;
      for (const {publication} of isHeld ? [] : gone) {
        database.run('UPDATE subscription SET is_listed = 0 WHERE publication = ?', publication);
        removed += database.run(
          'UPDATE publication SET is_listed = 0, opened_at = ? WHERE n = ? AND is_listed',
          database.now(),
          publication,
        );
      }
      let added = 0;
      for (const feed of listed) {
        const row =
          byStream.get(feed.stream) ??
          rows.find(one => one.stream === null && isSameFeed(one.location, feed.url));
        if (row) update(database, row, feed);
        else added += adopt(database, account, feed, hidesDuplicates);
      }
      // It was added at the server, which calls it by another address: that one is here now.
      const sent = rows.filter(row => row.stream === null && row.is_listed === 1);
      for (const row of sent)
        if (!listed.some(({url}) => isSameFeed(row.location, url)))
          database.run('UPDATE publication SET is_listed = 0, account = NULL WHERE n = ?', row.publication);
      return {added, removed, ...(isHeld && {problem: held(account.name, agreed.length, surprising.length)})};
    },
    {trying: 'The feeds of the account could not be stored'},
  );
}

/** An empty list where there was one, or more than half of it gone, is more often a fault than a wish. */
function isSuspicious(before: number, gone: number): boolean {
  return gone > 0 && (gone === before ? before > 1 : gone > before / 2 && gone > 2);
}

function held(name: string, before: number, gone: number): Problem {
  return {
    kind: 'unsafe',
    message: `${name} lists ${before - gone} of the ${before} feeds that it had, so none was removed here.`,
    advice: `If that is right: inkwell sync ${name} --accept`,
  };
}

function update(database: Database, row: Row, feed: ListedFeed): void {
  const {publication} = row;
  const {stream, title, homepage} = feed;
  const folder = feed.folder ?? null;
  database.run(
    'UPDATE subscription SET stream = ?, title = ?, folder = ?, is_listed = 1 WHERE publication = ?',
    stream,
    title,
    folder,
    publication,
  );
  if (homepage !== undefined)
    database.run(
      'UPDATE publication SET homepage = ? WHERE n = ? AND homepage IS NOT ?',
      homepage,
      publication,
      homepage,
    );
  // It came back at the server.
  if (row.is_listed === 0 && row.here_listed === 0)
    database.run('UPDATE publication SET is_listed = 1 WHERE n = ?', publication);
  if (row.title === row.here_title && title !== row.title)
    database.run(
      "UPDATE publication SET title = ?, settings = json_remove(settings, '$.name') WHERE n = ?",
      title,
      publication,
    );
  if (row.folder === row.here_folder && folder !== row.folder)
    database.run('UPDATE publication SET folder = ? WHERE n = ?', folder, publication);
}

/**
 * A feed that was followed here already keeps its articles and marks; from now on the server is asked for it.
 */
function adopt(
  database: Database,
  account: Readonly<{n: number; name: string}>,
  feed: ListedFeed,
  hidesDuplicates: boolean,
): number {
  const {stream, url, title, homepage} = feed;
  const folder = feed.folder ?? null;
  const own = publicationId(canonicalLocation(url));
  const known = database.all<{n: number; id: string; is_listed: number; account: string | null}>(
    'SELECT n, id, is_listed, account FROM publication WHERE id = ? OR feed_url = ? ORDER BY is_listed DESC, id <> ? LIMIT 1',
    own,
    url,
    own,
  )[0];
  const isFree = known !== undefined && known.account === null;
  const id = isFree ? known.id : known ? publicationId(`account ${account.name} ${stream}`) : own;
  database.run(
    `INSERT INTO publication (id, location, title, homepage, folder, is_listed, is_hidden, opened_at, account, is_private, rank)
     VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, (SELECT ifnull(max(rank), 0) + 1 FROM publication))
     ON CONFLICT (id) DO UPDATE SET account = excluded.account, is_listed = 1, title = excluded.title,
       folder = excluded.folder, settings = json_remove(settings, '$.name'), problem = NULL`,
    id,
    url,
    title,
    homepage ?? null,
    folder,
    Number(hidesDuplicates && known !== undefined && !isFree && known.is_listed === 1),
    database.now(),
    account.name,
    // Fetched from here later, it is asked as a public one: a server named it, not the person.
    isOnThisMachine(url) ? null : 0,
  );
  database.run(
    `INSERT INTO subscription (publication, account, stream, title, folder, is_listed)
     VALUES ((SELECT n FROM publication WHERE id = ?), ?, ?, ?, ?, 1)
     ON CONFLICT (publication) DO UPDATE SET account = excluded.account, stream = excluded.stream,
       title = excluded.title, folder = excluded.folder, is_listed = 1`,
    id,
    account.n,
    stream,
    title,
    folder,
  );
  return 1;
}

/** A feed that is to be added at the server with the next round. */
export function wishFeed(
  database: Database,
  account: Readonly<{n: number; name: string}>,
  publicationIdHere: string,
): void {
  database.write(() => {
    database.run('UPDATE publication SET account = ? WHERE id = ?', account.name, publicationIdHere);
    database.run(
      `INSERT INTO subscription (publication, account, title, folder, is_listed)
       SELECT n, ?, title, folder, 0 FROM publication WHERE id = ? ON CONFLICT (publication) DO NOTHING`,
      account.n,
      publicationIdHere,
    );
  });
}

function isSameFeed(location: string, url: string): boolean {
  return addressOf(location) === addressOf(url);
}

function addressOf(location: string): string {
  return canonicalLocation(location)
    .replace(/^https?:/u, '')
    .replace(/\/$/u, '');
}
