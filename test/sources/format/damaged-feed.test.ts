import {describe, expect, test} from 'vitest';
import {ProblemError} from '../../../source/domain/problem.ts';
import {atomEntry, readFeed, readItem, rss, rssItem} from '../../helpers/read-feed.ts';

const titles = (feed: string): readonly string[] => readFeed(feed).articles.map(({article}) => article.title);
const item = (title: string): string =>
  `<item><title>${title}</title><description>Text of ${title}.</description></item>`;

describe('a feed is read although', () => {
  test('it breaks off in an element, and says so', () => {
    const whole = rss(item('One') + item('Two'));
    const {articles, warnings} = readFeed(whole.slice(0, whole.indexOf('Text of Two')));
    expect(articles.map(({article}) => article.title)).toEqual(['One', 'Two']);
    expect(warnings).toEqual([
      expect.objectContaining({kind: 'malformed', message: expect.stringContaining('breaks off')}),
    ]);
  });

  test('it breaks off in CDATA', () => {
    const feed = rss(`${item('One')}<item><title>Two</title><description><![CDATA[<p>Half a`);
    expect(readFeed(feed.slice(0, feed.indexOf('</channel>'))).articles[1]?.body.content).toContain('Half a');
  });

  test.each([
    ['a bare < in a title', rss(item('I <3 XML')), 'I <3 XML'],
    ['a < before a letter', rss(item('if a <b then')), 'if a <b then'],
    ['an address in brackets', rss(item('From <ada@blog.example>')), 'From <ada@blog.example>'],
    ['a tag that is never closed', rss(item('One<br>two')), 'One two'],
    ['attributes without quotes', rss('<item a=1 b><title>T</title></item>'), 'T'],
    [
      'a warning of its server before it',
      `<br />\n<b>Warning</b>: headers in <b>x.php</b> on line <b>2</b>\n${rss(item('T'))}`,
      'T',
    ],
    ['white space and a comment before it', `\n\n <!-- <feed> <rss> -->\n${rss(item('T'))}`, 'T'],
    [
      'a document type with entities',
      `<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>${rss(item('T'))}`,
      'T',
    ],
    ['something after its end', `${rss(item('T'))}<script>x</script></rss>`, 'T'],
    [
      'upper-case elements',
      rss(item('T')).replaceAll(
        /<(\/?)(\w+)>/gu,
        (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}>`,
      ),
      'T',
    ],
    [
      'a prefix on all its elements',
      rss(item('T')).replaceAll(/<(\/?)(rss|channel|item|title|link|description)\b/gu, '<$1r:$2'),
      'T',
    ],
    ['no channel', `<rss version="2.0">${item('T')}</rss>`, 'T'],
    [
      'names that mean something to JavaScript',
      rss(`<__proto__><a/></__proto__>${item('T').replace('<title>', '<constructor/><title>')}`),
      'T',
    ],
    ['a NUL', rss(item('T\0')), 'T'],
  ])('it has %s', (_, feed, title) => {
    expect(titles(feed)).toEqual([title]);
  });

  test.each([
    ['<fullitem>&lt;p>Whole&lt;/p></fullitem>'],
    ['<body xmlns="http://www.w3.org/1999/xhtml"><p>Whole</p></body>'],
    ['<xhtml:div xmlns:xhtml="http://www.w3.org/1999/xhtml"><p>Whole</p></xhtml:div>'],
  ])('its text stands in %s', element => {
    expect(readItem(rssItem(`<title>T</title>${element}`)).body).toMatchObject({
      format: 'html',
      content: '<p>Whole</p>',
    });
  });

  test('there is nothing in it', () => {
    expect(readFeed('<rss version="2.0"><channel></channel></rss>').articles).toEqual([]);
    expect(readFeed('<feed xmlns="http://www.w3.org/2005/Atom"/>').articles).toEqual([]);
  });
});

describe('elements of one vocabulary are understood in the other:', () => {
  test('Atom in RSS', () => {
    const {article, body} = readItem(
      rssItem(
        '<title>T</title><link rel="alternate" href="/1"/><published>2025-06-10</published><updated>2025-06-11</updated><summary>In short.</summary><content>&lt;p>Whole&lt;/p></content>',
      ),
    );
    expect(article).toMatchObject({
      url: 'https://blog.example/1',
      publishedAt: '2025-06-10T00:00:00.000Z',
      updatedAt: '2025-06-11T00:00:00.000Z',
      excerpt: 'In short.',
    });
    expect(body.content).toBe('<p>Whole</p>');
  });

  test('RSS in Atom', () => {
    const {article, body} = readItem(
      atomEntry(
        '<title>T</title><link href="/1"/><pubDate>Tue, 10 Jun 2025 04:00:00 GMT</pubDate><description>In short.</description><content:encoded>&lt;p>Whole&lt;/p></content:encoded>',
      ),
    );
    expect(article).toMatchObject({publishedAt: '2025-06-10T04:00:00.000Z', excerpt: 'In short.'});
    expect(body.content).toBe('<p>Whole</p>');
  });
});

test('nothing of a document type is expanded', () => {
  const laughs = Array.from(
    {length: 9},
    (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
  ).join('');
  const {article, body} = readItem(
    `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>${rssItem('<title>&l9;</title><description>&l9;</description>')}`,
  );
  expect(article.title).toBe('&l9;');
  expect(body.content).toBe('&l9;');
});

test('a page that has a feed’s words in it is no feed', () => {
  expect(() => readFeed('<!doctype html><html><body><code>&lt;rss></code><rss></rss></body></html>')).toThrow(
    'no format',
  );
});

test('a feed in which nothing can be read is a problem that says so', () => {
  expect(() => readFeed('<rss><channel><item><unknown/></item></channel></rss>')).toThrow(ProblemError);
});
