import {describe, expect, test} from 'vitest';
import {readItem, rssItem} from '../../helpers/read-feed.ts';

const words = (count: number): string => 'word '.repeat(count).trim();
const item = (description: string, content = ''): ReturnType<typeof readItem> =>
  readItem(
    rssItem(
      `<title>T</title><link>/1</link><description><![CDATA[${description}]]></description>${content && `<content:encoded><![CDATA[${content}]]></content:encoded>`}`,
    ),
  );

describe('a teaser is', () => {
  test.each([
    ['a line of plain text', 'A sentence about something.'],
    ['a short paragraph', `<p>${words(30)}.</p>`],
    ['a text that breaks off', `<p>${words(300)}…</p>`],
    ['a text that breaks off in brackets', `<p>${words(300)} [&hellip;]</p>`],
    ['a text that says to read on', `<p>${words(300)}</p><p><a href="/1">Continue reading →</a></p>`],
    ['the same in another language', `<p>${words(300)}</p><p><a href="/1">Weiterlesen</a></p>`],
    [
      'a text with a signature below',
      `<p>${words(300)} [...]</p><p>The post <a href="/1">T</a> appeared first on <a href="/">Notes</a>.</p>`,
    ],
    ['nothing', ''],
  ])('%s', (_, description) => {
    expect(item(description).article.isPartial).toBe(true);
  });
});

describe('a whole article is', () => {
  test.each([
    ['a long text with paragraphs', `<p>${words(200)}</p>`],
    ['a long text that ends in dots for effect', `<p>${words(700)}...</p>`],
    ['a long plain text', words(200)],
  ])('%s', (_, description) => {
    expect(item(description).article.isPartial).toBe(false);
  });

  test('a short one that stands where whole ones do', () => {
    expect(item('A sentence.', '<p>A short note.</p>').article.isPartial).toBe(false);
  });

  test('a note without a title, or without a page', () => {
    expect(
      readItem(rssItem('<link>/1</link><description>Off to lunch.</description>')).article.isPartial,
    ).toBe(false);
    expect(
      readItem(rssItem('<title>T</title><description>Off to lunch.</description>')).article.isPartial,
    ).toBe(false);
  });

  test('a recording with a line on it', () => {
    const episode =
      '<title>T</title><link>/1</link><description>We talk.</description><enclosure url="/1.mp3" type="audio/mpeg"/>';
    expect(readItem(rssItem(episode)).article.isPartial).toBe(false);
  });
});

test('the signature below a text is no part of the excerpt', () => {
  const signed =
    '<p>What it is about.</p><p>The post <a href="/1">T</a> appeared first on <a href="/">Notes</a>.</p>';
  expect(item(signed).article.excerpt).toBe('What it is about.');
  expect(item('In short. Der Beitrag T erschien zuerst auf Notizen.', '<p>x</p>').article.excerpt).toBe(
    'In short.',
  );
});

test('an excerpt is cut between words', () => {
  const {excerpt = ''} = item(words(200)).article;
  expect(excerpt).toMatch(/^(?:word )+word…$/u);
  expect(excerpt.length).toBeLessThanOrEqual(301);
});

test('a heading before the text does not begin the excerpt', () => {
  expect(item('', '<h1>T</h1><p>It begins.</p>').article.excerpt).toBe('It begins.');
});
