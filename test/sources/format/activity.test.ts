import {expect, test} from 'vitest';
import {open, page, reader, rss, site} from '../../helpers/reading.ts';
import {readFeed} from '../../helpers/read-feed.ts';

const context = 'https://www.w3.org/ns/activitystreams';
const note = {
  type: 'Note',
  id: 'https://a.example/1',
  url: 'https://a.example/@a/1',
  content: '<p>Words</p>',
  published: '2026-01-05T08:00:00Z',
};

test('an article, and a collection of activities, are read as articles', () => {
  const article = {'@context': context, ...note, type: 'Article', name: 'A name'};
  expect(readFeed(JSON.stringify(article)).articles[0]?.article).toMatchObject({
    title: 'A name',
    url: note.url,
  });
  const outbox = {
    '@context': [context, {}],
    type: 'OrderedCollectionPage',
    orderedItems: [
      {type: 'Create', object: note},
      {type: 'Announce', object: 'https://b.example/2'},
    ],
  };
  expect(readFeed(JSON.stringify(outbox)).articles.map(({body}) => body.content)).toEqual(['<p>Words</p>']);
});

test('an actor in place of a page is asked for again as a browser asks', async () => {
  const {origin} = await site(here => ({
    '/': [
      200,
      {'content-type': 'application/activity+json'},
      JSON.stringify({'@context': context, type: 'Person', id: here}),
    ],
  }));
  await expect(open(`${origin}/`)).rejects.toThrow('No feed was found');
});

test('no application/json is named where a feed or a page is asked for', async () => {
  const {origin, asked} = await site({
    '/': page('<link rel=alternate type=application/rss+xml href=/f>'),
    '/f': rss('F', 'One'),
  });
  await open(`${origin}/`);
  await reader().openPage(`${origin}/`, new AbortController().signal);
  for (const {headers} of asked) expect(headers.accept).not.toMatch(/application\/(?:ld\+|activity\+)?json/u);
});
