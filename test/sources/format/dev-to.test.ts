import {expect, test} from 'vitest';
import {documentOf} from '../../../source/sources/text/document.ts';
import {devTo, devToArticleAddress, devToBody} from '../../../source/sources/format/dev-to.ts';

const url = 'https://dev.example/api/articles?username=ada';
const listed = {
  type_of: 'article',
  id: 42,
  title: 'One',
  description: 'In short',
  url: 'https://dev.example/ada/one-1',
  published_at: '2026-01-02T03:04:05Z',
  published_timestamp: '2026-01-02T03:04:05Z',
  edited_at: null,
  cover_image: null,
  reading_time_minutes: 3,
  tag_list: ['css', 'html'],
  tags: 'css, html',
  user: {name: 'Ada', username: 'ada'},
};
const single = {
  ...listed,
  tag_list: 'css, html',
  tags: ['css', 'html'],
  body_markdown: '---\ntitle: One\n---\n\nText',
  body_html: '<p>Text</p>',
};
const document = (value: unknown) => documentOf(JSON.stringify(value), {url});

test('a list has no texts, and says so', () => {
  expect(devTo.recognises(document([listed]))).toBe(true);
  expect(devTo.parse(document([listed]))).toEqual({
    title: {content: 'Ada', format: 'loose'},
    homepage: 'https://dev.example/ada',
    articles: [
      {
        guid: '42',
        url: 'https://dev.example/ada/one-1',
        title: {content: 'One', format: 'loose'},
        excerpt: {content: 'In short', format: 'loose'},
        authors: [{name: 'Ada', url: 'https://dev.example/ada'}],
        published: ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
        updated: [undefined],
        tags: ['css', 'html'],
        minutes: 3,
        isPartial: true,
      },
    ],
  });
});

test('a single article has its text as Markdown, without front matter, and tags the other way round', () => {
  const {articles} = devTo.parse(document(single));
  expect(articles[0]).toMatchObject({
    body: {format: 'markdown', content: '\nText'},
    tags: ['css', 'html'],
    isPartial: false,
  });
  expect(devToBody(document({...single, body_markdown: ''}))).toEqual({
    format: 'html',
    content: '<p>Text</p>',
  });
});

test('articles of several people are the community’s', () => {
  const other = {...listed, user: {name: 'Bo', username: 'bo'}};
  expect(devTo.parse(document([listed, other])).title?.content).toBe('DEV Community');
  const organization = {name: 'The Guild', username: 'guild'};
  const both = [listed, other].map(article => ({...article, organization}));
  expect(devTo.parse(document(both)).title?.content).toBe('The Guild');
});

test('the text of an article stands under its number', () => {
  expect(devToArticleAddress(url, '42')).toBe('https://dev.example/api/articles/42');
  expect(devToArticleAddress(url, '../../x')).toBeUndefined();
  expect(devToArticleAddress('https://dev.example/other', '42')).toBeUndefined();
});

test.for([[[]], [{}], [{type_of: 'article'}], [[{type_of: 'podcast', title: 'x'}]], [null]])(
  '%j is something else',
  ([value]) => {
    expect(devTo.recognises(document(value))).toBe(false);
  },
);
