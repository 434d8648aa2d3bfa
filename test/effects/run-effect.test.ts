import {expect, test} from 'vitest';
import {rss, served} from '../helpers/feeds.ts';
import {fill, numbered} from '../helpers/drafts.ts';
import {realEffects} from '../helpers/effects.ts';
import {aServer} from '../helpers/story.ts';

const UNTIL = new AbortController().signal;
const FEED = rss('Harbour', [{title: 'High tide', day: '2026-11-01'}]);

test('a typed source is fetched, stored, opened and confirmed; typed again, it is one that was there', async () => {
  const server = await aServer();
  server.serve('/feed.xml', served(FEED));
  const {library, run, of, until} = await realEffects();
  const location = `${server.origin}/feed.xml`;
  run({kind: 'add-source', location});
  expect((await until('notice')).text).toBe('Added Harbour.');
  const [row] = library.publications();
  expect(of('opened-list')).toMatchObject([{view: {publications: [row?.id], query: ''}}]);
  expect(of('fetching')).toEqual([{type: 'fetching', what: location}, {type: 'fetching'}]);
  run({kind: 'add-source', location});
  await expect.poll(() => of('notice').length).toBe(2);
  expect(of('notice')[1]?.text).toBe('Already followed: Harbour.');
  expect(library.publications()).toHaveLength(1);
});

test('a source that can’t be opened is not followed, and the reason is shown', async () => {
  const server = await aServer();
  const {library, run, until} = await realEffects();
  run({kind: 'add-source', location: `${server.origin}/none.xml`});
  expect(await until('notice')).toMatchObject({tone: 'error', text: expect.stringContaining('404')});
  expect(library.publications()).toEqual([]);
});

test('what is cancelled ends, and nothing of it is shown or stored', async () => {
  const server = await aServer();
  server.serve('/feed.xml', served(FEED));
  server.hold('/feed.xml');
  const {library, run, of, until} = await realEffects();
  run({kind: 'add-source', location: `${server.origin}/feed.xml`});
  await expect.poll(() => server.requests.length).toBe(1);
  run({kind: 'cancel'});
  await until('refresh-stopped');
  server.release('/feed.xml');
  await new Promise(setImmediate);
  expect([of('notice'), of('opened-list'), library.publications()]).toEqual([[], [], []]);
});

test('a refresh reports each step, what is new and what failed', async () => {
  const server = await aServer();
  server.serve('/feed.xml', served(FEED));
  const {library, run, of, until} = await realEffects();
  run({kind: 'add-source', location: `${server.origin}/feed.xml`});
  await until('notice');
  const broken = library.follow(`${server.origin}/broken.xml`, {isListed: true});
  const news = [
    {title: 'Low tide', day: '2026-11-02'},
    {title: 'High tide', day: '2026-11-01'},
  ];
  server.serve('/feed.xml', served(rss('Harbour', news)));
  run({kind: 'refresh', which: 'all', isQuiet: false});
  expect(await until('refresh-ended')).toMatchObject({
    added: 1,
    failed: [broken.location.replace('http://', '')],
  });
  expect(of('refresh-failed')).toMatchObject([
    {publicationId: broken.publicationId, problem: {kind: 'missing'}},
  ]);
  expect(of('refresh-moved').map(({done, total}) => [done, total])).toEqual([
    [0, 2],
    [1, 2],
    [2, 2],
  ]);
});

test('offline a refresh says so, and a page that is not stored is not fetched', async () => {
  const server = await aServer();
  const {library, run, of} = await realEffects({environment: {INKWELL_OFFLINE: 'true'}});
  library.follow(`${server.origin}/feed.xml`, {isListed: true});
  run({kind: 'refresh', which: 'all', isQuiet: false});
  run({kind: 'open-link', url: `${server.origin}/page`});
  expect(of('notice')).toMatchObject([{text: expect.stringContaining('offline')}]);
  expect(of('link-failed')).toMatchObject([{tone: 'warning'}]);
  expect(server.requests).toEqual([]);
});

test('a link opens the article of the library that has its address, else its page becomes one', async () => {
  const server = await aServer();
  const text = 'The lamp was lit every evening for a hundred years. '.repeat(20);
  server.serve('/essay', {
    headers: {'content-type': 'text/html'},
    body: `<title>The lamp</title><article><h1>The lamp</h1><p>${text}</p><p>${text}</p></article>`,
  });
  const {library, run, of, until} = await realEffects();
  const {ids} = fill(library, [{url: `${server.origin}/stored`}]);
  run({kind: 'open-link', url: `${server.origin}/stored`});
  expect(of('opened-article')).toEqual([{type: 'opened-article', id: ids[0]}]);
  expect(server.requests).toEqual([]);
  run({kind: 'open-link', url: `${server.origin}/essay`});
  await expect.poll(() => of('opened-article').length).toBe(2);
  expect(library.article(of('opened-article')[1]?.id ?? '')?.title).toBe('The lamp');
  run({kind: 'open-link', url: `${server.origin}/nothing`});
  expect(await until('link-failed')).toMatchObject({tone: 'error', url: `${server.origin}/nothing`});
});

