import {chmod, mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {checked} from '../helpers/checked.ts';
import {rss, served} from '../helpers/feeds.ts';
import {program} from '../helpers/program.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import {webServer} from '../helpers/web-server.ts';

let home: Home;
let run: ReturnType<typeof program>;

beforeEach(async () => {
  home = await temporaryHome();
  run = program(home);
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
