/** Small documents of each kind, whole and right, and the words of their languages. */

export const RSS = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Notes</title><link>https://blog.example/</link><description>On things</description><atom:link rel="self" href="https://blog.example/feed"/><item><guid>1</guid><title>First &amp; last</title><link>/one</link><pubDate>Thu, 12 Nov 2026 10:00:00 GMT</pubDate><dc:creator>Ada</dc:creator><category>Log</category><content:encoded><![CDATA[<p>Hello <b>there</b></p>]]></content:encoded><media:content url="a.jpg"/><enclosure url="a.mp3" length="9" type="audio/mpeg"/></item><item><title>Second</title><description>&lt;p&gt;short&lt;/p&gt;</description></item></channel></rss>`;

export const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Notes &amp;amp; more</title><id>urn:n</id><link href="https://blog.example/"/><author><name>Ada</name><uri>https://ada.example</uri></author><entry><id>urn:1</id><title type="text">One</title><link rel="alternate" href="/one"/><published>2026-11-12T10:00:00Z</published><updated>2026-11-13</updated><summary>Short</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Body</p></div></content><category term="log"/></entry></feed>`;

export const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Notes',
  home_page_url: 'https://blog.example/',
  _inkwell: {
    tagline: 'x',
    newsletter: {heading: 'Join', url: 'https://blog.example/s', promises: ['none'], fixed: {a: 'b'}},
  },
  items: [
    {
      id: '1',
      url: 'https://blog.example/1',
      title: 'One',
      content_html: '<p>a</p>',
      date_published: '2026-11-12',
      authors: [{name: 'Ada', url: 'https://ada.example'}],
      tags: ['log'],
      _inkwell: {minutes: 3, related: ['2']},
    },
    {id: 2, content_text: 'text'},
  ],
});

export const APIS = [
  JSON.stringify({
    posts: [
      {
        id: 'a',
        uuid: 'u',
        title: 'One',
        slug: 'one',
        html: '<p>x</p>',
        url: 'https://g.example/one/',
        published_at: '2026-11-12T00:00:00.000+00:00',
        primary_author: {name: 'Ada'},
        authors: [{name: 'Ada', bio: 'b'}],
        tags: [{name: 'Log'}],
        reading_time: 2,
      },
    ],
    meta: {pagination: {page: 1}},
  }),
  JSON.stringify([
    {
      id: 1,
      date_gmt: '2026-11-12T00:00:00',
      link: 'https://w.example/one',
      type: 'post',
      title: {rendered: 'One'},
      content: {rendered: '<p>x</p>', protected: false},
      excerpt: {rendered: 'e'},
      _embedded: {author: [{name: 'Ada'}], 'wp:term': [[{name: 'Log', taxonomy: 'category'}]]},
    },
  ]),
  JSON.stringify([
    {
      type_of: 'article',
      id: 1,
      title: 'One',
      url: 'https://dev.to/a/one',
      description: 'd',
      published_at: '2026-11-12T00:00:00Z',
      tag_list: ['log'],
      reading_time_minutes: 3,
      user: {name: 'Ada', username: 'ada'},
    },
  ]),
];

export const PAGE = `<!doctype html><html lang="en"><head><title>One | Notes</title><base href="/blog/"><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="newsletter" type="application/json" href="/n.json"><meta property="og:image" content="a.jpg"><meta name="author" content="Ada"><script type="application/ld+json">{"@type":"Article","headline":"One","author":{"name":"Ada"},"datePublished":"2026-11-12"}</script></head><body><main><article><h1>One</h1><p>By Ada</p><p>${'A sentence of some length, with a <a href="/x">link</a> and <em>stress</em>. '.repeat(8)}</p><ul><li>a<ul><li>b</li></ul></li></ul><table><tr><th>h</th></tr><tr><td>c</td></tr></table><pre><code class="language-js">let a;</code></pre><blockquote><p>q</p></blockquote></article></main><form action="https://blog.example/subscribe" method="post"><label>Newsletter</label><input type="email" name="email"><input type="hidden" name="l" value="1"><button>Subscribe</button></form></body></html>`;

export const POST = `---\ntitle: One\ndate: 2026-11-12\nauthor: ada\ntags: [log, sea]\ncategory: Log\nnested:\n  a: &x 1\n  b: *x\n---\n\n# One\n\nText with **stress**, \`code\` and a [link](https://blog.example/x).[^1]\n\n- a\n  - b\n\n| a | b |\n| - | - |\n| c | d |\n\n\`\`\`js\nlet a;\n\`\`\`\n\n[^1]: A note.\n`;

export const TOML_POST = `+++\ntitle = "One"\ndate = 2026-11-12T10:00:00Z\ntags = ["log"]\n[author]\nname = "Ada"\n+++\nText\n`;

