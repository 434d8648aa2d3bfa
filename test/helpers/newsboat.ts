import {DatabaseSync} from 'node:sqlite';

/** The tables that newsboat 2.21 makes, with the columns that later versions have kept. */
export function makeNewsboatCache(
  path: string,
  feeds: readonly string[],
  items: readonly Record<string, unknown>[],
): void {
  const cache = new DatabaseSync(path);
  cache.exec(`
    CREATE TABLE rss_feed (rssurl VARCHAR PRIMARY KEY NOT NULL, url VARCHAR NOT NULL, title VARCHAR NOT NULL);
    CREATE TABLE rss_item (id INTEGER PRIMARY KEY, guid VARCHAR NOT NULL, title VARCHAR NOT NULL,
      author VARCHAR NOT NULL, url VARCHAR NOT NULL, feedurl VARCHAR NOT NULL, pubDate INTEGER NOT NULL,
      content VARCHAR NOT NULL, unread INTEGER NOT NULL, enclosure_url VARCHAR, enclosure_type VARCHAR,
      flags VARCHAR, deleted INTEGER NOT NULL DEFAULT 0);`);
  for (const feed of feeds)
    cache.prepare('INSERT INTO rss_feed VALUES (?, ?, ?)').run(feed, '', 'Tide &amp; Stone');
  for (const item of items) {
    const names = Object.keys(item);
    const marks = names.map(() => '?').join(', ');
    cache
      .prepare(`INSERT INTO rss_item (${names.join(', ')}) VALUES (${marks})`)
      .run(...(Object.values(item) as string[]));
  }
  cache.close();
}

const NOVEMBER = Date.UTC(2026, 10, 2) / 1000;

/** An unread one of November 2026, but for `values`. */
export const cachedItem = (feedurl: string, values: Record<string, unknown>): Record<string, unknown> => ({
  author: '',
  content: '<p>A lamp is lit <em>early</em>.</p>',
  feedurl,
  pubDate: NOVEMBER,
  unread: 1,
  ...values,
});
