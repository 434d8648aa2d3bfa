import {beforeEach, expect, onTestFinished, test} from 'vitest';
import {checked} from '../helpers/checked.ts';
import {commands} from '../helpers/commands.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import {webServer} from '../helpers/web-server.ts';
import type {WebServer} from '../helpers/web-server.ts';

/* Two publications of two hosts; the second claims the title and the home page of the first. */

let real: WebServer;
let evil: WebServer;
let run: ReturnType<typeof commands>;

beforeEach(async () => {
  const home = await temporaryHome();
  [real, evil] = await Promise.all([webServer(), webServer()]);
  onTestFinished(async () => void (await Promise.all([home.remove(), real.close(), evil.close()])));
  run = commands(home);
  for (const [server, path] of [
    [real, '/feed.json'],
    [evil, '/claims.json'],
  ] as const)
    server.serve(path, {
      headers: {'content-type': 'application/feed+json'},
      body: JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Real Letters',
        home_page_url: `${real.origin}/`,
        items: [{id: '1', title: 'One', content_text: 'Words.'}],
      }),
    });
  await run(['add', `${evil.origin}/claims.json`]);
  await run(['add', `${real.origin}/feed.json`]);
});

const locations = async (): Promise<readonly string[]> =>
  checked('sources', await run(['sources', '--json'])).sources.map(({location}) => location);

test('a home page that a feed of another host claims does not find it', async () => {
  expect(await run(['remove', `${real.origin}/`])).toMatchObject({code: 0});
  expect(await locations()).toEqual([`${evil.origin}/claims.json`]);
  expect(await run(['remove', `${real.origin}/`])).toMatchObject({code: 4});
});

test('a home page that two have finds neither', async () => {
  real.serve('/other.json', {
    headers: {'content-type': 'application/feed+json'},
    body: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Other',
      home_page_url: `${real.origin}/`,
      items: [],
    }),
  });
  await run(['add', `${real.origin}/other.json`]);
  const ran = await run(['remove', `${real.origin}/`]);
  expect(ran.code).not.toBe(0);
  expect(ran.stderr).toContain('2 sources are called');
});

test('a title that two have finds neither, and both are named by their addresses', async () => {
  const ran = await run(['remove', 'real letters']);
  expect(ran.code).not.toBe(0);
  expect(ran.stderr).toContain('2 sources are called real letters.');
  expect(ran.stderr).toContain(`${evil.origin}/claims.json, ${real.origin}/feed.json`);
  expect(await locations()).toHaveLength(2);
  await run(['remove', `${evil.origin}/claims.json`]);
  expect(await run(['remove', 'real letters'])).toMatchObject({code: 0});
});
