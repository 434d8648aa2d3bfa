import {describe, expect, test} from 'vitest';
import {ProblemError} from '../../../source/domain/problem.ts';
import {readFeed, rss, rssItem} from '../../helpers/read-feed.ts';
import {ends, expectLinear} from '../../helpers/work.ts';

const COUNT = 50_000;
const many = (text: string, count: number): string => text.repeat(count);

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
  const {articles} = expectLinear(count => rss(many('<item/>', count)), 500_000, readFeed);
  expect(articles.length).toBeLessThanOrEqual(20_000);
});

test('elements 20,000 deep leave the article readable', () => {
  const {articles} = expectLinear(
    count => rssItem(`<title>T</title>${many('<a>', count)}x${many('</a>', count)}`),
    10_000,
    readFeed,
  );
  expect(articles[0]?.article.title).toBe('T');
});

test('elements a million deep are a problem that names the limit', () => {
  const feed = rssItem(`<title>T</title>${many('<a>', 1_000_000)}`);
  expect(() => ends(() => readFeed(feed))).toThrow(/more than \d+ deep/u);
});

const HEAPS: readonly (readonly [what: string, make: (count: number) => string])[] = [
  ['a title of megabytes', count => rssItem(`<title>${many('long ', count * 10)}</title>`)],
  ['a title of beginnings', count => rssItem(`<title>${many('&lt;!-- &lt;script>', count)}</title>`)],
  ['a title of <', count => rssItem(`<title>${many('<', count)}</title>`)],
  [
    'a title of introducers',
    count => rssItem(`<title>${many('\x9d', count)}${many('\x1b]', count)}</title>`),
  ],
  ['a text of blanks', count => rssItem(`<description>${many('          ', count)}x</description>`)],
  [
    'a text of tags without an end',
    count => rssItem(`<description><![CDATA[${many('<p ', count)}]]></description>`),
  ],
  [
    'a text of scripts without an end',
    count => rssItem(`<description><![CDATA[${many('<script>', count)}]]></description>`),
  ],
  ['a text of CDATA', count => rssItem(`<description>${many('<![CDATA[', count)}</description>`)],
  ['comments without an end', count => many('<!--', count) + rss('')],
  ['document types without an end', count => many('<!DOCTYPE a [', count) + rssItem('<title>T</title>')],
  ['a name of brackets', count => rssItem(`<title>T</title><author>${many('a@b.c (', count)}</author>`)],
  ['a date of digits', count => rssItem(`<title>T</title><pubDate>${many('1', count)}</pubDate>`)],
  ['an address of blanks', count => rssItem(`<title>T</title><link>http://x/${many(' \n', count)}y</link>`)],
  ['one guid for all', count => rss(many('<item><guid>same</guid><title>x</title></item>', count / 10))],
  [
    'thousands of attributes',
    count =>
      rss(
        `<item ${Array.from({length: count / 5}, (_, index) => `a${index}=""`).join(' ')}><title>T</title></item>`,
      ),
  ],
  ['a table of contents as long as the feed', contentsOf],
];

test.each(HEAPS)('the work on %s grows no faster than it does', (_, make) => {
  expect(expectLinear(make, COUNT, outcomeOf)).toMatch(/^(?:read|no format|malformed|too-large)$/u);
});

test('articles come in the order of a long table of contents', () => {
  expect(readFeed(contentsOf(100_000)).articles).toHaveLength(20_000);
});

function contentsOf(count: number): string {
  const about = Array.from({length: count / 5}, (_, index) => `https://x.example/a/long/prefix/${index}`);
  const contents = about.map(address => `<rdf:li rdf:resource="${address}"/>`).join('');
  const items = about.toReversed().map(address => `<item rdf:about="${address}"><title>T</title></item>`);
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel>
      <title>T</title><items><rdf:Seq>${contents}</rdf:Seq></items></channel>${items.join('')}</rdf:RDF>`;
}

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