test('an article is typeset at the width of the window; one that is gone fails', async () => {
  const {library, run, until} = await realEffects();
  const {ids} = fill(library, [{body: `<p>${'A line of words. '.repeat(30)}</p>`}]);
  run({kind: 'load-article', id: ids[0] ?? '', measure: 40, isPreview: false});
  const {page} = await until('article-set');
  const lines = page.lines(page.start, 60);
  expect(lines.join('\n')).toContain('A line of words.');
  expect(Math.max(...lines.map(({length}) => length))).toBeLessThanOrEqual(40);
  run({kind: 'load-article', id: 'gone', measure: 40, isPreview: false});
  expect(await until('article-failed')).toMatchObject({id: 'gone', problem: {kind: 'missing'}});
});

test('an article leaves for the desktop as Markdown, and each act is confirmed', async () => {
  const {library, run, done, of} = await realEffects();
  const {ids} = fill(library, [{title: 'Tides', body: '<p>High <b>water</b>.</p>'}]);
  const id = ids[0] ?? '';
  run({kind: 'copy-article', id});
  run({kind: 'save', id, path: 'tides.md'});
  run({kind: 'hand-over', id, to: 'pipe', command: 'wc'});
  run({kind: 'open-url', url: 'https://e.example/'});
  run({kind: 'copy', text: 'x', what: 'address'});
  await expect.poll(() => of('notice').length).toBe(5);
  expect(done.filter(one => one.includes('High **water**.'))).toHaveLength(3);
  expect(
    of('notice')
      .map(({text}) => text)
      .sort(),
  ).toEqual([
    'Copied the address.',
    'Copied the article.',
    'Opened https://e.example/',
    'Piped to wc.',
    'Saved tides.md',
  ]);
  run({kind: 'copy-article', id: 'gone'});
  await expect.poll(() => of('notice').length).toBe(6);
  expect(of('notice').at(-1)).toMatchObject({tone: 'error'});
});

test('folders, order, saved searches and removal reach the library, and removal can be undone', async () => {
  const {library, run, of} = await realEffects();
  const one = fill(library, numbered(2), {location: 'https://a.example/feed', title: 'A'}).publication;
  const two = fill(library, numbered(2), {location: 'https://b.example/feed', title: 'B'}).publication;
  run({kind: 'arrange', change: {publicationId: one, folder: 'Sea', isMuted: true}});
  run({kind: 'reorder', ids: [two, one]});
  run({kind: 'save-query', name: 'Stars', query: 'is:starred'});
  expect(library.publication(one)).toMatchObject({folder: 'Sea', isMuted: true});
  expect(library.publications().map(({id}) => id)).toEqual([two, one]);
  expect(library.savedQueries()).toMatchObject([{name: 'Stars'}]);
  run({kind: 'unfollow', publicationId: two, title: 'B'});
  await expect.poll(() => of('notice').length).toBe(1);
  expect(of('notice')).toMatchObject([{text: 'Removed B.', canUndo: true}]);
  expect(library.publications().map(({id}) => id)).toEqual([one]);
  run({kind: 'undo'});
  expect(library.publications()).toHaveLength(2);
});

test('what was read last is stored when the reader leaves, and nothing that ends later is shown', async () => {
  const server = await aServer();
  server.hold('/feed.xml');
  const {library, run, of, effects} = await realEffects();
  const {ids} = fill(library, numbered(2));
  run({kind: 'keep-position', id: ids[0] ?? '', position: {block: 0, offset: 3}, progress: 0.5});
  run({kind: 'add-source', location: `${server.origin}/feed.xml`});
  await expect.poll(() => server.requests.length).toBe(1);
  expect(await effects.end(UNTIL, () => {})).toBeUndefined();
  expect(library.article(ids[0] ?? '')).toMatchObject({progress: 0.5});
  server.release('/feed.xml');
  await new Promise(setImmediate);
  expect(of('notice')).toEqual([]);
});

test('a mailbox waits for its password: chosen it is asked for, unasked that is said once', async () => {
  const {library, run, of, until} = await realEffects();
  const location = 'imaps://ada@mail.invalid/News';
  const {publicationId} = library.follow(location, {isListed: true});
  const whose = 'ada at mail.invalid';
  run({kind: 'refresh', which: 'due', isQuiet: true});
  expect(await until('password-needed')).toEqual({type: 'password-needed', name: whose});
  run({kind: 'refresh', which: 'due', isQuiet: true});
  run({kind: 'refresh', which: [publicationId], isQuiet: false});
  expect(await until('password-wanted')).toEqual({
    type: 'password-wanted',
    to: 'open-mail',
    what: publicationId,
    whose,
  });
  run({kind: 'add-source', location: 'imaps://ada@mail.invalid/Lists'});
  await expect.poll(() => of('password-wanted').length).toBe(2);
  expect(of('password-wanted')[1]).toMatchObject({to: 'follow-mail', what: 'imaps://ada@mail.invalid/Lists'});
  expect([of('password-needed').length, of('refresh-failed'), of('notice')]).toEqual([1, [], []]);
  expect(library.source(publicationId)?.failures).toBe(0);
});
