import {closeSync, openSync, readSync} from 'node:fs';
import type {Article, Body} from '../../domain/article/article.ts';
import {articleId, publicationId} from '../../domain/article/identity.ts';
import {count, minutesFor, wordsIn, type Speeds} from '../../domain/article/reading-time.ts';
import {ProblemError} from '../../domain/problem.ts';
import {canonicalLocation, webAddress} from '../../domain/publication/location.ts';
import type {CachedFeed, CachedItems, StateLine} from '../../domain/state-line.ts';
import {withoutPassword} from '../../domain/publication/passwords.ts';
import {plainText} from '../../domain/text/plain-text.ts';
import {printableLine} from '../../domain/text/printable.ts';
import {openSqlite, type Handle} from '../file/sqlite.ts';

type Feed = Record<'rssurl' | 'url' | 'title', string>;
type Item = Record<'guid' | 'title' | 'author' | 'url' | 'content', string> & {
  pubDate: number;
  unread: number;
  flags: string | null;
  enclosure_url: string | null;
  enclosure_type: string | null;
  content_mime_type?: string | null;
};

/*
 * The state that newsboat's `cache.db` holds, as `inkwell export --state` would write it: feeds, articles,
 * what was read, and flags as stars. Its tables are those of newsboat 2.21 to 2.40 (src/cache.cpp there).
 */

/** The feeds of the web, with the numbers of their items, the newest first. */
export function newsboatFeeds(path: string): readonly CachedFeed[] {
  return reading(path, handle => {
    const feeds = Array.from(rising(handle, FEEDS), feed => feed as unknown as Feed).filter(
      ({rssurl}) => rssurl !== '',
    );
    const items = new Map(feeds.map(({rssurl}) => [rssurl, [] as Dated[]]));
    // Sorted here: SQLite would sort a table of any size in memory, and can't be interrupted.
    for (const row of rising(handle, DATES)) {
      const {id, feedurl, pubDate} = row as unknown as Dated & {feedurl: string};
      items.get(feedurl)?.push({id, pubDate});
    }
    // Queries of newsboat, and feeds of its programs, are stored beside those of the web.
    return feeds.flatMap((feed, rank) => {
      if (webAddress(feed.rssurl) === undefined) return [];
      const dated = items.get(feed.rssurl) ?? [];
      dated.sort((one, other) => other.pubDate - one.pubDate || other.id - one.id);
      return [{line: publicationLine(feed, rank), items: dated.map(({id}) => id)}];
    });
  });
}

/** Characters of an address or a title; SQLite knows the size of a longer one without reading it. */
const LONGEST = 8192;
const short = (column: string): string =>
  `CASE WHEN octet_length(${column}) < ${LONGEST} THEN ${column} ELSE '' END AS ${column}`;
const FEEDS = `SELECT rowid id, ${short('rssurl')}, ${short('url')}, ${short('title')} FROM rss_feed`;
/** Seconds since 1970, in the years that dates are written in. */
const MOMENT = 'CAST(min(max(coalesce(pubDate, 0), 0), 253402300799) AS INTEGER)';
const DATES = `SELECT rowid id, ${short('feedurl')}, ${MOMENT} AS pubDate FROM rss_item`;

/**
 * The rows of a table by their numbers. Pages that lead in a circle repeat them, without an end; SQLite can't
 * be interrupted, so no row is passed over in it.
 */
function* rising(handle: Handle, query: string): Generator<Record<string, unknown>> {
  let last = -1;
  for (const row of handle.prepare(`${query} ORDER BY rowid`).iterate()) {
    const id = Number(row['id']);
    if (!(id > last)) throw new Error('Its rows are not in order.');
    last = id;
    yield row;
  }
}

/** The columns of texts; older files have not all of them. */
function columnsOf(handle: Handle): readonly string[] {
  const found = handle.prepare("SELECT name FROM pragma_table_info('rss_item')").all();
  const names = new Set(found.map(({name}) => String(name)));
  return TEXTS.filter(name => names.has(name));
}

const TEXTS = [
  'guid',
  'title',
  'author',
  'url',
  'content',
  'flags',
  'enclosure_url',
  'enclosure_type',
  'content_mime_type',
];

type Dated = Readonly<{id: number; pubDate: number}>;

/** Bytes of an item, as of a whole feed; a larger one is left out. */
const LARGEST = 20_000_000;
/** Characters of texts that are read together. */
const PART = 2_000_000;

