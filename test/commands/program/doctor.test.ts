import {chmod, mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {writeBlog} from '../../helpers/blog.ts';
import {checked} from '../../helpers/checked.ts';
import {rss, served} from '../../helpers/feeds.ts';
import {commands} from '../../helpers/commands.ts';
import type {Home} from '../../helpers/temporary-home.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';
import {webServer} from '../../helpers/web-server.ts';

let home: Home;
let run: ReturnType<typeof commands>;

beforeEach(async () => {
  home = await temporaryHome();
  run = commands(home);
});

afterEach(() => home.remove());

test('a sound installation is well', async () => {
  const blog = await writeBlog(home.folder, {articles: 2});
  await run(['add', blog]);
  const ran = await run(['doctor', '--json']);
  const {findings, isWell} = checked('doctor', ran);
  expect(isWell).toBe(true);
  expect(ran.code).toBe(0);
  expect(findings.filter(({state}) => state === 'warning' || state === 'error')).toEqual([]);
  expect(findings.find(({area}) => area === 'Library')?.message).toContain('2 articles of 1 source');
});

test('what is wrong is named, with what to do, and exits 1', async () => {
  const config = join(home.folder, 'config/inkwell');
  await mkdir(config, {recursive: true});
  await writeFile(join(config, 'config.json'), '{"measure": 7}');
  await chmod(config, 0o755);
  const ran = await run(['doctor', '--json']);
  const {findings, isWell} = checked('doctor', ran);
  expect({isWell, code: ran.code}).toEqual({isWell: false, code: 1});
  expect(findings.find(({name}) => name === 'preferences')).toMatchObject({
    state: 'error',
    advice: expect.any(String) as string,
  });
  expect(findings.find(({name}) => name === 'config folder')).toMatchObject({
    state: 'warning',
    advice: `chmod 700 ${config}`,
  });
  expect((await run(['doctor'])).stdout).toContain(`chmod 700 ${config}`);
});

test('a proxy’s password is not shown', async () => {
  const {stdout} = await run(['doctor'], {
    environment: {HTTPS_PROXY: 'http://ada:secret@proxy.example:8080'},
  });
  expect(stdout).toContain('http://proxy.example:8080');
  expect(stdout).not.toContain('secret');
});

test('a publisher hears what is found and what is missing', async () => {
  const web = await webServer();
  web.serve('/feed.xml', served(rss('The Well', [{title: 'One', day: '2026-11-01'}])));
  const {findings} = checked('doctor', await run(['doctor', '--json', `${web.origin}/feed.xml`]));
  await web.close();
  const state = (name: string) => findings.find(finding => finding.name === name)?.state;
  expect({
    caching: state('caching'),
    title: state('title'),
    date: state('date'),
    author: state('author'),
  }).toEqual({caching: 'good', title: 'good', date: 'good', author: 'good'});
  expect(findings.find(({name}) => name === 'author’s role')).toMatchObject({
    state: 'warning',
    message: 'on none',
  });
  expect(findings.find(({name}) => name === 'sign-up')).toMatchObject({
    state: 'warning',
    message: 'none found',
  });
  expect((await run(['doctor', `${web.origin}/feed.xml`])).code).toBe(1);
});

test('a publisher who says everything is told that all of it is seen', async () => {
  const web = await webServer();
  web.serve('/feed.json', served(wholeFeed(web.origin)));
  const {findings, isWell} = checked('doctor', await run(['doctor', '--json', `${web.origin}/feed.json`]));
  await web.close();
  expect(isWell).toBe(true);
  expect(findings.filter(({state}) => state !== 'good')).toEqual([]);
  const names = findings.map(({name}) => name);
  expect(names).toEqual(expect.arrayContaining([...LOOKED_AT]));
  expect(findings.find(({name}) => name === 'read time')).toMatchObject({message: '6 to 9 min'});
  expect(findings.find(({name}) => name === 'sign-up')?.message).toMatch(
    /^Advertised\. Goes to 127\.0\.0\.1/,
  );
});

test('a sign-up that only the home page shows is found there, and what is missing has an advice', async () => {
  const web = await webServer();
  const words = {promises: ['No spam'], heading: 'Letters'};
  web.serve(
    '/feed.json',
    served(
      JSON.stringify({
        version: VERSION,
        title: 'Bare',
        home_page_url: `${web.origin}/`,
        _inkwell: {newsletter: words},
        items: [{id: '1', url: `${web.origin}/1`, title: 'One', summary: 'A teaser.'}],
      }),
    ),
  );
  web.serve('/', {
    headers: {'content-type': 'text/html'},
    body: '<form action="/join" method="post"><h3>Newsletter</h3><input type="email" name="email"></form>',
  });
  const {findings} = checked('doctor', await run(['doctor', '--json', `${web.origin}/feed.json`]));
  await web.close();
  expect(findings.find(({name}) => name === 'sign-up')).toMatchObject({
    state: 'good',
    message: expect.stringMatching(
      /^Found at http:\/\/127\.0\.0\.1:\d+\/ on \d+ \w+ \d{4}\. Goes to/,
    ) as string,
  });
  const lacking = findings.filter(({state}) => state === 'warning' || state === 'error');
  expect(lacking.map(({name}) => name)).toEqual(
    expect.arrayContaining(['author', 'author’s role', 'read time', 'category', 'related']),
  );
  expect(lacking.filter(({advice}) => advice === undefined)).toEqual([]);
});

const LOOKED_AT = [
  'opened',
  'author',
  'author’s role',
  'read time',
  'category',
  'related',
  'sign-up',
] as const;
const VERSION = 'https://jsonfeed.org/version/1.1';

function wholeFeed(origin: string): string {
  const item = (id: string, other: string, minutes: number) => ({
    id,
    url: `${origin}/${id}`,
    title: id,
    summary: 'One sentence about it.',
    content_html: `<p>${'Words that say something. '.repeat(60)}</p>`,
    date_published: '2026-11-01T08:00:00Z',
    authors: [{name: 'Ida Okafor', _inkwell: {role: 'Keeper', bio: 'Ida keeps the lamp.'}}],
    _inkwell: {category: 'Keeping', minutes, related: [other]},
  });
  return JSON.stringify({
    version: VERSION,
    title: 'Whole',
    home_page_url: `${origin}/`,
    language: 'en',
    _inkwell: {
      tagline: 'Says it all',
      newsletter: {heading: 'Letters', url: `${origin}/join`, method: 'json'},
    },
    items: [item('lamp', 'oil', 6), item('oil', 'lamp', 9)],
  });
}
