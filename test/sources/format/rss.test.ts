import {describe, expect, test} from 'vitest';
import {readFeed, readItem, rss, rssItem} from '../../helpers/read-feed.ts';

describe('the publication', () => {
  test('has title, tagline, homepage and language', () => {
    const feed = rss('<language>en_GB</language>').replace(
      'Notes',
      'Notes &amp;amp; <![CDATA[<b>more</b>]]>',
    );
    expect(readFeed(feed).publication).toMatchObject({
      title: 'Notes & more',
      tagline: 'On things',
      homepage: 'https://blog.example/',
      location: 'https://blog.example/feed.xml',
      language: 'en-GB',
    });
  });

  test('is called by its host when it has no name', () => {
    expect(
      readFeed('<rss version="2.0"><channel><link>https://quiet.example/</link></channel></rss>').publication
        .title,
    ).toBe('quiet.example');
  });

  test('points to its newsletter by an atom link', () => {
    const links =
      '<atom:link rel="self" href="/feed.xml"/><atom:link rel="newsletter" type="application/json" href="/letters.json"/>';
    expect(readFeed(rss(links))).toMatchObject({
      newsletterUrl: 'https://blog.example/letters.json',
      feedUrl: 'https://blog.example/feed.xml',
    });
  });
});

describe('an item', () => {
  test('has everything where RSS 2.0 has it', () => {
    const {article, body} = readItem(
      rssItem(`<title>A title</title><link>/posts/1</link><guid isPermaLink="false">tag:1</guid>
        <description>In short.</description><content:encoded><![CDATA[<p>At <b>length</b>, in several words.</p>]]></content:encoded>
        <dc:creator>Ada Lane</dc:creator><pubDate>Tue, 10 Jun 2025 04:00:00 GMT</pubDate>
        <category>Engineering</category><category>Databases</category><media:thumbnail url="/a.png"/>`),
    );
    expect(article).toMatchObject({
      title: 'A title',
      url: 'https://blog.example/posts/1',
      excerpt: 'In short.',
      authors: [{name: 'Ada Lane'}],
      publishedAt: '2025-06-10T04:00:00.000Z',
      category: 'Engineering',
      tags: ['Databases'],
      image: 'https://blog.example/a.png',
      words: 5,
      minutes: 1,
      isPartial: false,
      position: 0,
    });
    expect(body).toEqual({
      format: 'html',
      content: '<p>At <b>length</b>, in several words.</p>',
      base: 'https://blog.example/posts/1',
    });
  });

  test('is read from its description when there is no more', () => {
    const long = `<p>${'A paragraph of an article. '.repeat(30)}</p>`;
    const {article, body} = readItem(
      rssItem(`<title>T</title><link>/1</link><description><![CDATA[${long}]]></description>`),
    );
    expect(body).toMatchObject({format: 'html', content: long});
    expect(article).toMatchObject({
      isPartial: false,
      excerpt: expect.stringMatching(/^A paragraph .{200,}…$/u),
    });
  });

  test('shows its description when the content is but a stub', () => {
    const description =
      'The whole story is told here, in many more words than there are in the other element of it.';
    const {body} = readItem(
      rssItem(
        `<title>T</title><description>${description}</description><content:encoded>&lt;p>Go on&lt;/p></content:encoded>`,
      ),
    );
    expect(body).toMatchObject({format: 'text', content: description});
  });

  test.each([
    ['a tag in CDATA', '<![CDATA[<em>New</em> things]]>', 'New things'],
    ['an escaped tag', '&lt;em>New&lt;/em> things', 'New things'],
    ['a reference encoded twice', 'Ben &amp;amp; Jo', 'Ben & Jo'],
    ['a reference in CDATA', '<![CDATA[Ben &amp; Jo &#8211; café]]>', 'Ben & Jo – café'],
    ['a reference that XML doesn’t know', 'caf&eacute; &mdash; x', 'café — x'],
    ['a lone tag that it is about', 'How to centre a &lt;div&gt;', 'How to centre a <div>'],
    ['a parameter that looks like a reference', 'go?a=1&copy=2', 'go?a=1&copy=2'],
    ['a bare ampersand', 'Q&A at AT&T', 'Q&A at AT&T'],
    ['a comparison', 'a < b', 'a < b'],
    ['line breaks', 'one\n   two', 'one two'],
  ])('has its title decoded at the right level: %s', (_, written, title) => {
    expect(readItem(rssItem(`<title>${written}</title>`)).article.title).toBe(title);
  });

  test.each([
    [
      'the first words of its text',
      '<description>Something was said here.</description>',
      'Something was said here.',
    ],
    ['the end of its address', '<link>https://blog.example/2025/a-quiet-week.html</link>', 'a quiet week'],
    ['nothing', '<guid isPermaLink="false">1</guid>', 'Untitled'],
  ])('without a title is called by %s', (_, inside, title) => {
    expect(readItem(rssItem(inside)).article.title).toBe(title);
  });

  test.each([
    ['its guid', '<guid>https://blog.example/7</guid>', 'https://blog.example/7'],
    [
      'an atom link',
      '<atom:link href="/7"/><guid isPermaLink="false">https://x.example/</guid>',
      'https://blog.example/7',
    ],
    ['its file', '<enclosure url="/7.mp3" type="audio/mpeg"/>', 'https://blog.example/7.mp3'],
  ])('without a link leads to %s', (_, inside, url) => {
    expect(readItem(rssItem(`<title>T</title>${inside}`)).article.url).toBe(url);
  });

  test('keeps files as links at the end of its text', () => {
    const files =
      '<enclosure url="/7.mp3" type="audio/mpeg" length="25165824"/><media:content url="https://cdn.example/7.mp4" type="video/mp4"/>';
    const {body, article} = readItem(
      rssItem(`<title>T</title><link>/7</link><description>&lt;p>Notes.&lt;/p></description>${files}`),
    );
    expect(body.content).toBe(
      '<p>Notes.</p>\n\n<p><a href="https://blog.example/7.mp3">7.mp3 (audio, 25.2 MB)</a></p>\n' +
        '<p><a href="https://cdn.example/7.mp4">7.mp4 (video)</a></p>\n',
    );
    expect(article.isPartial).toBe(false);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    ' java\nscript:x',
  ])('does not lead to %j', address => {
    expect(readItem(rssItem(`<title>T</title><link>${address}</link>`)).article.url).toBeUndefined();
  });

  test('takes the first date that can be one', () => {
    const {article} = readItem(
      rssItem('<title>T</title><pubDate>0000-00-00</pubDate><dc:date>2025-06-10</dc:date>'),
    );
    expect(article.publishedAt).toBe('2025-06-10T00:00:00.000Z');
  });
});

