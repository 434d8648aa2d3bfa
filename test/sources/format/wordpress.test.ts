import {expect, test} from 'vitest';
import {documentOf} from '../../../source/sources/text/document.ts';
import {
  withWordPressSite,
  wordpress,
  wordPressSiteAddress,
} from '../../../source/sources/format/wordpress.ts';

const url = 'https://wp.example/wp-json/wp/v2/posts?_embed';
const post = {
  id: 7,
  date: '2026-01-02T05:00:00',
  date_gmt: '2026-01-02T03:00:00',
  modified_gmt: '2026-02-02T03:00:00',
  link: 'https://wp.example/one/',
  guid: {rendered: 'https://wp.example/?p=7'},
  title: {rendered: 'Salt &#038; pepper'},
  content: {rendered: '<p>Text</p>', protected: false},
  excerpt: {rendered: '<p>In short [&hellip;]</p>'},
  _embedded: {
    author: [
      {name: 'Ada', description: 'Writes.', link: 'https://wp.example/author/ada/'},
      {code: 'rest_user_invalid_id'},
    ],
    'wp:term': [
      [
        {name: 'Uncategorized', slug: 'uncategorized', taxonomy: 'category'},
        {name: 'Engineering', taxonomy: 'category'},
      ],
      [{name: 'R&amp;D', taxonomy: 'post_tag'}],
    ],
    'wp:featuredmedia': [{source_url: 'https://wp.example/a.jpg'}],
  },
};
const document = (value: unknown) =>
  documentOf(typeof value === 'string' ? value : JSON.stringify(value), {url});

test('a post has all that it says, dates in UTC', () => {
  expect(wordpress.recognises(document([post]))).toBe(true);
  expect(wordpress.parse(document([post])).articles).toEqual([
    {
      guid: 'https://wp.example/?p=7',
      url: 'https://wp.example/one/',
      title: {content: 'Salt &#038; pepper', format: 'html'},
      body: {format: 'html', content: '<p>Text</p>'},
      excerpt: {content: '<p>In short…</p>', format: 'html'},
      authors: [{name: 'Ada', bio: 'Writes.', url: 'https://wp.example/author/ada/'}],
      published: ['2026-01-02T03:00:00Z', '2026-01-02T05:00:00'],
      updated: ['2026-02-02T03:00:00Z', undefined],
      category: 'Engineering',
      tags: ['Engineering', 'R&amp;D'],
      image: 'https://wp.example/a.jpg',
    },
  ]);
});

test('a post behind a password has a title and no text', () => {
  const locked = {...post, content: {rendered: '', protected: true}};
  expect(wordpress.parse(document([locked])).articles[0]).toMatchObject({isPartial: true});
});

test('one post by itself is understood, and posts after a notice of PHP', () => {
  expect(wordpress.parse(document(post)).articles.length).toBe(1);
  const noticed = document(
    `<br />\n<b>Notice</b>: Undefined index in <b>x.php</b><br />\n${JSON.stringify([post])}`,
  );
  expect(wordpress.recognises(noticed)).toBe(true);
  expect(wordpress.parse(noticed).articles.length).toBe(1);
});

test('takes as many as the limit allows', () => {
  expect(wordpress.parse(document([post, post, post]), {items: 2, depth: 9}).articles.length).toBe(2);
});

test('the site’s own words come from the root of the API', () => {
  const parsed = withWordPressSite(
    {articles: []},
    document({name: 'Pressed &amp; dried', description: 'Flowers', home: 'https://wp.example'}),
  );
  expect(parsed).toMatchObject({
    title: {content: 'Pressed &amp; dried', format: 'html'},
    homepage: 'https://wp.example',
  });
});

test.for([
  [url, 'https://wp.example/wp-json/'],
  ['https://wp.example/blog/wp-json/wp/v2/posts/7', 'https://wp.example/blog/wp-json/'],
  ['https://wp.example/?rest_route=/wp/v2/posts', 'https://wp.example/?rest_route=/'],
  ['https://wp.example/posts.json', undefined],
])('the root for %s is %s', ([posts, root]) => {
  expect(wordPressSiteAddress(posts ?? '')).toBe(root);
});

test.for([[[]], [{}], [[{title: 'One'}]], ['null'], [[{title: {rendered: 3}}]], ['[1, [2]]']])(
  '%j is something else',
  ([value]) => {
    expect(wordpress.recognises(document(value))).toBe(false);
  },
);
