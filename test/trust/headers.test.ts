import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {commands} from '../helpers/commands.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import {webServer} from '../helpers/web-server.ts';

/*
 * Headers and passwords of a source, which may be keys: whatever the source names or where it sends us, no
 * other origin gets them.
 */

const rss = (link: string, head = '') =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Pier</title><link>${link}</link>${head}<item><title>One</title><link>${link}/one</link><guid>${link}</guid></item></channel></rss>`;
const posts = JSON.stringify([
  {id: 1, date_gmt: '2026-01-01T00:00:00', link: '', title: {rendered: 'One'}, content: {rendered: 'x'}},
]);

test('no origin but its own gets the headers and the password of a source', async () => {
  const [own, other] = [await webServer(), await webServer()];
  const home = await temporaryHome();
  onTestFinished(async () => {
    await Promise.all([own.close(), other.close(), home.remove()]);
  });
  const there = other.origin;
  const jsonFeed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    next_url: `${there}/2.json`,
    items: [{id: '1', content_text: 'x'}],
  };
  const page = `<html><head><link rel="alternate" type="application/rss+xml" href="${there}/feed.xml"><link rel="https://api.w.org/" href="${there}/wp-json/"></head><body>x</body></html>`;
  own.serve('/next.xml', {body: rss(own.origin, `<atom:link rel="next" href="${there}/2.xml"/>`)});
  own.serve('/next.json', {
    headers: {'content-type': 'application/feed+json'},
    body: JSON.stringify(jsonFeed),
  });
  own.serve('/moved.xml', {status: 301, headers: {location: `${there}/feed.xml`}});
  own.serve('/api.xml', {status: 301, headers: {location: `${there}/wp-json/wp/v2/posts`}});
  own.serve('/page', {headers: {'content-type': 'text/html'}, body: page});
  own.serve('/card.xml', {
    body: rss(own.origin, `<atom:link rel="newsletter" type="application/json" href="${there}/card.json"/>`),
  });
  for (const path of ['/feed.xml', '/2.xml']) other.serve(path, {body: rss(there)});
  other.serve('/wp-json/wp/v2/posts', {headers: {'content-type': 'application/json'}, body: posts});
  const paths = ['next.xml', 'next.json', 'moved.xml', 'api.xml', 'page', 'card.xml'];
  const withPassword = own.origin.replace('://', '://ada:opensesame@');
  await mkdir(join(home.folder, 'config/inkwell'), {recursive: true});
  await writeFile(
    join(home.folder, 'config/inkwell/config.json'),
    JSON.stringify({
      sources: paths.flatMap(path => [
        {location: `${own.origin}/${path}`, headers: {'x-key': 'opensesame'}},
        {location: `${withPassword}/${path}?second`, headers: {'x-key': 'opensesame'}},
      ]),
    }),
  );
  const run = commands(home);
  for (const words of ['refresh --force --pages 3', 'refresh --force --pages 3', 'list --json --bodies'])
    await run(words.split(' '));
  expect(own.requests.filter(({headers}) => headers['x-key'] === 'opensesame').length).toBeGreaterThan(6);
  expect(other.requests.map(({path}) => path)).toEqual(
    expect.arrayContaining(['/2.xml', '/2.json', '/feed.xml', '/wp-json/wp/v2/posts']),
  );
  for (const {path, headers} of other.requests)
    expect({path, key: headers['x-key'], authorization: headers.authorization}).toEqual({path});
});