function rdf(items: string, contents = ''): string {
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Notes</title>
  <link>https://blog.example/</link><items><rdf:Seq>${contents}</rdf:Seq></items></channel>${items}</rdf:RDF>`;
}

describe('RDF', () => {
  test('gives its items, dated and signed by Dublin Core', () => {
    const item =
      '<item rdf:about="https://blog.example/1"><title>One</title><dc:date>2025-06-10</dc:date><dc:creator>Bo Berg</dc:creator></item>';
    expect(readItem(rdf(item)).article).toMatchObject({
      title: 'One',
      url: 'https://blog.example/1',
      publishedAt: '2025-06-10T00:00:00.000Z',
      authors: [{name: 'Bo Berg'}],
    });
  });

  test('gives items that its table of contents forgot', () => {
    const items = ['a', 'b'].map(name => `<item rdf:about="${name}"><title>${name}</title></item>`).join('');
    expect(readFeed(rdf(items, '<rdf:li rdf:resource="b"/>')).articles).toHaveLength(2);
  });
});

test.each([
  ['<p>I saw a heron today.</p>', 'I saw a heron today.'],
  ['<img src="https://x.example/a.png" alt="A heron at low tide">', 'A heron at low tide'],
  ["<p><img alt='' src='a.png'><img alt='Two &amp; a half' src='b.png'></p>", 'Two & a half'],
])('an item without a title is called by its first words, or by those of its picture: %s', (html, title) => {
  const inside = `<guid isPermaLink="false">7</guid><description><![CDATA[${html}]]></description>`;
  expect(readItem(rssItem(inside)).article.title).toBe(title);
});
