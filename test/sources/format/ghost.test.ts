import {expect, test} from 'vitest';
import {documentOf} from '../../../source/sources/text/document.ts';
import {ghost, ghostSettingsAddress, withGhostSettings} from '../../../source/sources/format/ghost.ts';

const url = 'https://ghost.example/ghost/api/content/posts/?key=abc&include=authors,tags';
const post = {
  id: '1',
  uuid: 'u-1',
  slug: 'one',
  title: 'One & only',
  html: '<p>Text</p>',
  url: 'https://ghost.example/one/',
  published_at: '2026-01-02T03:04:05.000+00:00',
  updated_at: '2026-01-03T03:04:05.000+00:00',
  custom_excerpt: null,
  excerpt: 'In short',
  reading_time: 4,
  feature_image: 'https://ghost.example/a.jpg',
  authors: [{name: 'Ada', bio: 'Writes.', url: 'https://ghost.example/404/', website: 'https://ada.example'}],
  tags: [
    {name: 'Design', visibility: 'public'},
    {name: '#internal', visibility: 'internal'},
  ],
  primary_tag: {name: 'Design'},
};
const document = (value: unknown) => documentOf(JSON.stringify(value), {url});

test('a post has all that it says', () => {
  const posts = document({posts: [post], meta: {}});
  expect(ghost.recognises(posts)).toBe(true);
  expect(ghost.parse(posts).articles).toEqual([
    {
      guid: 'u-1',
      url: 'https://ghost.example/one/',
      title: {content: 'One & only', format: 'loose'},
      body: {format: 'html', content: '<p>Text</p>'},
      excerpt: {content: 'In short', format: 'loose'},
      authors: [{name: 'Ada', bio: 'Writes.', url: 'https://ada.example'}],
      published: ['2026-01-02T03:04:05.000+00:00', undefined],
      updated: ['2026-01-03T03:04:05.000+00:00'],
      category: 'Design',
      tags: ['Design'],
      image: 'https://ghost.example/a.jpg',
      minutes: 4,
    },
  ]);
});

test('a post for members is a teaser', () => {
  expect(ghost.parse(document({posts: [{...post, access: false}]})).articles[0]?.isPartial).toBe(true);
});

test('a site without posts is still one', () => {
  expect(ghost.recognises(document({posts: [], meta: {pagination: {}}}))).toBe(true);
});

test('the site’s own words come from its settings, opened by the same key', () => {
  expect(ghostSettingsAddress(url)).toBe('https://ghost.example/ghost/api/content/settings/?key=abc');
  expect(ghostSettingsAddress('https://ghost.example/posts.json')).toBeUndefined();
  const settings = {title: 'Haunted', description: 'Boo', url: 'https://ghost.example/', locale: 'fr'};
  expect(withGhostSettings({articles: []}, document({settings}))).toEqual({
    title: {content: 'Haunted', format: 'loose'},
    tagline: {content: 'Boo', format: 'loose'},
    homepage: 'https://ghost.example/',
    language: 'fr',
    articles: [],
  });
});

test.for([[{posts: 'none'}], [{posts: []}], [{posts: [{title: 'One'}]}], [[]], [null]])(
  '%j is something else',
  ([value]) => {
    expect(ghost.recognises(document(value))).toBe(false);
  },
);
