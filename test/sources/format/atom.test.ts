import {describe, expect, test} from 'vitest';
import {atomEntry, readFeed, readItem} from '../../helpers/read-feed.ts';

test('an entry has everything where Atom 1.0 has it', () => {
  const {article, body} = readItem(
    atomEntry(
      `<title type="html">A &amp;lt;b&amp;gt; &lt;i>title&lt;/i></title><link rel="edit" href="/edit"/><link href="1"/>
       <summary>In short.</summary><content type="html">&lt;p>At length.&lt;/p></content>
       <author><name>Ada Lane</name><uri>/ada</uri><email>ada@blog.example</email></author>
       <published>2025-06-10T04:00:00Z</published><updated>2025-06-11T04:00:00Z</updated>
       <category term="eng" label="Engineering"/><category term="sql"/>
       <link rel="enclosure" type="application/pdf" href="paper.pdf" title="The paper"/>`,
      '<link rel="alternate" href="https://blog.example/"/><subtitle>On things</subtitle>',
    ),
  );
  expect(article).toMatchObject({
    title: 'A <b> title',
    url: 'https://blog.example/1',
    excerpt: 'In short.',
    authors: [{name: 'Ada Lane', url: 'https://blog.example/ada'}],
    publishedAt: '2025-06-10T04:00:00.000Z',
    updatedAt: '2025-06-11T04:00:00.000Z',
    category: 'Engineering',
    tags: ['sql', 'eng'],
    isPartial: false,
  });
  expect(body.content).toBe(
    '<p>At length.</p>\n\n<p><a href="https://blog.example/paper.pdf">The paper (pdf)</a></p>\n',
  );
});

test.each([
  ['text, by the letter', '<title type="text">a &lt;b> &amp;amp; c</title>', 'a <b> &amp; c'],
  ['no type, which is text with slips', '<title>&lt;b>a&lt;/b> &amp;amp; c</title>', 'a & c'],
  ['html', '<title type="html">&lt;b>a&lt;/b> &amp;amp; c</title>', 'a & c'],
  [
    'xhtml',
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>a</b> &amp; c &lt;i></div></title>',
    'a & c <i>',
  ],
  ['base64', '<title type="application/octet-stream">PGI+YTwvYj4gYw==</title>', 'a c'],
])('a title is read as its type says: %s', (_, title, expected) => {
  expect(readItem(atomEntry(title)).article.title).toBe(expected);
});

test.each([
  [
    'text',
    '<content>Two\n\nparagraphs, &lt; by the letter</content>',
    'text',
    'Two\n\nparagraphs, < by the letter',
  ],
  ['html that says it is text', '<content type="text">&lt;p>A&lt;/p></content>', 'html', '<p>A</p>'],
  [
    'xhtml',
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt;b></p></div></content>',
    'html',
    '<p>A &lt;b></p>',
  ],
  ['markdown', '<content type="text/markdown"># A</content>', 'markdown', '# A'],
  ['base64', '<content mode="base64" type="text/html">PHA+QTwvcD4=</content>', 'html', '<p>A</p>'],
])('content is kept as its type says: %s', (_, content, format, expected) => {
  expect(readItem(atomEntry(content)).body).toMatchObject({format, content: expected});
});

test('content of a kind that can’t be read leaves the summary', () => {
  const {article, body} = readItem(
    atomEntry('<title>T</title><summary>In short.</summary><content type="image/png">iVBORw0KGgo=</content>'),
  );
  expect(body.content).toBe('In short.');
  expect(article.excerpt).toBe('In short.');
});

test('addresses are resolved against every base around them', () => {
  const feed = atomEntry(
    '<title>T</title><link href="1"/><content type="html" xml:base="img/">&lt;img src="a.png"></content>',
  ).replace('<feed ', '<feed xml:base="https://other.example/blog/" ');
  const {article, body} = readItem(feed.replace('<entry>', '<entry xml:base="2025/">'));
  expect(article.url).toBe('https://other.example/blog/2025/1');
  expect(body.base).toBe('https://other.example/blog/2025/img/');
});

const FEED_AUTHOR = '<author><name>The Desk</name></author>';

function names(inside: string): readonly string[] {
  return readItem(atomEntry(inside, FEED_AUTHOR)).article.authors.map(({name}) => name);
}

describe('authors', () => {
  test.each([
    ['<author>Ada Lane</author>', ['Ada Lane']],
    ['<author> <![CDATA[Ada & Bo]]> </author>', ['Ada & Bo']],
    ['<author>Ada</author><author><name>Bo</name></author>', ['Ada', 'Bo']],
  ])('whose name has no element of its own: %s', (entry, expected) => {
    expect(names(entry)).toEqual(expected);
  });

  test('of the entry come first, then those of where it was taken from, then the feed’s', () => {
    const entry = '<author><name>Ada</name></author><author><name>Bo</name></author>';
    const source = '<source><author><name>Cy</name></author></source>';
    expect(names(entry + source)).toEqual(['Ada', 'Bo']);
    expect(names(source)).toEqual(['Cy']);
    expect(names('<title>T</title>')).toEqual(['The Desk']);
  });
});

test('Atom 0.3 is read by its own names', () => {
  const feed = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="escaped">Old &amp;amp; good</title><tagline>Since 2003</tagline>
    <entry><id>1</id><title>T</title><link rel="alternate" type="text/html" href="/1"/><issued>2003-12-13T08:29:29-04:00</issued>
    <modified>2003-12-14</modified><content type="text/html" mode="escaped">&lt;p>Hello&lt;/p></content></entry></feed>`;
  const {publication, articles} = readFeed(feed);
  expect(publication).toMatchObject({title: 'Old & good', tagline: 'Since 2003'});
  expect(articles[0]).toMatchObject({
    article: {
      publishedAt: '2003-12-13T12:29:29.000Z',
      updatedAt: '2003-12-14T00:00:00.000Z',
      url: 'https://blog.example/1',
    },
    body: {format: 'html', content: '<p>Hello</p>'},
  });
});

test('an entry leads to its id where it has no page', () => {
  const entry = atomEntry('<title>T</title>').replace('urn:1', 'https://blog.example/posts/1');
  expect(readItem(entry).article.url).toBe('https://blog.example/posts/1');
});
