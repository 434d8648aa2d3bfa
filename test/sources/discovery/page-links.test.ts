import {expect, test} from 'vitest';
import {documentOf} from '../../../source/sources/text/document.ts';
import {pageLinks} from '../../../source/sources/discovery/page-links.ts';
import {expectLinear} from '../../helpers/work.ts';

const linksIn = (html: string, url = 'https://a.example/blog/') =>
  pageLinks(documentOf(html, {url, contentType: 'text/html'}));

const link = (href: string) => `<link rel=alternate type=application/rss+xml href="${href}">`;

test.for([
  ['application/rss+xml', '/rss', 1],
  ['application/atom+xml; charset=utf-8', '/atom', 1],
  ['application/rdf+xml', '/rdf', 1],
  ['application/feed+json', '/feed', 1],
  ['application/json', '/feed.json', 1],
  ['application/json', '/wp-json/wp/v2/pages/2', 0],
  ['application/json+oembed', '/oembed.json', 0],
  ['text/html', '/de/', 0],
  ['', '/rss', 1],
  ['', '/de/', 0],
  ['application/rss', '/a', 1],
  ['text/x-atom', '/a', 1],
  ['text/xml', '/backend.php', 1],
  ['application/xml', '/sitemap.xml', 0],
  ['application/rsd+xml', '/rsd.xml', 0],
  ['application/opensearchdescription+xml', '/search.xml', 0],
] as const)('a link of type %s to %s counts %i', ([type, href, count]) => {
  expect(linksIn(`<link rel="alternate" type="${type}" href="${href}">`).feeds.length).toBe(count);
});

test('addresses are resolved against the page, or the base that it names', () => {
  const shouted = '<link rel="ALTERNATE stylesheet" type=application/rss+xml href=feed>';
  expect(linksIn(shouted).feeds).toEqual(['https://a.example/blog/feed']);
  expect(linksIn(`<base href="//b.example/x/">${shouted}`).feeds).toEqual(['https://b.example/x/feed']);
});

test('the feed of the page’s part comes first, then the main one, then those of other parts and of comments', () => {
  const names = ['/comments/feed/', '/category/cats/feed/', '/other/feed/', '/feed/', '/blog/feed/'];
  const {feeds} = linksIn(
    names.map(href => `<link rel=alternate type=application/rss+xml href=${href}>`).join(''),
  );
  expect(feeds.map(address => new URL(address).pathname)).toEqual([
    '/blog/feed/',
    '/feed/',
    '/other/feed/',
    '/category/cats/feed/',
    '/comments/feed/',
  ]);
});

test('each address once, and none that is unsafe', () => {
  expect(
    linksIn(link('/feed') + link('/feed') + link('javascript:alert(1)') + link('http://[')).feeds,
  ).toEqual(['https://a.example/feed']);
});

test('links in the text count where they look like feeds of the site', () => {
  const hrefs = [
    '/feed',
    '/feeds/',
    '/rss.xml',
    '/blog/atom',
    '/feedback',
    '/comments/feed',
    'https://social.example/feed?u=x',
    'https://feeds.other.example/a/rss',
  ];
  const {guesses} = linksIn(hrefs.map(href => `<a href="${href}">x</a>`).join(''));
  expect(guesses.map(address => address.replace('https://a.example', ''))).toEqual([
    '/feed',
    '/feeds/',
    '/rss.xml',
    '/blog/atom',
    'https://feeds.other.example/a/rss',
  ]);
});

test('a page of nothing but opening tags is left early', () => {
  expect(expectLinear(count => '<div>'.repeat(count), 150_000, linksIn).feeds).toEqual([]);
});

test('a Link field of the answer names feeds as an element does', () => {
  const page = documentOf('<html></html>', {url: 'https://a.example/'});
  const field =
    '<https://a.example/x>; rel="alternate"; type="text/html", </y.xml>; rel=alternate; type="application/atom+xml"';
  expect(pageLinks(page, field).feeds).toEqual(['https://a.example/y.xml']);
});

test.for([
  '<a href="/here">RSS</a>',
  '<a href="/here" title="Atom feed"><img src=i.png></a>',
  '<a href="/here"><img src=i.png alt="RSS-Feed abonnieren"></a>',
  '<a href="/here" aria-label="Web feed"><svg></svg></a>',
  '<a href="feed://a.example/here">Follow</a><a href="/here">Feeds</a>',
] as const)('%s leads to a feed by its words', html => {
  expect(linksIn(html).guesses.at(-1)).toMatch(/^https?:\/\/a\.example\/here$/u);
});

test.for(['<a href=/x>Feedback</a>', '<a href=/x>News</a>', '<a href=/x/comments/feed>RSS</a>'])(
  '%s leads to none',
  html => {
    expect(linksIn(html).guesses).toEqual([]);
  },
);

test.for(['/rss.php', '/index.php?format=feed&type=rss', '/?feed=rss2', '/blog.rdf', '/QCRSS.xml'])(
  '%s looks like a feed',
  href => {
    expect(linksIn(`<a href="${href}">here</a>`).guesses).toHaveLength(1);
  },
);

test('the page of a category, a tag or an author leads to its own feed before that of the site', () => {
  const feeds = (part: string) =>
    linksIn(link('/feed/') + link(`${part}feed/`), `https://a.example${part}`).feeds;
  for (const part of ['/category/cats/', '/tag/a/', '/author/ada/', '/blog/category/b/'])
    expect(new URL(feeds(part)[0] ?? '').pathname).toBe(`${part}feed/`);
  const byNumber = linksIn(link('/?feed=rss2') + link('/?feed=rss2&cat=3'), 'https://a.example/?cat=3').feeds;
  expect(byNumber[0]).toContain('cat=3');
});
