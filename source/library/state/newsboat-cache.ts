import type {Article, Body} from '../../domain/article/article.ts';
import {articleId, publicationId} from '../../domain/article/identity.ts';
import {count, minutesFor, wordsIn, type Speeds} from '../../domain/article/reading-time.ts';
import {ProblemError} from '../../domain/problem.ts';
import {canonicalLocation, webAddress} from '../../domain/publication/location.ts';
import type {CachedFeed, CachedItems, StateLine} from '../../domain/state-line.ts';
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
    const items = new Map<string, number[]>();
    const rows = handle.prepare('SELECT feedurl, id FROM rss_item ORDER BY feedurl, pubDate DESC, id DESC');
    for (const row of rows.iterate()) {
      const {feedurl, id} = row as {feedurl: string; id: number};
      const numbers = items.get(feedurl);
      if (numbers) numbers.push(id);
      else items.set(feedurl, [id]);
    }
    const feeds = handle.prepare('SELECT rssurl, url, title FROM rss_feed ORDER BY rowid').all() as Feed[];
    // Queries of newsboat, and feeds of its programs, are stored beside those of the web.
    return feeds.flatMap((feed, rank) =>
      webAddress(feed.rssurl) === undefined
        ? []
        : [{line: publicationLine(feed, rank), items: items.get(feed.rssurl) ?? []}],
    );
  });
}

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
    const item = handle.prepare('SELECT * FROM rss_item WHERE id = ? AND NOT deleted');
    const lines: StateLine[] = [];
    let size = 0;
    let read = 0;
    for (const id of items) {
      if (size > PART) break;
      const found = item.get(id) as Item | undefined;
      if (found) lines.push(articleLine(publication, rank + read, found, speeds));
      size += found?.content.length ?? 0;
      read++;
    }
    return {lines, read};
  });
}

function reading<Result>(path: string, read: (handle: Handle) => Result): Result {
  const handle = openSqlite(path, 'reading');
  try {
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
    handle.close();
  }
}

type Line<Kind extends StateLine['kind']> = Extract<StateLine, {kind: Kind}>;

function publicationLine({rssurl, url, title}: Feed, rank: number): Line<'publication'> {
  const homepage = webAddress(url);
  return {
    kind: 'publication',
    publication: {
      id: publicationId(canonicalLocation(rssurl)),
      location: rssurl,
      title: words(title) || rssurl,
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
