import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readFeed} from '../../helpers/read-feed.ts';

const VERSION = 'https://jsonfeed.org/version/1.1';
const feed = (fields: object): string => JSON.stringify({version: VERSION, title: 'Notes', ...fields});
const item = (fields: object): ReturnType<typeof readFeed>['articles'][number] | undefined =>
  readFeed(feed({items: [fields]})).articles[0];

test('a publisher can say everything that stands on the page', () => {
  const {publication, articles} = readFeed(
    feed({
      home_page_url: 'https://blog.example/',
      language: 'en',
      _inkwell: {
        tagline: 'On things',
        newsletter: {heading: 'Letters', subscribers: '2,500+', promises: ['No spam, ever'], url: '/join'},
      },
      items: [
        {
          id: '1',
          url: '/1',
          title: 'One',
          summary: 'In short.',
          content_html: '<p>At length.</p>',
          authors: [
            {name: 'Ada Lane', url: '/ada', _inkwell: {role: 'Engineer', bio: 'Keeps databases awake.'}},
          ],
          tags: ['sql'],
          date_published: '2025-06-10T04:00:00+02:00',
          _inkwell: {category: 'Engineering', minutes: 6, related: ['2', '/3', '1', 'elsewhere']},
        },
        {id: '2', content_text: 'Two'},
        {id: '3', url: 'https://blog.example/3', content_text: 'Three'},
      ],
    }),
  );
  expect(publication).toMatchObject({
    title: 'Notes',
    tagline: 'On things',
    homepage: 'https://blog.example/',
    language: 'en',
    newsletter: {
      heading: 'Letters',
      subscribers: '2,500+',
      signup: {kind: 'request', url: 'https://blog.example/join'},
    },
  });
  const [one, two, three] = articles.map(({article}) => article);
  expect(one).toMatchObject({
    title: 'One',
    excerpt: 'In short.',
    authors: [
      {name: 'Ada Lane', role: 'Engineer', bio: 'Keeps databases awake.', url: 'https://blog.example/ada'},
    ],
    category: 'Engineering',
    tags: ['sql'],
    publishedAt: '2025-06-10T02:00:00.000Z',
    minutes: 6,
  });
  expect(one?.related?.slice(0, 1)).toEqual([two?.id]);
  expect(one?.related).not.toContain(one?.id);
  expect(three?.url).toBe('https://blog.example/3');
});

test.each([
  ['version 1.0, one author', {author: {name: 'Ada'}}],
  ['a name for an object', {author: 'Ada'}],
  ['an empty list beside the old field', {authors: [], author: {name: 'Ada'}}],
])('authors are found in %s', (_, fields) => {
  expect(item({id: '1', content_text: 'x', ...fields})?.article.authors).toEqual([{name: 'Ada'}]);
});

test('an item of the publication without a name is signed by the publication', () => {
  expect(
    readFeed(feed({authors: [{name: 'The Desk'}], items: [{id: '1'}]})).articles[0]?.article.authors,
  ).toEqual([{name: 'The Desk'}]);
});

describe('is recognised', () => {
  test('without a version, by what its items hold', () => {
    expect(readFeed(JSON.stringify({items: [{content_text: 'x'}]})).articles).toHaveLength(1);
  });

  test('behind a byte order mark, and under any media type', () => {
    expect(readFeed(`\ufeff${feed({items: []})}`, {contentType: 'text/plain'}).articles).toEqual([]);
  });

  test.each([
    '{"a": 1}',
    '[1, 2]',
    '[[[[[[',
    'feed({"version": "https://jsonfeed.org/version/1"})',
    '{"items": [',
  ])('but not in %j', text => {
    expect(() => readFeed(text)).toThrow('no format');
  });
});

test('brackets 200,000 deep are no feed', () => {
  expect(() => readFeed('['.repeat(200_000))).toThrow('no format');
});

test('types that are wrong cost the field, not the feed', () => {
  const odd = {
    id: 7,
    title: {a: 1},
    url: ['x'],
    authors: {name: 3},
    tags: 'one',
    date_published: 20,
    content_html: 'a\ud800b',
    _inkwell: 4,
  };
  const {article, body} = readFeed(feed({title: null, items: [odd, null, 'x', 3]})).articles[0] ?? {};
  expect(article).toMatchObject({title: 'ab', tags: ['one'], authors: []});
  expect(body?.content).toContain('b');
});

test('whatever JSON stands there, each article has an id of its own and a printable title', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.array(fc.string(), {maxLength: 2}),
    fc.object({maxDepth: 1}),
  );
  const items = fc.array(
    fc.record({
      id: value,
      url: value,
      title: value,
      content_html: value,
      authors: value,
      tags: value,
      _inkwell: value,
    }),
    {maxLength: 4},
  );
  fc.assert(
    fc.property(items, list => {
      const {articles} = readFeed(feed({items: list}));
      expect(new Set(articles.map(({article}) => article.id)).size).toBe(list.length);
      for (const {article} of articles) expect(article.title).toMatch(/^[^\p{Cc}\p{Cs}]+$/u);
    }),
    {numRuns: 100},
  );
});
