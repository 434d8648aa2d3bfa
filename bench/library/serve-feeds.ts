import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {makeArticle} from './make-article.ts';

export type Served = Readonly<{port: number; close: () => void; renew: () => void}>;

/** Feeds at `/feeds/N.xml` on this machine, with validators; `renew` puts other articles in all of them. */
export async function serveFeeds(articles: number): Promise<Served> {
  let generation = 0;
  const made = new Map<string, string>();
  const server = createServer(({url, headers}, response) => {
    const feed = /^\/feeds\/(\d+)\.xml$/.exec(url ?? '')?.[1];
    if (feed === undefined) return response.writeHead(404).end();
    const etag = `"${feed}-${articles}-${generation}"`;
    if (headers['if-none-match'] === etag) return response.writeHead(304, {etag}).end();
    const text = made.get(etag) ?? rss(Number(feed), articles, generation * articles);
    made.set(etag, text);
    return response.writeHead(200, {etag, 'content-type': 'application/rss+xml'}).end(text);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => server.close(),
    renew: () => generation++,
  };
}

function rss(feed: number, count: number, from: number): string {
  const items = Array.from({length: count}, (_, index) => {
    const {title, url, author, publishedAt, html} = makeArticle(feed, from + index);
    return `<item><title>${title}</title><link>${url}</link><dc:creator>${author}</dc:creator><pubDate>${publishedAt.toUTCString()}</pubDate><description><![CDATA[${html}]]></description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Feed ${String(feed).padStart(4, '0')}</title><link>http://127.0.0.1/</link><description>Made</description>${items.join('')}</channel></rss>`;
}
