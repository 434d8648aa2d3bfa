import {expect, test} from 'vitest';
import {readFeed, readItem, rssItem} from '../../helpers/read-feed.ts';

const file = '<enclosure url="/a.mp3" type="audio/mpeg" length="2048"/>';

test('the files of an item keep their type, their length and how long they play', () => {
  const feed = rssItem(`<title>One</title>${file}${file}<itunes:duration>1:02:03</itunes:duration>`).replace(
    '<rss',
    '<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  );
  expect(readItem(feed).article.enclosures).toEqual([
    {url: 'https://blog.example/a.mp3', type: 'audio/mpeg', length: 2048, seconds: 3723},
  ]);
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    items: [
      {
        id: '1',
        content_text: 'w',
        attachments: [
          {url: 'https://a.example/b.ogg', mime_type: 'audio/ogg', size_in_bytes: 7, duration_in_seconds: 9},
        ],
      },
    ],
  };
  expect(readFeed(JSON.stringify(json)).articles[0]?.article.enclosures).toEqual([
    {url: 'https://a.example/b.ogg', type: 'audio/ogg', length: 7, seconds: 9},
  ]);
});

test('the page where an item is discussed is known in RSS and in Atom, if it is one', () => {
  expect(readItem(rssItem('<title>One</title><comments>/talk#1</comments>')).article.comments).toBe(
    'https://blog.example/talk#1',
  );
  expect(
    readItem(rssItem('<title>One</title><comments>javascript:x</comments>')).article.comments,
  ).toBeUndefined();
  const atom =
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>1</id><title>One</title><link rel="replies" type="text/html" href="/r"/></entry></feed>';
  expect(readItem(atom).article.comments).toBe('https://blog.example/r');
});

const withFile = (text: string): string =>
  rssItem(`<title>T</title><link>/1</link><description>${text}</description>${file}`);

test('a file is neither quoted nor counted: an excerpt holds the words of the article', () => {
  const {article, body} = readItem(withFile('A lamp is lit early.'));
  expect(article).toMatchObject({excerpt: 'A lamp is lit early.', words: 5});
  expect(body.content).toContain('a.mp3');
  // The name of the file is better than no word.
  expect(readItem(withFile('')).article.excerpt).toMatch(/^a\.mp3 \(audio\)/);
});

test('an aggregator that gives no word but “Comments” has no excerpt', () => {
  const {article} = readItem(
    rssItem(
      '<title>T</title><link>/1</link><description>&lt;a href="/talk"&gt;Comments&lt;/a&gt;</description>',
    ),
  );
  expect(article.excerpt).toBeUndefined();
});
