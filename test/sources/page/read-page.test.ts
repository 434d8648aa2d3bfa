import {expect, test} from 'vitest';
import {documentOf} from '../../../source/sources/text/document.ts';
import {readPage} from '../../../source/sources/page/read-page.ts';
import {expectLinear} from '../../helpers/work.ts';

const url = 'https://a.example/posts/one';
const prose =
  '<p>A sentence of some length, with commas, which goes on for a while and says little.</p>'.repeat(8);
const around = '<nav><a href=/>Home</a><a href=/about>About us</a></nav>';
const read = (
  head: string,
  body = `${around}<article><h1>One</h1>${prose}</article><footer>Imprint</footer>`,
) => {
  const parsed = readPage(
    documentOf(`<!doctype html><html lang=en-GB><head>${head}</head><body>${body}</body></html>`, {url}),
  );
  return {...parsed, article: parsed.articles[0]};
};

test('finds the article and leaves out what stands around it', () => {
  const {article} = read('<title>One</title>');
  expect(article?.body?.content).toContain('A sentence of some length');
  expect(article?.body?.content).not.toMatch(/About us|Imprint/u);
  expect(article?.isPartial).toBe(false);
});

test('keeps who said a quotation, in a footer or under a footer’s name', () => {
  const quoted = [
    '<blockquote><p>Words.</p><footer>— <cite>Ada</cite>, 1843</footer></blockquote>',
    '<blockquote><p>More words.</p><cite class="blockquote-footer">Grace</cite></blockquote>',
  ].join('');
  const {article} = read(
    '',
    `<article><h1>One</h1>${prose}${quoted}${prose}</article><footer>Imprint</footer>`,
  );
  expect(article?.body?.content).toMatch(/— <cite>Ada<\/cite>, 1843[^]*Grace/u);
  expect(article?.body?.content).not.toContain('Imprint');
});

test('believes JSON-LD on people, dates and topics', () => {
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Person',
        '@id': '#ada',
        name: 'Ada',
        jobTitle: 'Engineer',
        description: 'Computes.',
        url: 'https://ada.example',
      },
      {
        '@type': 'BlogPosting',
        author: [{'@id': '#ada'}, 'Bo'],
        datePublished: '2026-01-02',
        dateModified: '2026-01-03',
        articleSection: ['Design'],
        keywords: 'a, b',
        publisher: {name: 'Guild'},
      },
    ],
  };
  const {title, article} = read(
    `<title>One</title><script type="application/ld+json">${JSON.stringify(data)}</script>`,
  );
  expect(title?.content).toBe('Guild');
  expect(article).toMatchObject({
    authors: [{name: 'Ada', role: 'Engineer', bio: 'Computes.', url: 'https://ada.example'}, {name: 'Bo'}],
    category: 'Design',
    tags: ['a', 'b'],
  });
  expect([article?.published?.[0], article?.updated?.[0]]).toEqual(['2026-01-02', '2026-01-03']);
});

test('else meta elements tell, whichever attribute names them', () => {
  const {title, language, article} = read(`
    <title>One | Guild</title>
    <meta property="og:site_name" content="Guild"><meta name="author" content="By Ada Lovelace">
    <meta property="article:published_time" content="2026-01-02T03:04:05Z">
    <meta property="article:section" content="Design"><meta property="article:tag" content="a"><meta property="article:tag" content="b">
    <meta name="og:image" content="/a.jpg"><meta name="description" content="In short">`);
  expect([title?.content, language]).toEqual(['Guild', 'en-GB']);
  expect(article).toMatchObject({
    title: {content: 'One', format: 'text'},
    excerpt: {content: 'In short'},
    authors: [{name: 'Ada Lovelace'}],
    category: 'Design',
    tags: ['a', 'b'],
    image: '/a.jpg',
  });
  expect(article?.published).toContain('2026-01-02T03:04:05Z');
});

test('a date of hAtom is one, where no element of time is', () => {
  const abbr = '<abbr class="published" title="2024-03-05T12:00:00+00:00">Tue 05 March</abbr>';
  const {article} = read('<title>One</title>', `<article><h1>One</h1>${abbr}${prose}</article>`);
  expect(article?.published?.find(Boolean)).toBe('2024-03-05T12:00:00+00:00');
});

test('the site’s name is dropped from the title only where it is the site’s', () => {
  expect(read('<title>Cats – Dogs</title>').article?.title?.content).toBe('Cats – Dogs');
  expect(
    read('<title>Cats – Dogs</title><meta property="og:site_name" content="Dogs">').article?.title?.content,
  ).toBe('Cats');
});

test('relative addresses stand on the base that the page names', () => {
  expect(read('<base href="/elsewhere/">').base).toBe('/elsewhere/');
});

test('broken JSON-LD and odd values cost nothing', () => {
  const data = [
    '{',
    '[[null]]',
    '{"@type": "Article", "author": 3, "image": [], "keywords": {}, "publisher": []}',
    '{"@type": ["NewsArticle"], "author": {"@id": "#none"}}',
  ];
  const scripts = data.map(text => `<script type="application/ld+json">${text}</script>`).join('');
  expect(read(scripts).article?.body?.content).toContain('A sentence');
});

