import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {makeArticle} from './make-article.ts';

export type Served = Readonly<{port: number; close: () => void; renew: () => void}>;

/**
 * Feeds at `/feeds/N.xml` on this machine, with validators; `renew` puts other articles in all of them. The
 * first `ready` of them are made before they are asked for, so that whoever fetches them first does not wait
 * for that.
 */
export async function serveFeeds(articles: number, ready = 0): Promise<Served> {
  let generation = 0;
  const made = new Map<string, string>();
  const etagOf = (feed: number): string => `"${feed}-${articles}-${generation}"`;
  const textOf = (feed: number): string => {
    const text = made.get(etagOf(feed)) ?? rss(feed, articles, generation * articles);
    made.set(etagOf(feed), text);
    return text;
  };
  const makeReady = (): void => {
    for (let feed = 0; feed < ready; feed++) textOf(feed);
  };
  makeReady();
  const server = createServer(({url, headers}, response) => {
    const feed = /^\/feeds\/(\d+)\.xml$/.exec(url ?? '')?.[1];
    if (feed === undefined) return response.writeHead(404).end();
    const etag = etagOf(Number(feed));
    if (headers['if-none-match'] === etag) return response.writeHead(304, {etag}).end();
    return response.writeHead(200, {etag, 'content-type': 'application/rss+xml'}).end(textOf(Number(feed)));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => server.close(),
    renew: () => {
      generation++;
      made.clear();
      makeReady();
    },
  };
}

function rss(feed: number, count: number, from: number): string {
  const items = Array.from({length: count}, (_, index) => {
    const {title, url, author, publishedAt, html} = makeArticle(feed, from + index);
    return `<item><title>${title}</title><link>${url}</link><dc:creator>${author}</dc:creator><pubDate>${publishedAt.toUTCString()}</pubDate><description><![CDATA[${html}]]></description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Feed ${String(feed).padStart(4, '0')}</title><link>http://127.0.0.1/</link><description>Made</description>${items.join('')}</channel></rss>`;
}
