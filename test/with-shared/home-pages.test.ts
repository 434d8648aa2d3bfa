import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {createHttp} from '../../source/http/http.ts';
import {createSources} from '../../source/sources/sources.ts';
import {aServer} from '../helpers/story.ts';
import {DATA, isThere} from './data.ts';

const PAGES = join(DATA, '10-html-articles');
const ADVERTISED = /<link[^>]*application\/(?:rss|atom)\+xml[^>]*>/i;

const sites = isThere
  ? readdirSync(PAGES, {withFileTypes: true})
      .filter(entry => entry.isDirectory())
      .map(({name}) => ({name, html: readFileSync(join(PAGES, name, 'source.html'), 'utf8')}))
      .filter(({html}) => ADVERTISED.test(html))
  : [];

describe.skipIf(!isThere)('the page of a real site leads to its feed', () => {
  test('on ten sites at the least', () => {
    expect(sites.length).toBeGreaterThanOrEqual(10);
  });

  test.each(sites)('$name', async ({html}) => {
    const server = await aServer();
    const advertised = new Set<string>();
    // Every feed that the page names is moved to this machine, whatever host it was on.
    const page = html.replaceAll(new RegExp(ADVERTISED, 'gi'), link =>
      link.replace(/href=(["'])(.*?)\1/i, (_, quote: string, href: string) => {
        const path = new URL(href.replaceAll('&amp;', '&'), 'http://somewhere.example/').pathname;
        advertised.add(path);
        return `href=${quote}${server.origin}${path}${quote}`;
      }),
    );
    server.serve('/', {body: page, headers: {'content-type': 'text/html; charset=utf-8'}});
    for (const path of advertised)
      server.serve(path, {body: feed(path), headers: {'content-type': 'application/rss+xml'}});
    const http = createHttp();
    const location = `${server.origin}/`;
    const fetched = await createSources({http}).open(
      {location, settings: {}, validators: {}},
      new AbortController().signal,
    );
    await http.close();
    if (fetched.kind !== 'loaded') throw new Error('Nothing was loaded');
    expect(advertised).toContain(new URL(fetched.feedUrl ?? location).pathname);
    expect(fetched.articles.map(({article}) => article.title)).toEqual(['What was found']);
  });
});

function feed(path: string): string {
  return `<rss version="2.0"><channel><title>The feed at ${path}</title><item><title>What was found</title><guid>1</guid></item></channel></rss>`;
}