/** The articles of some items, as many as are read together; `rank` is the first one's in its feed. */
export function newsboatItems(
  path: string,
  publication: string,
  items: readonly number[],
  rank: number,
  speeds: Speeds,
): CachedItems {
  return reading(path, handle => {
    const columns = columnsOf(handle);
    const sizes = columns.map(name => `coalesce(octet_length(${name}), 0)`);
    const measure = handle.prepare(
      `SELECT ${sizes.join(' + ')} bytes FROM rss_item WHERE id = ? AND NOT deleted`,
    );
    const item = handle.prepare(
      `SELECT ${columns.join(', ')}, unread <> 0 AS unread, ${MOMENT} AS pubDate FROM rss_item WHERE id = ?`,
    );
    const lines: StateLine[] = [];
    let size = 0;
    let read = 0;
    let large = 0;
    for (const id of items) {
      if (size > PART) break;
      const {bytes = 0} = (measure.get(id) ?? {}) as {bytes?: number};
      if (bytes > LARGEST) large++;
      else if (bytes > 0) lines.push(articleLine(publication, rank + read, item.get(id) as Item, speeds));
      size += bytes > LARGEST ? 0 : bytes;
      read++;
    }
    return {lines, read, large};
  });
}

/** Tables whose rows lie in the file: a view, or a column that is computed, may be without end. */
const TABLES = `
  SELECT count(*) tables FROM sqlite_schema WHERE type = 'table' AND name IN ('rss_feed', 'rss_item')
  AND sql NOT LIKE 'CREATE VIRTUAL%'
  AND NOT EXISTS (SELECT 1 FROM pragma_table_xinfo(sqlite_schema.name) WHERE hidden <> 0)`;

function reading<Result>(path: string, read: (handle: Handle) => Result): Result {
  // A schema of several pages is no newsboat's; SQLite reads it whole when the file is opened.
  const handle = isLeaf(path) ? openSqlite(path, 'reading') : undefined;
  try {
    if (!handle) throw new Error('Its schema is too large.');
    const {tables} = handle.prepare(TABLES).get() as {tables: number};
    if (tables !== 2) throw new Error('It has no tables of newsboat.');
    return read(handle);
  } catch (error) {
    throw new ProblemError(
      {
        kind: 'unsupported',
        message: `${path} is a database, but not newsboat's cache.db; or it is damaged.`,
        advice: 'What Inkwell holds itself is moved by "inkwell export --state".',
      },
      {cause: error},
    );
  } finally {
    handle?.close();
  }
}

/** True if the first page of a database, which holds its schema, leads to no other. */
function isLeaf(path: string): boolean {
  const head = Buffer.alloc(HEADER + 1);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  return head[HEADER] === LEAF;
}

/** Bytes before the first page's own, and the kind of a page of a table that has rows alone. */
const HEADER = 100;
const LEAF = 13;

type Line<Kind extends StateLine['kind']> = Extract<StateLine, {kind: Kind}>;

function publicationLine({rssurl, url, title}: Feed, rank: number): Line<'publication'> {
  const homepage = webAddress(url);
  return {
    kind: 'publication',
    publication: {
      id: publicationId(canonicalLocation(rssurl)),
      location: rssurl,
      title: words(title) || withoutPassword(rssurl),
      ...(homepage !== undefined && {homepage}),
    },
    source: {
      isListed: true,
      isHidden: false,
      isMuted: false,
      rank,
      inSource: 0,
      openedAt: new Date(0).toISOString(),
      settings: {},
      validators: {},
      failures: 0,
    },
  };
}

function articleLine(publication: string, position: number, item: Item, speeds: Speeds): Line<'article'> {
  const {author, content, content_mime_type: type, flags, guid, pubDate, unread} = item;
  const isText = type?.startsWith('text/plain') ?? false;
  const url = webAddress(item.url);
  const body: Body = {format: isText ? 'text' : 'html', content, ...(url !== undefined && {base: url})};
  const plain = plainText(body);
  const counts = count(plain);
  const publishedAt = new Date(pubDate * 1000).toISOString();
  const enclosure = webAddress(item.enclosure_url ?? '');
  const article: Article = {
    id: articleId(publication, guid),
    publicationId: publication,
    position,
    title: words(item.title) || url || 'Untitled',
    ...(url !== undefined && {url}),
    ...excerptOf(plain.prose),
    tags: [],
    authors: author.trim() === '' ? [] : [{name: printableLine(author)}],
    publishedAt,
    words: wordsIn(counts),
    minutes: minutesFor(counts, speeds),
    isPartial: false,
    ...(enclosure !== undefined && {
      enclosures: [{url: enclosure, ...(item.enclosure_type && {type: printableLine(item.enclosure_type)})}],
    }),
  };
  const isStarred = (flags ?? '') !== '';
  return {
    kind: 'article',
    article,
    marks: {isRead: unread === 0, isStarred, progress: 0},
    body,
    addedAt: publishedAt,
  };
}

/** newsboat stores titles as HTML. */
function words(html: string): string {
  return printableLine(plainText({format: 'html', content: html}).prose).trim();
}

/** Cells of an excerpt, about two lines of a card. */
const EXCERPT = 180;

function excerptOf(prose: string): {excerpt?: string} {
  const line = printableLine(prose).trim();
  if (line === '') return {};
  return {excerpt: line.length <= EXCERPT ? line : `${line.slice(0, line.lastIndexOf(' ', EXCERPT))}…`};
}
