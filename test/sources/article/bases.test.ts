import {expect, test} from 'vitest';
import {withInnerBases} from '../../../source/sources/article/inner-bases.ts';
import {readItem, rssItem} from '../../helpers/read-feed.ts';
import {htmlToMarkdown} from '../../../source/html/html-to-markdown.ts';

const linkIn = (feed: string) => {
  const {body} = readItem(feed);
  return /\]\(([^)]*)\)/u.exec(htmlToMarkdown(body.content, body.base))?.[1];
};
const described = (html: string) => `<description>${html.replaceAll('<', '&lt;')}</description>`;
const text = described('<p>A <a href="b.html">link</a>.</p>');

test.each([
  [
    'the item’s own page',
    rssItem(`<link>https://blog.example/posts/one/</link>${text}`),
    'https://blog.example/posts/one/b.html',
  ],
  [
    'the feed, where an item is about another site',
    rssItem(`<link>https://other.example/x/</link>${text}`),
    'https://blog.example/b.html',
  ],
  ['the feed, where an item has no page', rssItem(text), 'https://blog.example/b.html'],
  [
    'the item’s xml:base',
    rssItem(`<link>https://blog.example/posts/one/</link>${text}`).replace(
      '<item>',
      '<item xml:base="https://based.example/y/">',
    ),
    'https://based.example/y/b.html',
  ],
])('what is relative in a text stands on %s', (_, feed, address) => {
  expect(linkIn(feed)).toBe(address);
});

test('the nearest xml:base holds, at every level', () => {
  const html =
    '<div xml:base="https://a.example/x/"><a href="1">1</a><p xml:base="y/"><img src=\'2?a=1&amp;b\' alt=""></p><a href="3">3</a></div><a href="4">4</a>';
  expect(withInnerBases(html, 'https://feed.example/')).toBe(
    '<div xml:base="https://a.example/x/"><a href="https://a.example/x/1">1</a><p xml:base="y/"><img src="https://a.example/x/y/2?a=1&amp;b" alt=""></p><a href="https://a.example/x/3">3</a></div><a href="4">4</a>',
  );
});
