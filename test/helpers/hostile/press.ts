import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

/*
 * A stranger's press: publications of every format that have something hostile in each of their fields. Each
 * article has one payload everywhere; the last one has them all in its text.
 */

type Answers = Readonly<Record<string, Readonly<{type: string; body: string}>>>;

/** How a payload is written into markup: as it is, as references, and as references to references. */
const WAYS = {
  raw: (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  references: (text: string) =>
    Array.from(text, letter => (/[\w ]/.test(letter) ? letter : `&#${letter.codePointAt(0)};`)).join(''),
  twice: (text: string) =>
    Array.from(text, letter =>
      /[\w ]/.test(letter) ? letter : `&amp;#x${letter.codePointAt(0)?.toString(16)};`,
    ).join(''),
} as const;

type Way = keyof typeof WAYS;

/** Paths and what is served there, by the format's name. */
export function hostileAnswers(origin: string, payloads: readonly string[]): Answers {
  const all = payloads.join(' and ');
  const articles = [
    ...payloads.map((payload, index) => ({payload, name: `${index}`})),
    {payload: all, name: 'all'},
  ];
  const feeds = (['raw', 'references', 'twice'] as const).flatMap(way => [
    [`/rss-${way}.xml`, {type: 'application/rss+xml', body: rss(origin, articles, all, WAYS[way])}] as const,
    [
      `/atom-${way}.xml`,
      {type: 'application/atom+xml', body: atom(origin, articles, all, WAYS[way])},
    ] as const,
  ]);
  return {
    ...Object.fromEntries(feeds),
    '/feed.json': {type: 'application/feed+json', body: jsonFeed(origin, articles, all)},
    '/ghost/api/content/posts/': {type: 'application/json', body: ghost(origin, articles)},
    '/wp-json/wp/v2/posts': {type: 'application/json', body: wordpress(origin, articles)},
    '/api/articles': {type: 'application/json', body: devTo(origin, articles)},
    '/page.html': {type: 'text/html', body: page(origin, all)},
    '/subscribe': {
      type: 'application/json',
      body: JSON.stringify({message: all, error: all, result: 'error', msg: all}),
    },
    '/newsletter.json': {type: 'application/json', body: JSON.stringify(newsletter(origin, all))},
  };
}

type Entry = Readonly<{payload: string; name: string}>;
type Written = (text: string) => string;

function rss(origin: string, articles: readonly Entry[], all: string, w: Written): string {
  const items = articles.map(
    ({payload, name}) =>
      `<item><guid isPermaLink="false">${name}${w(payload)}</guid><title>T${name} ${w(payload)} z</title><link>${origin}/rss/${name}?${w(payload)}</link><dc:creator>A ${w(payload)} z</dc:creator><author>x@y.example (${w(payload)})</author><category>C ${w(payload)} z</category><pubDate>Mon, 02 Nov 2026 15:04:05 GMT ${w(payload)}</pubDate><description>E ${w(payload)} z</description><content:encoded>&lt;p title=&quot;${w(payload)}&quot;>B ${w(payload)} z &lt;a href="https://e.example/${w(payload)}">L ${w(payload)}&lt;/a> &lt;img src="a.png" alt="${w(payload)}">&lt;/p>&lt;pre>&lt;code class="language-${w(payload)}">${w(payload)}&lt;/code>&lt;/pre></content:encoded><enclosure url="${origin}/a.mp3?${w(payload)}" type="${w(payload)}" length="1"/></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>P ${w(all)} z</title><link>${origin}/</link><language>${w(all)}</language><description>D ${w(all)} z</description>${items.join('')}</channel></rss>`;
}

function atom(origin: string, articles: readonly Entry[], all: string, w: Written): string {
  const entries = articles.map(
    ({payload, name}) =>
      `<entry><id>urn:${name}:${w(payload)}</id><title type="html">T${name} ${w(payload)} z</title><link rel="alternate" title="${w(payload)}" href="${origin}/atom/${name}?${w(payload)}"/><author><name>A ${w(payload)} z</name><uri>https://e.example/${w(payload)}</uri></author><category term="${w(payload)}" label="${w(payload)}"/><published>2026-11-02T15:04:05Z</published><updated>${w(payload)}</updated><summary>E ${w(payload)} z</summary><content type="html">&lt;h2>${w(payload)}&lt;/h2>&lt;blockquote>B ${w(payload)} z&lt;/blockquote></content></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>P ${w(all)} z</title><subtitle>D ${w(all)} z</subtitle><id>urn:all</id><link rel="alternate" href="${origin}/"/>${entries.join('')}</feed>`;
}

function newsletter(origin: string, all: string): object {
  return {
    heading: `H ${all}`,
    pitch: all,
    subscribers: all,
    promises: [all, 'none'],
    url: `${origin}/subscribe`,
    method: 'json',
    field: 'email',
    fixed: {list: all},
    privacy: `https://e.example/${all}`,
  };
}

function jsonFeed(origin: string, articles: readonly Entry[], all: string): string {
  const items = articles.map(({payload, name}) => ({
    id: `${name}${payload}`,
    url: `${origin}/json/${name}?${payload}`,
    title: `T${name} ${payload} z`,
    summary: `E ${payload} z`,
    content_html: `<p>B ${payload} z</p><table><tr><th>${payload}</th></tr><tr><td>${payload}</td></tr></table>`,
    date_published: `2026-11-02T15:04:05Z${name === 'all' ? payload : ''}`,
    authors: [
      {name: `A ${payload} z`, url: `https://e.example/${payload}`, _inkwell: {role: payload, bio: payload}},
    ],
    tags: [payload],
    image: `https://e.example/${payload}.png`,
    language: payload,
    attachments: [{url: `${origin}/a?${payload}`, mime_type: payload, title: payload}],
    _inkwell: {category: payload, minutes: 3, related: [payload]},
  }));
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `P ${all} z`,
    description: all,
    language: all,
    home_page_url: `${origin}/`,
    _inkwell: {tagline: all, newsletter: newsletter(origin, all)},
    items,
  });
}

function ghost(origin: string, articles: readonly Entry[]): string {
  const posts = articles.map(({payload, name}) => ({
    id: `g${name}`,
    uuid: payload,
    title: `T${name} ${payload} z`,
    slug: `g${name}`,
    html: `<p>B ${payload} z</p>`,
    custom_excerpt: `E ${payload} z`,
    url: `${origin}/ghost/${name}?${payload}`,
    published_at: '2026-11-02T15:04:05.000+00:00',
    primary_author: {name: payload, bio: payload},
    authors: [{name: payload, bio: payload, website: `https://e.example/${payload}`}],
    primary_tag: {name: payload},
    tags: [{name: payload}],
    reading_time: 2,
  }));
  return JSON.stringify({posts, meta: {pagination: {page: 1, pages: 1}}});
}

function wordpress(origin: string, articles: readonly Entry[]): string {
  return JSON.stringify(
    articles.map(({payload, name}, id) => ({
      id,
      date_gmt: '2026-11-02T15:04:05',
      link: `${origin}/wp/${name}?${payload}`,
      type: 'post',
      slug: payload,
      title: {rendered: `T${name} ${WAYS.references(payload)} z`},
      content: {rendered: `<p>B ${payload} ${WAYS.twice(payload)} z</p>`, protected: false},
      excerpt: {rendered: `E ${payload} z`},
      _embedded: {
        author: [{name: payload, description: payload}],
        'wp:term': [[{name: payload, taxonomy: 'category'}]],
      },
    })),
  );
}

function devTo(origin: string, articles: readonly Entry[]): string {
  return JSON.stringify(
    articles.map(({payload, name}, id) => ({
      type_of: 'article',
      id: id + 1,
      title: `T${name} ${payload} z`,
      description: `E ${payload} z`,
      url: `${origin}/dev/${name}?${payload}`,
      published_at: '2026-11-02T15:04:05Z',
      tag_list: [payload],
      body_markdown: `# ${payload}\n\nB ${payload} z`,
      reading_time_minutes: 3,
      user: {name: payload, username: payload, website_url: `https://e.example/${payload}`},
    })),
  );
}

function page(origin: string, all: string): string {
  const words = WAYS.references(all);
  return `<!doctype html><html lang="${words}"><head><title>T ${words}</title><meta name="author" content="${words}"><meta name="description" content="${words}"><meta property="og:site_name" content="${words}"><link rel="canonical" href="${origin}/page.html?${words}"><script type="application/ld+json">${JSON.stringify({'@type': 'Article', headline: all, author: {name: all}, datePublished: all})}</script></head><body><main><article><h1>T ${words}</h1>${`<p>B ${words} and enough words that this is taken for an article that somebody wrote. <a href="https://e.example/${words}">L ${words}</a></p>`.repeat(4)}</article></main></body></html>`;
}

/** The same as a folder: front matter in YAML and TOML, HTML, text, and the folder's own words. */
export async function writeHostileFolder(
  folder: string,
  origin: string,
  payloads: readonly string[],
): Promise<string> {
  const blog = join(folder, 'hostile');
  await mkdir(blog, {recursive: true});
  const all = payloads.join(' and ');
  await writeFile(
    join(blog, 'publication.yml'),
    `title: ${JSON.stringify(`P ${all} z`)}\ntagline: ${JSON.stringify(all)}\nlanguage: ${JSON.stringify(all)}\nauthors:\n  ada:\n    name: ${JSON.stringify(all)}\n    role: ${JSON.stringify(all)}\n    bio: ${JSON.stringify(all)}\nnewsletter: ${JSON.stringify(newsletter(origin, all))}\n`,
  );
  for (const [index, payload] of [...payloads, all].entries()) {
    const fields: Readonly<Record<string, unknown>> = {
      title: `T${index} ${payload} z`,
      description: payload,
      date: '2026-11-02',
      author: index % 2 ? 'ada' : payload,
      category: payload,
      tags: [payload],
      slug: `s${index} ${payload}`,
      image: payload,
      related: [payload],
    };
    const yaml = Object.entries(fields)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
      .join('\n');
    const toml = Object.entries(fields)
      .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
      .join('\n');
    const text = `\n# ${payload}\n\nB ${payload} z [L ${payload}](https://e.example/${encodeURIComponent(payload.toWellFormed())})\n\n\`\`\`${payload}\n${payload}\n\`\`\`\n\n| ${payload} |\n| - |\n| ${payload} |\n`;
    await writeFile(join(blog, `y${index}.md`), `---\n${yaml}\n---\n${text}`);
    await writeFile(join(blog, `t${index}.md`), `+++\n${toml}\n+++\n${text}`);
  }
  await writeFile(join(blog, 'page.html'), page(origin, all));
  await writeFile(join(blog, 'plain.txt'), `T ${all}\n\nB ${all}\n`);
  return blog;
}

/** An OPML file whose outlines say what they should not. */
export function hostileOpml(origin: string, payloads: readonly string[]): string {
  const all = WAYS.references(payloads.join(' and '));
  return `<opml version="2.0"><head><title>${all}</title></head><body><outline text="F ${all}"><outline text="N ${all}" title="N ${all}" type="rss" xmlUrl="${origin}/rss-references.xml" htmlUrl="${origin}/${all}"/><outline text="${all}" type="rss" xmlUrl="${all}"/></outline></body></opml>`;
}

export const FEEDS = (['raw', 'references', 'twice'] as const satisfies readonly Way[]).flatMap(way => [
  `/rss-${way}.xml`,
  `/atom-${way}.xml`,
]);
export const OTHERS = [
  '/feed.json',
  '/ghost/api/content/posts/?key=0123456789abcdef0123456789',
  '/wp-json/wp/v2/posts',
  '/api/articles',
];
