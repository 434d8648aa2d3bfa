import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {rss, served} from '../helpers/feeds.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import type {WebServer} from '../helpers/web-server.ts';
import {webServer} from '../helpers/web-server.ts';

const ENTRY = join(import.meta.dirname, '../../dist/cli.js');
const PAGE = `<!doctype html><title>A post</title><article><h1>A post</h1>${'<p>Words of a post that somebody wrote with care.</p>'.repeat(20)}</article>`;

/** Every block of shell in the recipes, by the words above it. */
const RECIPES = [
  ...readFileSync(join(import.meta.dirname, '../../docs/recipes.md'), 'utf8').matchAll(
    /\*\*(.+?)\*\*[^`]*```sh\n([^]+?)```/g,
  ),
].map(([, name = '', script = '']) => ({name, script}));

let home: Home;
let web: WebServer;

beforeAll(async () => {
  home = await temporaryHome();
  web = await webServer();
  const yesterday = new Date(Date.now() - 3600_000).toISOString();
  web.serve(
    '/feed.xml',
    served(
      rss('The Well', [
        {title: 'New', day: yesterday},
        {title: 'Old', day: '2020-01-01'},
      ]),
    ),
  );
  web.serve('/other.xml', served(rss('The Pond', [{title: 'Ripples', day: yesterday}])));
  web.serve('/post.html', {headers: {'content-type': 'text/html'}, body: PAGE});
  await put('inkwell', `exec "${process.execPath}" "${ENTRY}" "$@"`);
  // Who chooses, and who turns pages, is not there in a test.
  await put('fzf', 'head -1');
  await put('less', 'cat');
  await run('inkwell add https://example.com/feed.xml');
});

afterAll(async () => {
  await Promise.all([home.remove(), web.close()]);
});

test('there are at least ten', () => {
  expect(RECIPES.length).toBeGreaterThanOrEqual(10);
});

test.each(RECIPES)('$name', async ({script}) => {
  const {stdout, stderr} = await run(script);
  expect(stdout + stderr).not.toContain('inkwell: ');
});

test('the table of the list has what the list screen has', async () => {
  const {stdout} = await run(RECIPES.find(({name}) => name.startsWith('The list'))?.script ?? '');
  expect(stdout).toMatch(/●\s+New\s+The Well\s+Mara Lindqvist\s+\d{4}-\d\d-\d\d\s+1 min/);
});

async function put(name: string, script: string): Promise<void> {
  await writeFile(join(home.folder, name), `#!/bin/sh\n${script}\n`, {mode: 0o755});
}

async function run(script: string): Promise<{stdout: string; stderr: string}> {
  const here = script.replaceAll('https://example.com', web.origin);
  return await promisify(execFile)('bash', ['-e', '-o', 'pipefail', '-c', here], {
    cwd: home.folder,
    env: {...home.environment, PATH: `${home.folder}:${process.env['PATH']}`, LANG: 'C.UTF-8', TZ: 'UTC'},
  });
}
