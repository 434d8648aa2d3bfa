import {DatabaseSync} from 'node:sqlite';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {commands} from '../helpers/commands.ts';
import {aHome, aServer, reader} from '../helpers/story.ts';
import type {Home} from '../helpers/temporary-home.ts';
import type {WebServer} from '../helpers/web-server.ts';

/** A home that follows a blog of twelve entries, which is here, and feeds that were never fetched. */
async function homeWithFeeds(feeds: number, articles: number): Promise<{home: Home; server: WebServer}> {
  const [home, server] = [await aHome(), await aServer()];
  const run = commands(home);
  expect(await run(['add', await writeBlog(home.folder)])).toMatchObject({code: 0});
  const names = Array.from({length: feeds}, (_, index) => `/feed${index}`);
  for (const name of names) server.serve(name, {body: feed(name, articles)});
  expect(await run(['add', '--offline', ...names.map(name => `${server.origin}${name}`)])).toMatchObject({
    code: 0,
  });
  return {home, server};
}

/** Newer than the blog, so that all of it comes in above. */
function feed(name: string, articles: number): string {
  const items = Array.from(
    {length: articles},
    (_, index) =>
      `<item><title>News ${index} of ${name}</title><link>http://127.0.0.1${name}/${index}</link><pubDate>${new Date(Date.UTC(2026, 10, 1, 0, index)).toUTCString()}</pubDate><description>${'Words and more words of it. '.repeat(30)}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>`;
}

const WAITING = {INKWELL_REFRESH_ON_START: 'false'};

test('while many sources come in, keys are answered and no row moves', async () => {
  const {home} = await homeWithFeeds(20, 50);
  const terminal = reader(home, {environment: WAITING});
  await terminal.until('1 of 12');
  terminal.act('down', 'down');
  await terminal.until(/▌ ?● (?:The Lighthouse\S* +)?Entry 3 of the log/);
  const rows = (): string[] => terminal.lines().filter(line => /(?:Entry|News) \d+ of/.test(line));
  const before = rows();
  terminal.act('refresh');
  await terminal.until(/1,?0\d\d of 1,?012|of 1,?012 unread/);
  expect(rows()).toEqual(before);
  terminal.act('down');
  await terminal.until(/▌ ?● (?:The Lighthouse\S* +)?Entry 4 of the log/);
});

test(
  'leaving in the middle of a refresh does not wait for it, and what had come in is there',
  {tags: 'long'},
  async () => {
    const {home, server} = await homeWithFeeds(6, 200);
    server.hold('/feed5');
    // The server answers no more, and the limit is far away.
    const terminal = reader(home, {environment: {...WAITING, INKWELL_LIMITS_SECONDS: '3600'}});
    await terminal.until('1 of 12');
    terminal.act('refresh');
    await terminal.until(/of 1,?012 unread/);
    terminal.act('quit');
    expect(await terminal.exit()).toMatchObject({code: 0});
    const library = new DatabaseSync(join(home.folder, 'data/inkwell/library.db'));
    expect(library.prepare('PRAGMA integrity_check').get()).toEqual({integrity_check: 'ok'});
    expect(library.prepare('SELECT count(*) articles FROM entry').get()).toEqual({articles: 1012});
    library.close();
  },
);

test('a source that takes too long to read is said to, and the reader goes on', {tags: 'long'}, async () => {
  const {home, server} = await homeWithFeeds(3, 5);
  server.serve('/feed1', {body: feed('/feed1', 40_000)});
  const limits = {
    INKWELL_LIMITS_READING: '1',
    INKWELL_LIMITS_ITEMS: '1000000',
    INKWELL_LIMITS_BYTES: '99000000',
  };
  const terminal = reader(home, {environment: {...WAITING, ...limits}});
  await terminal.until('1 of 12');
  terminal.act('refresh', 'down');
  await terminal.until(/▌ ?● (?:The Lighthouse\S* +)?Entry 2 of the log/);
  await terminal.until(one => one.output.includes('M says why.'));
  await terminal.until(/of 22 unread/);
  terminal.act('notices');
  await terminal.until(/Messages[\s\S]*feed1: .*took\s+longer\s+than/);
  terminal.act('quit');
  expect(await terminal.exit()).toMatchObject({code: 0});
  const {stdout} = await commands(home)(['sources']);
  expect(stdout).toContain('took longer than 1 s to read');
});
