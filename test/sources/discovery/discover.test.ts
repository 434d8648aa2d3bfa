import {expect, test} from 'vitest';
import {usualPlaces} from '../../../source/sources/discovery/discover.ts';
import {open, page, problemIn, rss, site} from '../../helpers/reading.ts';

const link = (href: string, title = '', type = 'application/rss+xml') =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;

test('a home page leads to the feed that it names', async () => {
  const {origin, paths} = await site({'/blog/': page(link('feed')), '/blog/feed': rss('Letters', 'One')});
  const {publication, feedUrl} = await open(`${origin}/blog/`);
  expect(publication).toMatchObject({title: 'Letters', location: `${origin}/blog/`});
  expect(feedUrl).toBe(`${origin}/blog/feed`);
  expect(paths()).toEqual(['/blog/', '/blog/feed']);
});

test('comments come last, and a dead link is passed over', async () => {
  const head = link('/comments/feed', 'Comments') + link('/dead.xml') + link('/feed');
  const {origin} = await site({
    '/': page(head),
    '/comments/feed': rss('Comments'),
    '/feed': rss('Letters', 'One'),
  });
  expect((await open(origin)).publication.title).toBe('Letters');
});

test('feeds of other subjects are named; the same one in another format, and comments, are not', async () => {
  const head =
    link('/feed', 'Letters » RSS Feed') +
    link('/atom', 'Letters » Atom Feed', 'application/atom+xml') +
    link('/talks', 'Talks  (RSS 2.0)') +
    link('/talks.json', 'Talks', 'application/feed+json') +
    link('/comments/feed', 'Letters » Comments') +
    link('/untitled');
  const {origin} = await site({'/': page(head), '/feed': rss('Letters', 'One')});
  const {otherFeeds} = await open(origin);
  expect(otherFeeds).toEqual([{title: 'Talks (RSS 2.0)', url: `${origin}/talks`}]);
});

test('finds the feed on the usual paths, beside the page and at the root', async () => {
  const beside = await site({'/blog': page(''), '/blog/atom.xml': rss('Beside', 'One')});
  expect((await open(`${beside.origin}/blog`)).publication.title).toBe('Beside');
  const root = await site({'/about/us.html': page(''), '/index.xml': rss('Root', 'One')});
  expect((await open(`${root.origin}/about/us.html`)).publication.title).toBe('Root');
});

test('the usual paths are tried once each', () => {
  const places = usualPlaces('https://a.example/');
  expect(places).toEqual(
    ['/feed', '/rss.xml', '/atom.xml', '/feed.xml', '/index.xml', '/feed.json'].map(
      path => `https://a.example${path}`,
    ),
  );
});

test('a link in the text is better than a guess', async () => {
  const {origin, paths} = await site({
    '/': page('', '<a href="/news/rss.xml">RSS</a>'),
    '/news/rss.xml': rss('News', 'One'),
  });
  expect((await open(origin)).publication.title).toBe('News');
  expect(paths()).toEqual(['/', '/news/rss.xml']);
});

test('a WordPress site without a feed is read by its API', async () => {
  const posts = [
    {id: 1, link: 'https://wp.example/1', title: {rendered: 'One'}, content: {rendered: '<p>Text</p>'}},
  ];
  const {origin} = await site(here => ({
    '/': page(`<link rel="https://api.w.org/" href="${here}/wp-json/">`),
    '/wp-json/wp/v2/posts?per_page=20&_embed=1': JSON.stringify(posts),
    '/wp-json/': JSON.stringify({name: 'Pressed', description: 'Words', home: 'https://wp.example'}),
  }));
  const {publication, articles} = await open(origin);
  expect(publication).toMatchObject({title: 'Pressed', tagline: 'Words'});
  expect(articles[0]?.article.title).toBe('One');
});

test('a Ghost site without a feed is read by its API', async () => {
  const key = '22444f78447824223cefc48062';
  const posts = {
    posts: [{id: 'a', slug: 'one', title: 'One', html: '<p>Text</p>', published_at: '2026-01-02T00:00:00Z'}],
  };
  const {origin} = await site(here => ({
    '/': page(
      `<script defer src="https://cdn.example/portal.js" data-ghost="${here}/" data-key="${key}" data-api="${here}/ghost/api/content/"></script>`,
    ),
    [`/ghost/api/content/posts/?key=${key}&include=authors,tags&limit=20`]: JSON.stringify(posts),
    [`/ghost/api/content/settings/?key=${key}`]: JSON.stringify({settings: {title: 'Haunted', locale: 'de'}}),
  }));
  expect((await open(origin)).publication).toMatchObject({title: 'Haunted', language: 'de'});
});

test('headers of a source stay with its origin when the feed lies elsewhere', async () => {
  const settings = {headers: {'X-Key': 'k'}, userAgent: 'Other/1'};
  const there = await site({'/feed': rss('Letters', 'One')});
  const here = await site({'/': page(link(`${there.origin}/feed`))});
  const {feedUrl} = await open(here.origin, {settings});
  await open(here.origin, {settings, ...(feedUrl !== undefined && {feedUrl})});
  expect(here.asked.map(({headers}) => headers['x-key'])).toEqual(['k']);
  expect(there.asked.map(({headers}) => [headers['x-key'], headers['user-agent']])).toEqual([
    [undefined, 'Other/1'],
    [undefined, 'Other/1'],
  ]);
});

test('the newsletter that a page or a feed describes in a file of its own is read', async () => {
  const card = JSON.stringify({
    heading: 'Letters',
    promises: ['No spam'],
    url: 'https://letters.example/join',
    method: 'form',
    field: 'email',
  });
  const {origin} = await site(here => ({
    '/': page(`${link('/feed')}<link rel="newsletter" type="application/json" href="${here}/letters.json">`),
    '/feed': rss('Letters', 'One'),
    '/letters.json': card,
  }));
  expect((await open(origin)).publication.newsletter).toMatchObject({
    heading: 'Letters',
    promises: ['No spam'],
  });
});

test('a newsletter’s file that is missing costs nothing', async () => {
  const {origin} = await site({
    '/': page(`${link('/feed')}<link rel="newsletter" type="application/json" href="/none.json">`),
    '/feed': rss('Letters', 'One'),
  });
  const {publication} = await open(origin);
  expect([publication.title, publication.newsletter]).toEqual(['Letters', undefined]);
});

test.for([
  [
    'a page that leads nowhere',
    'text/html',
    '<title>Welcome to the hotel</title><form action=/login></form>',
    /web page/u,
  ],
  ['an empty answer', 'application/rss+xml', '', /empty/u],
  ['JSON of some other kind', 'application/json', '{"hello": "world"}', /JSON/u],
  ['a picture', 'image/png', '\u0089PNG\r\n\u001a\n', /picture/u],
  [
    'an archive that holds a feed',
    'application/zip',
    `PK\u0003\u0004\u0014feed.xml${rss('Letters', 'One')}`,
    /ZIP/u,
  ],
  ['something with a NUL', 'text/plain', 'abc\u0000def', /binary/u],
  ['plain words', 'text/plain', 'Nothing to see', /neither a feed/u],
] as const)('%s is a Problem that says what it is', async ([, type, body, message]) => {
  const {origin} = await site({'/x': [200, {'content-type': type}, body]});
  const problem = await problemIn(open(`${origin}/x`));
  expect(problem.kind).toBe('unsupported');
  expect(problem.message).toMatch(message);
});
