import {describe, expect, test} from 'vitest';
import {ProblemError} from '../../../source/domain/problem.ts';
import {readFeed, rss, rssItem} from '../../helpers/read-feed.ts';

const COUNT = 100_000;
const many = (text: string, count = COUNT): string => text.repeat(count);

function quickly<T>(read: () => T): T {
  const start = performance.now();
  const result = read();
  expect(performance.now() - start).toBeLessThan(4000);
  return result;
}

function outcomeOf(feed: string): string {
  try {
    readFeed(feed);
    return 'read';
  } catch (error) {
    return error instanceof ProblemError
      ? error.problem.kind
      : String(error).includes('no format')
        ? 'no format'
        : String(error);
  }
}

test('more articles than the limit are left out, and the limit is named', () => {
  const {articles, warnings} = readFeed(rss(many('<item><title>x</title></item>', 30)), {
    limits: {items: 20, depth: 90},
  });
  expect(articles).toHaveLength(20);
  expect(warnings).toEqual([
    expect.objectContaining({
      kind: 'too-large',
      message: 'The feed has more than 20 articles; the first 20 are shown.',
    }),
  ]);
});

test('a million articles cost no more than those that are shown', () => {
  expect(quickly(() => readFeed(rss(many('<item/>', 1_000_000)))).articles.length).toBeLessThanOrEqual(
    20_000,
  );
});

test('elements 20,000 deep leave the article readable', () => {
  const feed = rssItem(`<title>T</title>${many('<a>', 20_000)}x${many('</a>', 20_000)}`);
  expect(quickly(() => readFeed(feed)).articles[0]?.article.title).toBe('T');
});

test('elements a million deep are a problem that names the limit', () => {
  const feed = rssItem(`<title>T</title>${many('<a>', 1_000_000)}`);
  expect(() => quickly(() => readFeed(feed))).toThrow(/more than \d+ deep/u);
});

describe('is read in time:', () => {
  test.each([
    ['a title of megabytes', () => rssItem(`<title>${many('long ', 1_000_000)}</title>`)],
    ['a title of beginnings', () => rssItem(`<title>${many('&lt;!-- &lt;script>')}</title>`)],
    ['a title of <', () => rssItem(`<title>${many('<')}</title>`)],
    ['a title of introducers', () => rssItem(`<title>${many('\x9d')}${many('\x1b]')}</title>`)],
    ['a text of blanks', () => rssItem(`<description>${many('          ')}x</description>`)],
    ['a text of tags without an end', () => rssItem(`<description><![CDATA[${many('<p ')}]]></description>`)],
    [
      'a text of scripts without an end',
      () => rssItem(`<description><![CDATA[${many('<script>')}]]></description>`),
    ],
    ['a text of CDATA', () => rssItem(`<description>${many('<![CDATA[')}</description>`)],
    ['comments without an end', () => many('<!--') + rss('')],
    ['document types without an end', () => many('<!DOCTYPE a [') + rssItem('<title>T</title>')],
    ['a name of brackets', () => rssItem(`<title>T</title><author>${many('a@b.c (')}</author>`)],
    ['a date of digits', () => rssItem(`<title>T</title><pubDate>${many('1')}</pubDate>`)],
    ['an address of blanks', () => rssItem(`<title>T</title><link>http://x/${many(' \n')}y</link>`)],
    ['one guid for all', () => rss(many('<item><guid>same</guid><title>x</title></item>', 10_000))],
    [
      'twenty thousand attributes',
      () =>
        rss(
          `<item ${Array.from({length: 20_000}, (_, index) => `a${index}=""`).join(' ')}><title>T</title></item>`,
        ),
    ],
  ])('%s', (_, make) => {
    const feed = make();
    expect(quickly(() => outcomeOf(feed))).toMatch(/^(?:read|no format|malformed|too-large)$/u);
  });

  test('a table of contents as long as the feed', () => {
    const about = Array.from({length: 20_000}, (_, index) => `https://x.example/a/long/prefix/${index}`);
    const contents = about.map(address => `<rdf:li rdf:resource="${address}"/>`).join('');
    const items = about.toReversed().map(address => `<item rdf:about="${address}"><title>T</title></item>`);
    const feed = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel>
      <title>T</title><items><rdf:Seq>${contents}</rdf:Seq></items></channel>${items.join('')}</rdf:RDF>`;
    expect(quickly(() => readFeed(feed)).articles).toHaveLength(20_000);
  });
});

describe('nothing that could move the terminal comes through', () => {
  const payloads = [
    '\x1b]0;owned\x07',
    '\x1b[2J',
    '\x9b31m',
    '&#27;[2J',
    '&#x9b;2J',
    '&amp;#27;[2J',
    '\u202e',
    '\ud800',
  ];

  test.each(payloads)('%j', payload => {
    const feed = rss(
      `<language>en${payload}</language><item><title>a${payload}b</title><link>https://x.example/${payload}</link>
       <guid isPermaLink="false">${payload}</guid><description>a${payload}b</description><author>A${payload}b</author>
       <category>a${payload}b</category><pubDate>2025${payload}</pubDate><enclosure url="https://x.example/${payload}.mp3"/></item>`,
    ).replace('Notes', `N${payload}s`);
    const {publication, articles} = readFeed(feed);
    const shown = JSON.stringify([publication, articles.map(({article}) => article)]);
    expect(JSON.parse(shown)).toEqual([publication, articles.map(({article}) => article)]);
    expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\\u(?:00[01]|d[89])/u);
  });
});
