import {expect, test} from 'vitest';
import {documentOf} from '../../../source/sources/text/document.ts';
import {pageLinks} from '../../../source/sources/place/page-links.ts';
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
  ['', '/rss', 0],
] as const)('a link of type %s to %s counts %i', ([type, href, count]) => {
  expect(linksIn(`<link rel="alternate" type="${type}" href="${href}">`).feeds.length).toBe(count);
});

test('addresses are resolved against the page, or the base that it names', () => {
  const shouted = '<link rel="ALTERNATE stylesheet" type=application/rss+xml href=feed>';
  expect(linksIn(shouted).feeds).toEqual(['https://a.example/blog/feed']);
  expect(linksIn(`<base href="//b.example/x/">${shouted}`).feeds).toEqual(['https://b.example/x/feed']);
});

test('the main feed comes before those of a part, of a category, and of comments', () => {
  const names = ['/comments/feed/', '/category/cats/feed/', '/other/feed/', '/feed/', '/blog/feed/'];
  const {feeds} = linksIn(
    names.map(href => `<link rel=alternate type=application/rss+xml href=${href}>`).join(''),
  );
  expect(feeds.map(address => new URL(address).pathname)).toEqual([
    '/feed/',
    '/blog/feed/',
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
