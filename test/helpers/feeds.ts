import type {Answer, Request} from './web-server.ts';

/** A small RSS feed: one dated article an entry, the newest first. */
export function rss(
  title: string,
  articles: readonly Readonly<{title: string; day: string; text?: string; author?: string; link?: string}>[],
): string {
  const items = articles.map(
    ({author = 'Mara Lindqvist', day, link, text = 'Words that say something about it.', title: name}) => `
    <item>
      <title>${name}</title>
      <link>${link ?? `https://example.com/${encodeURIComponent(name)}`}</link>
      <guid isPermaLink="false">${name}</guid>
      <dc:creator>${author}</dc:creator>
      <category>Engineering</category>
      <pubDate>${new Date(day).toUTCString()}</pubDate>
      <content:encoded><![CDATA[<p>${text}</p>]]></content:encoded>
    </item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel>
    <title>${title}</title>
    <link>https://example.com/</link>
    <description>Notes on ${title}</description>
    <language>en</language>${items.join('')}
  </channel>
</rss>`;
}

/** A JSON Feed of one article whose newsletter is posted to `url`. */
export function feedWithNewsletter(title: string, url: string): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: url,
    _inkwell: {
      newsletter: {
        heading: 'By mail',
        pitch: 'Once a week.',
        subscribers: '2,500+',
        promises: ['No spam, ever'],
        url,
        method: 'json',
        field: 'address',
      },
    },
    items: [
      {
        id: '1',
        title: 'The first',
        url: `${url}/1`,
        content_html: '<p>One.</p>',
        date_published: '2026-11-01T08:00:00Z',
      },
    ],
  });
}

/** Served with a validator, as a good server does. */
export function served(text: string): (request: Request) => Answer {
  const etag = `"${text.length}"`;
  const type = text.startsWith('{') ? 'application/feed+json' : 'application/rss+xml';
  return ({headers}) =>
    headers['if-none-match'] === etag
      ? {status: 304, headers: {etag}}
      : {headers: {etag, 'content-type': type}, body: text};
}
