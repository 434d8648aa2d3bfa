import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {runCommand} from '../../helpers/commands.ts';
import {cachedItem, makeNewsboatCache} from '../../helpers/newsboat.ts';
import {temporaryHome, type Home} from '../../helpers/temporary-home.ts';
import {webServer, type WebServer} from '../../helpers/web-server.ts';

let home: Home;
let web: WebServer;

beforeEach(async () => {
  home = await temporaryHome();
  web = await webServer();
});

afterEach(async () => {
  await Promise.all([home.remove(), web.close()]);
});

const json = async (...argv: readonly string[]): Promise<unknown> =>
  JSON.parse((await runCommand(home.environment, [...argv, '--json'])).stdout);

test('what newsboat knew is taken over, and the next refresh knows its articles again', async () => {
  const feed = `${web.origin}/feed.xml`;
  const cache = join(home.folder, 'cache.db');
  const second = `${web.origin}/second`;
  makeNewsboatCache(
    cache,
    [feed, 'query:All:unread = "yes"'],
    [
      cachedItem(feed, {
        guid: 'tag:one',
        title: 'First &lt;b&gt;light',
        url: `${web.origin}/1`,
        flags: 's',
        author: 'Ada',
      }),
      // newsboat makes a name of the link and the date where a feed has none.
      cachedItem(feed, {guid: '/secondMon', title: 'Second <i>tide</i>', url: second, unread: 0}),
      cachedItem(feed, {guid: 'tag:old', title: 'Left the feed', url: `${web.origin}/old`, unread: 0}),
      cachedItem(feed, {guid: 'tag:gone', title: 'Deleted there', url: `${web.origin}/gone`, deleted: 1}),
    ],
  );
  expect(await json('import', cache)).toMatchObject({sources: 1, articles: 3, marks: 3, problems: []});
  const marks = [
    {
      title: 'First <b>light',
      isStarred: true,
      isRead: false,
      authors: [{name: 'Ada'}],
      excerpt: 'A lamp is lit early.',
    },
    {title: 'Left the feed', isStarred: false, isRead: true},
    {title: 'Second tide', isStarred: false, isRead: true},
  ];
  const listed = async (): Promise<{title: string}[]> => {
    const {articles} = (await json('list', '--offline')) as {articles: {title: string}[]};
    return articles.toSorted((one, other) => one.title.localeCompare(other.title));
  };
  expect(await listed()).toMatchObject(marks);
  web.serve('/feed.xml', {
    body: `<rss version="2.0"><channel><title>Tide &amp; Stone</title><link>${web.origin}/</link>
      <item><title>First &amp;lt;b&amp;gt;light</title><link>${web.origin}/1</link><guid isPermaLink="false">tag:one</guid>
        <author>ada@example.com (Ada)</author><description>A lamp is lit early.</description></item>
      <item><title>Second tide</title><link>/second</link><pubDate>Mon, 02 Nov 2026 00:00:00 GMT</pubDate></item>
      </channel></rss>`,
    headers: {'content-type': 'application/rss+xml'},
  });
  await json('refresh', '--force');
  expect(await listed()).toMatchObject(marks);
  expect(await json('import', cache)).toMatchObject({articles: 0});
});

test('another database is named as such, and nothing is imported', async () => {
  const other = join(home.folder, 'other.db');
  const database = new DatabaseSync(other);
  database.exec('CREATE TABLE anything (word TEXT)');
  database.close();
  const ran = await runCommand(home.environment, ['import', other]);
  expect(ran).toMatchObject({code: 1, stdout: ''});
  expect(ran.stderr).toContain("is a database, but not newsboat's cache.db");
});

test('a database that computes its rows or values without end is not newsboat’s', async () => {
  const rows = "SELECT id, 'https://pier.example/feed' feedurl, 1 pubDate, 0 deleted FROM c";
  const endless = `WITH RECURSIVE c(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM c) ${rows}`;
  const items = [
    `CREATE VIEW rss_item AS ${endless}`,
    'CREATE TABLE rss_item (id INTEGER PRIMARY KEY, feedurl, pubDate, deleted, content AS (hex(zeroblob(400000000))))',
    'CREATE VIRTUAL TABLE rss_item USING fts5(feedurl, pubDate, deleted)',
  ];
  for (const [index, sql] of items.entries()) {
    const path = join(home.folder, `computed-${index}.db`);
    const database = new DatabaseSync(path);
    database.exec(
      "CREATE TABLE rss_feed (rssurl, url, title); INSERT INTO rss_feed VALUES ('https://pier.example/feed', '', '')",
    );
    database.exec(sql);
    database.close();
    expect(await runCommand(home.environment, ['import', path])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("not newsboat's cache.db") as string,
    });
  }
});

