import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {makeArticle} from './make-article.ts';

/** Feeds at `/feeds/N.xml` on this machine, with validators. */
export async function serveFeeds(articles: number): Promise<{port: number; close: () => void}> {
  const server = createServer(({url, headers}, response) => {
    const feed = /^\/feeds\/(\d+)\.xml$/.exec(url ?? '')?.[1];
    if (feed === undefined) return response.writeHead(404).end();
    const etag = `"${feed}-${articles}"`;
    if (headers['if-none-match'] === etag) return response.writeHead(304, {etag}).end();
    return response
      .writeHead(200, {etag, 'content-type': 'application/rss+xml'})
      .end(rss(Number(feed), articles));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {port: (server.address() as AddressInfo).port, close: () => server.close()};
}

function rss(feed: number, count: number): string {
  const items = Array.from({length: count}, (_, index) => {
    const {title, url, author, publishedAt, html} = makeArticle(feed, index);
    return `<item><title>${title}</title><link>${url}</link><dc:creator>${author}</dc:creator><pubDate>${publishedAt.toUTCString()}</pubDate><description><![CDATA[${html}]]></description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Feed ${String(feed).padStart(4, '0')}</title><link>http://127.0.0.1/</link><description>Made</description>${items.join('')}</channel></rss>`;
}