test.for([
  ['a page of few words', '<p>Hello</p>', /Hello/u],
  ['a page without a root', 'Just <b>words</b>', /words/u],
  ['an empty page', '', /^\s*$/u],
] as const)('%s is shown as it is', ([, html, content]) => {
  const {articles} = readPage(documentOf(html, {url}));
  expect(articles[0]?.body?.content.replaceAll(/<[^>]*>/gu, '')).toMatch(content);
});

const HEAPS: readonly (readonly [what: string, size: number, make: (count: number) => string])[] = [
  ['deep', 50_000, count => '<div>'.repeat(count)],
  ['deep again and again', 150, count => `${'<div>'.repeat(140)}x${'</div>'.repeat(140)}`.repeat(count)],
  ['made of references', 100_000, count => '&nbsp;'.repeat(count)],
  ['made of angle brackets', 250_000, count => '<'.repeat(count)],
];

test.for(HEAPS)('the work on a page that is %s grows no faster than it does', ([, size, make]) => {
  const {articles} = expectLinear(make, size, html =>
    readPage(documentOf(`<html><title>Deep</title><body>${html}`, {url})),
  );
  expect(articles[0]?.title?.content).toBe('Deep');
  expect(articles[0]?.body?.content.length).toBeGreaterThan(1000);
});

const card = `<article class=card><a href=/b><h3>Another</h3>${prose}</a></article>`;

test.each<[string, string]>([
  [
    'related cards',
    `<main><article><h1>Short</h1><p>Few words.</p></article></main><section class=related>${card}${card}</section>`,
  ],
  [
    'comments',
    `<main><article><h1>Short</h1><div class=entry-content><p>Few words.</p></div></article><section id=comments>${prose}</section></main>`,
  ],
  [
    'a menu and a sign-up',
    `<nav>${prose}</nav><article class=h-entry><h1>Short</h1><div class=e-content><p>Few words.</p></div></article><aside>${prose}</aside>`,
  ],
  [
    'cards in the same list',
    `<main><h1>Short</h1><p>Few words.</p></main><div class=read-more>${card}</div>`,
  ],
])('a short article is itself, whatever lies around it: %s', (_, body) => {
  const {article} = read('<title>Short</title>', body);
  expect(article?.body?.content).toContain('Few words.');
  expect(article?.body?.content).not.toContain('A sentence');
  expect(article?.title?.content).toBe('Short');
});

test.each([
  ['Day 3: rope | Pier Notes', 'Day 3: rope'],
  ['Day 3: rope - Pier Notes', 'Day 3: rope'],
  ['Day 3: rope » Pier Notes', 'Day 3: rope'],
  ['Pier Notes – Day 3: rope', 'Day 3: rope'],
  ['Pier Notes: Day 3: rope', 'Day 3: rope'],
  ['Day 3: rope — a story', 'Day 3: rope — a story'],
])('of the title %s the name of the site goes', (written, title) => {
  const head = `<title>${written}</title><meta property="og:site_name" content="Pier Notes">`;
  expect(read(head, `<main>${prose}</main>`).article?.title?.content).toBe(title);
});

test('the name of a site is known from its header, too', () => {
  const body = `<header><h1><a href="/">Pier Notes</a></h1></header><main><h1>Rope</h1>${prose}</main>`;
  const {article} = read('<title>Rope – Pier Notes</title>', body);
  expect(article?.title?.content).toBe('Rope');
  expect(article?.body?.content).not.toContain('Rope');
});

test.each([
  ['<p class=byline>By <a rel=author href=/a>Ada Lane</a></p>', 'Ada Lane'],
  ['<div class="p-author h-card"><a class=p-name href=/a>Ada Lane</a></div>', 'Ada Lane'],
  ['<span class="author vcard"><a class="url fn n" href=/a>Ada Lane</a></span>', 'Ada Lane'],
  [
    '<div class=author-bio><h2 class=author-title>By Ada Lane</h2><p>Mends nets.</p><a rel=author href=/a>View all of Ada Lane’s posts.</a></div>',
    'Ada Lane',
  ],
  ['<span itemprop=author itemscope><span itemprop=name>Ada Lane</span></span>', 'Ada Lane'],
])('%s names the author', (html, name) => {
  const {article} = read('<title>One</title>', `<article><h1>One</h1>${html}${prose}</article>`);
  expect(article?.authors?.map(each => each.name)).toEqual([name]);
});

test('a text for members is named as one', () => {
  const body = `<article><h1>One</h1><p>The beginning.</p><aside class=gh-post-upgrade-cta><h2>This post is for subscribers only</h2></aside></article>`;
  const {article} = read('<title>One</title>', body);
  expect(article?.isPartial).toBe(true);
  expect(article?.body?.content).toMatch(/The beginning\.[^]*(?:members|subscribers)/u);
});