test('texts that no person writes cost one entry each, not the import', async () => {
  const cache = join(home.folder, 'heavy.db');
  const [feed, other] = ['https://pier.example/feed', 'https://quay.example/feed'];
  makeNewsboatCache(
    cache,
    [feed, other],
    [
      cachedItem(feed, {guid: '1', title: 'Kept', url: `${feed}/1`}),
      cachedItem(feed, {guid: '2', title: 'From far ahead', url: `${feed}/2`}),
      cachedItem(feed, {guid: '3', title: 'With a large file', url: `${feed}/3`}),
      cachedItem(feed, {guid: '4', title: 'Of no feed', url: `${feed}/4`}),
    ],
  );
  const database = new DatabaseSync(cache);
  const heavy = 'CAST(zeroblob(600000000) AS TEXT)';
  database.exec(`
    UPDATE rss_feed SET title = ${heavy} WHERE rssurl = '${other}';
    UPDATE rss_item SET enclosure_url = ${heavy} WHERE guid = '3';
    UPDATE rss_item SET feedurl = ${heavy} WHERE guid = '4';
    UPDATE rss_item SET pubDate = 9223372036854775807 WHERE guid = '2';`);
  database.close();
  expect(await json('import', cache)).toMatchObject({articles: 2, problems: [{kind: 'too-large'}]});
});

test('a table whose pages lead in a circle is refused, and a schema of several pages', async () => {
  for (const table of ['rss_feed', 'rss_item', 'sqlite_schema']) {
    const cache = join(home.folder, `${table}.db`);
    const feeds = Array.from({length: 400}, (_, index) => `https://pier.example/${index}/${'a'.repeat(100)}`);
    const items = feeds.map((feed, index) => cachedItem(feed, {guid: `${index}`, title: 'One', url: feed}));
    makeNewsboatCache(cache, feeds, items);
    const database = new DatabaseSync(cache);
    const more = table === 'sqlite_schema' ? 200 : 0;
    for (let index = 0; index < more; index++)
      database.exec(`CREATE TABLE more_${index} (${'a'.repeat(50)})`);
    const {page} =
      table === 'sqlite_schema'
        ? {page: 1}
        : (database.prepare('SELECT rootpage page FROM sqlite_schema WHERE name = ?').get(table) as {
            page: number;
          });
    const {page_size: size} = database.prepare('PRAGMA page_size').get() as {page_size: number};
    database.close();
    const bytes = await readFile(cache);
    const root = (page - 1) * size + (page === 1 ? 100 : 0);
    // The page of a table that leads to others; each of them becomes the first.
    expect(bytes[root]).toBe(5);
    const cells = bytes.readUInt16BE(root + 3);
    expect(cells).toBeGreaterThan(1);
    const at = (cell: number) => (page - 1) * size + bytes.readUInt16BE(root + 12 + 2 * cell);
    for (let cell = 1; cell < cells; cell++) bytes.copy(bytes, at(cell), at(0), at(0) + 4);
    await writeFile(cache, bytes);
    expect(await runCommand(home.environment, ['import', cache])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("not newsboat's cache.db; or it is damaged") as string,
    });
  }
});

test('a feed without a title is not called by the password in its address', async () => {
  const cache = join(home.folder, 'secret.db');
  makeNewsboatCache(cache, ['https://me:ochre@pier.example/feed'], []);
  const database = new DatabaseSync(cache);
  database.exec("UPDATE rss_feed SET title = ''");
  database.close();
  await json('import', cache);
  for (const words of [['sources'], ['sources', '--json'], ['export'], ['export', '--state']])
    expect((await runCommand(home.environment, words)).stdout).not.toContain('ochre');
});

test('an item larger than a whole feed may be is left out, and named', async () => {
  const cache = join(home.folder, 'cache.db');
  const feed = 'https://pier.example/feed';
  const large = cachedItem(feed, {
    guid: '1',
    title: 'Large',
    url: `${feed}/1`,
    content: 'a'.repeat(20_000_000),
  });
  makeNewsboatCache(cache, [feed], [large, cachedItem(feed, {guid: '2', title: 'Small', url: `${feed}/2`})]);
  expect(await json('import', cache)).toMatchObject({
    articles: 1,
    problems: [{kind: 'too-large', message: `${cache}: an article of more than 20 MB was left out.`}],
  });
});
