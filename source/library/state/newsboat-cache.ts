import {closeSync, openSync, readSync, statSync} from 'node:fs';
import type {Article, Body} from '../../domain/article/article.ts';
import {articleId, publicationId} from '../../domain/article/identity.ts';
import {count, minutesFor, wordsIn, type Speeds} from '../../domain/article/reading-time.ts';
import {ProblemError} from '../../domain/problem.ts';
import {canonicalLocation, webAddress} from '../../domain/publication/location.ts';
import type {StateLine} from '../../domain/state-line.ts';
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

/**
 * The state that newsboat's `cache.db` holds, as `inkwell export --state` would write it: feeds, articles,
 * what was read, and flags as stars. Undefined if the file is not a database of SQLite. Its tables are those
 * of newsboat 2.21 to 2.40 (src/cache.cpp there).
 */
export function newsboatState(path: string, speeds: Speeds): string | undefined {
  if (!isDatabase(path)) return undefined;
  const handle = openSqlite(path, 'reading');
  try {
    return [...linesIn(handle, speeds)].map(line => `${JSON.stringify(line)}\n`).join('');
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

const MAGIC = 'SQLite format 3\0';

function isDatabase(path: string): boolean {
  if (!statSync(path, {throwIfNoEntry: false})?.isFile()) return false;
  const bytes = Buffer.alloc(MAGIC.length);
  const file = openSync(path, 'r');
  try {
    return readSync(file, bytes) === MAGIC.length && bytes.toString('latin1') === MAGIC;
  } finally {
    closeSync(file);
  }
}

function* linesIn(handle: Handle, speeds: Speeds): Iterable<StateLine> {
  yield {kind: 'inkwell', version: 1};
  const items = handle.prepare(
    'SELECT * FROM rss_item WHERE feedurl = ? AND NOT deleted ORDER BY pubDate DESC, id DESC',
  );
  const feeds = handle.prepare('SELECT rssurl, url, title FROM rss_feed ORDER BY rowid').all() as Feed[];
  for (const [rank, feed] of feeds.entries()) {
    // Queries of newsboat, and feeds of its programs, are stored beside those of the web.
    if (webAddress(feed.rssurl) === undefined) continue;
    const publication = publicationLine(feed, rank);
    yield publication;
    const {id} = publication.publication;
    let position = 0;
    for (const item of items.iterate(feed.rssurl)) yield articleLine(id, position++, item as Item, speeds);
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
