import {expect, test} from 'vitest';
import {open, page, problemIn, reader, rss, site} from '../../helpers/reading.ts';

const now = Date.parse('2026-05-04T12:00:00Z');
const signal = new AbortController().signal;

test('a feed is a publication under the address that was typed', async () => {
  const {origin} = await site({'/feed': rss('Letters', 'One', 'Two')});
  const {publication, articles, feedUrl, movedTo} = await open(`${origin}/feed`);
  expect(publication).toMatchObject({title: 'Letters', location: `${origin}/feed`});
  expect(articles.map(({article}) => [article.title, article.position, article.url])).toEqual([
    ['One', 0, `${origin}/One`],
    ['Two', 1, `${origin}/Two`],
  ]);
  expect([feedUrl, movedTo]).toEqual([undefined, undefined]);
});

test('an id does not depend on how the address was typed', async () => {
  const {origin} = await site({'/feed': rss('Letters', 'One')});
  const plain = await open(`${origin}/feed`);
  const other = await open(` feed:${origin.toUpperCase()}/feed#top `);
  expect(other.publication.id).toBe(plain.publication.id);
  expect(other.articles[0]?.article.id).toBe(plain.articles[0]?.article.id);
});

test('the kind of a document is told from its content, whatever its type says', async () => {
  const {origin} = await site({
    '/a': [200, {'content-type': 'text/plain'}, rss('Plain', 'One')],
    '/b': [200, {'content-type': 'text/html'}, rss('Html', 'One')],
  });
  expect((await open(`${origin}/a`)).publication.title).toBe('Plain');
  expect((await open(`${origin}/b`)).publication.title).toBe('Html');
});

test('what has not changed is not sent again', async () => {
  const {origin, asked} = await site({'/feed': [304, {etag: '"2"', 'cache-control': 'max-age=60'}]});
  const validators = {etag: '"1"', lastModified: 'long ago'};
  const fetched = await reader({now: () => now}).open(
    {location: `${origin}/feed`, settings: {}, validators},
    signal,
  );
  expect(fetched).toEqual({
    kind: 'unchanged',
    isPrivate: true,
    validators: {etag: '"2"', lastModified: 'long ago'},
    dueAt: '2026-05-04T12:01:00.000Z',
  });
  expect(asked[0]?.headers).toMatchObject({'if-none-match': '"1"', 'if-modified-since': 'long ago'});
});

test('304 for what we don’t have is a Problem', async () => {
  const {origin} = await site({'/feed': [304, {}]});
  expect(await problemIn(open(`${origin}/feed`))).toMatchObject({kind: 'malformed'});
});

test('keeps validators as they came, and what a source asks for', async () => {
  const feed = rss('Letters', 'One').replace('<item>', '<ttl>90</ttl><item>');
  const {origin, asked} = await site({
    '/feed': [200, {etag: 'W/"x"', 'last-modified': 'Tue', 'cache-control': 'max-age=60'}, feed],
  });
  const settings = {headers: {'X-Key': 'k'}, userAgent: 'Other/1', name: 'My name for it'};
  const loaded = await open(`${origin}/feed`, {settings}, reader({now: () => now}));
  expect(loaded.validators).toEqual({etag: 'W/"x"', lastModified: 'Tue'});
  expect(loaded.dueAt).toBe('2026-05-04T13:30:00.000Z');
  expect(loaded.publication.title).toBe('My name for it');
  expect(asked[0]?.headers).toMatchObject({'x-key': 'k', 'user-agent': 'Other/1'});
});

test('a feed that moved for good says where to; one that moved for now does not', async () => {
  const {origin} = await site(here => ({
    '/old': [301, {location: `${here}/feed`}],
    '/now': [302, {location: `${here}/feed`}],
    '/feed': rss('Letters', 'One'),
  }));
  expect(await open(`${origin}/old`)).toMatchObject({movedTo: `${origin}/feed`, feedUrl: `${origin}/feed`});
  expect((await open(`${origin}/now`)).movedTo).toBeUndefined();
});

test('asks where the feed was last time, and looks for it anew where it is gone', async () => {
  const {origin, paths} = await site({
    '/': page('<link rel=alternate type=application/rss+xml href=/new>'),
    '/new': rss('Letters', 'One'),
    '/old': [410, {}],
  });
  const loaded = await open(origin, {feedUrl: `${origin}/old`});
  expect(loaded.feedUrl).toBe(`${origin}/new`);
  expect(paths()).toEqual(['/old', '/', '/new']);
});

test.for([
  [404, 'missing'],
  [410, 'gone'],
  [403, 'denied'],
  [500, 'refused'],
] as const)('status %i is a Problem of kind %s', async ([status, kind]) => {
  const {origin} = await site({'/feed': [status, {}]});
  expect(await problemIn(open(`${origin}/feed`))).toMatchObject({kind});
});

test('429 says when to come back, in the server’s own words too', async () => {
  const body = JSON.stringify({error: 'Rate limit\u001b[31m reached.'});
  const {origin} = await site({
    '/api': [429, {'retry-after': '30', 'content-type': 'application/json'}, body],
  });
  const problem = await problemIn(open(`${origin}/api`, {}, reader({now: () => now})));
  expect(problem).toMatchObject({kind: 'rate-limited', retryAt: '2026-05-04T12:00:30.000Z'});
  expect(problem.message).toMatch(/\(429\)\. It says: Rate limit reached\.$/u);
});

test('offline, a feed is not asked for', async () => {
  const {origin, asked} = await site({'/feed': rss('Letters', 'One')});
  expect(await problemIn(open(`${origin}/feed`, {}, reader({isOffline: true})))).toMatchObject({
    kind: 'offline',
  });
  expect(asked).toEqual([]);
});