export const PUBLICATION_YML = `title: The Log\ntagline: Notes\nhomepage: https://blog.example\nlanguage: en\nauthors:\n  ada:\n    name: Ada\n    bio: Keeps the lamp\nnewsletter:\n  heading: Join\n  url: https://blog.example/s\n  promises: [none]\n`;

export const OPML = `<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body><outline text="Folder"><outline type="rss" text="Notes" xmlUrl="https://blog.example/feed" htmlUrl="https://blog.example/"/></outline></body></opml>`;

export const STATE = [
  '{"kind":"inkwell","version":1}',
  '{"kind":"publication","publication":{"id":"p","title":"Notes","location":"https://blog.example/feed"},"source":{"isListed":true,"isHidden":false,"isMuted":false,"rank":1,"inSource":1,"openedAt":"2026-11-12T00:00:00.000Z","settings":{},"validators":{},"failures":0}}',
  '{"kind":"article","key":1,"article":{"id":"a","publicationId":"p","position":0,"title":"One","tags":[],"authors":[{"name":"Ada"}],"words":3,"minutes":1,"isPartial":false},"marks":{"isRead":true,"isStarred":false,"progress":0},"body":{"format":"markdown","content":"text"},"addedAt":"2026-11-12T00:00:00.000Z"}',
  '{"kind":"signup","signup":{"id":1,"at":"2026-11-12T00:00:00.000Z","publicationId":"p","email":"a@b.example","host":"b.example","state":"requested"}}',
  '{"kind":"query","name":"new","query":"is:unread"}',
  '{"kind":"visits","last":"2026-11-12T00:00:00.000Z","before":"2026-11-11T00:00:00.000Z"}',
].join('\n');

export const PREFERENCES = JSON.stringify({
  theme: 'dark',
  measure: 72,
  sources: ['https://blog.example/feed', {location: '/tmp/blog', name: 'Blog'}],
  keys: {preset: 'vim', bindings: {quit: ['q']}},
  refresh: {onStart: true, interval: 60},
  limits: {bytes: 1000},
});

export const XML_WORDS =
  '<rss version="2.0">|<channel>|<item>|</item>|<entry>|<title>|</title>|<link>|<guid>|<description>|<![CDATA[|]]>|<!--|-->|<!DOCTYPE a [<!ENTITY b "cc">]>|&b;|&amp;|&#0;|&#xFFFFFFFF;|&nbsp;|<content:encoded>|<?xml version="1.0" encoding="utf-16"?>|<a b="c" |/>|</|<feed>|xmlns="http://www.w3.org/2005/Atom"|<author>|<pubDate>|31 Feb 99999|-1'.split(
    '|',
  );
export const HTML_WORDS =
  '<div>|</div>|<p>|<b>|<i>|<table>|<tr>|<td colspan=99999>|<ul>|<ol start=-3>|<li>|<pre>|<code>|</code>|<svg>|<math>|<template>|<iframe src=//x>|<img src=x alt="a](b">|<a href="javascript:x">|<a href=" https://e.example/\u0000)">|<script>|</script>|<style>|<!--|-->|<![CDATA[|<noscript>|<textarea>|<select>|<details>|<summary>|<dl><dt>|<dd>|<ruby>|<rt>|<h1>|<h6>|<blockquote>|<base href="http://[">|<form action=x>|<input type=email name=e>|<meta charset=utf-7>|a="b" |&lt;|&amp;lt;|*|_|`|[|](|word |日本語|<br>|<hr>|<del>'.split(
    '|',
  );
export const MARKDOWN_WORDS =
  '# |## |- |  - |1. |> |```js\n|```|~~~|`|**|*|__|_|~~|[|](https://e.example)|](<|![|]|[a]: https://e.example "t"\n|[^1]|[^1]: |||\n| - |:-:|\n|\n\n|    |<div>|</div>|<b>|<!--|-->|<details>|</details>|$|$$|\\frac{|}|\\|{{< x >}}|{% raw %}|<Tag a={b}>|import x from "y"\n|:::note\n|:::|> [!NOTE]\n|---\n|+++\n|---js\n|title: x\n|word |日本語|한국어|שלום|👩‍🚀|https://e.example/a_b|www.e.example|a@b.example|&nbsp;|&#27;|- [ ] |***|==='.split(
    '|',
  );
export const DATA_WORDS =
  '{|}|[|]|"|:|,|null|true|1e999|-0|0.1|9007199254740993|"a"|"__proto__":|\n|  |- |a: |&a |*a |<<: *a|!!js/function x|!!binary |? |# |---\n|...\n|+++\n|= |[[a]]\n|1979-13-45|"\\ud800"|\\u0000|\'|title|items|html|url'.split(
    '|',
  );
export const QUERY_WORDS =
  'is:|is:unread|-|or|(|)|"|tag:|author:|minutes:|minutes:>|minutes:3..|after:|before:|date:|in:|title:|a|日本|ß|*|%|\'|;|--|NEAR|AND|:|2026-11-12|yesterday|99999999999d|\\| '.split(
    '|',
  );
