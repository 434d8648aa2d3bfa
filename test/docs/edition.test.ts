import {execFile} from 'node:child_process';
import {cp, mkdir, readFile, readdir, symlink} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Home} from '../helpers/temporary-home.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';

const ROOT = join(import.meta.dirname, '../..');

let home: Home;
let run: (...words: string[]) => Promise<{stdout: string; stderr: string}>;

/** Laid out as npm does it: the edition beside Inkwell as it is published. */
beforeAll(async () => {
  home = await temporaryHome();
  const modules = join(home.folder, 'node_modules');
  await mkdir(join(modules, 'inkwell-reader'), {recursive: true});
  await cp(join(ROOT, 'docs/edition'), join(modules, 'acme-blog'), {recursive: true});
  for (const name of ['dist', 'journal', 'package.json'])
    await symlink(join(ROOT, name), join(modules, 'inkwell-reader', name));
  run = (...words) =>
    promisify(execFile)(process.execPath, [join(modules, 'acme-blog/acme-blog.js'), ...words], {
      env: {...home.environment, PATH: process.env['PATH'] ?? '', TZ: 'UTC', LANG: 'C.UTF-8'},
      cwd: home.folder,
    });
});

afterAll(() => home.remove());

test('opens the publication under the publisher’s name', async () => {
  const {stderr, stdout} = await run();
  expect(stdout).toMatch(
    /^Acme Engineering\nNotes from the workshop\n\n {2}Anvils at scale\n {2}Mara Lindqvist · 1 Nov 2026/,
  );
  expect(stderr).toBe('');
});

test('has the publisher’s newsletter', async () => {
  const {publications} = JSON.parse((await run('list', '--json')).stdout) as {publications: object[]};
  expect(publications).toMatchObject([
    {title: 'Acme Engineering', newsletter: {heading: 'Letters from Acme', host: 'letters.acme.example'}},
  ]);
});

test('uses the publisher’s theme until the reader has chosen one', async () => {
  expect((await run('config', 'get', 'theme')).stdout).toBe('dark\n');
  await run('config', 'set', 'theme', 'light');
  expect((await run('config', 'get', 'theme')).stdout).toBe('light\n');
});

test('follows nothing in the reader’s name', async () => {
  expect((await run('sources')).stdout).toBe('');
});

test('is ten lines, and the page shows them', async () => {
  const program = await readFile(join(ROOT, 'docs/edition/acme-blog.js'), 'utf8');
  expect(program.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  expect(await readFile(join(ROOT, 'docs/edition.md'), 'utf8')).toContain(program);
  expect(await readdir(join(ROOT, 'dist'))).toContain('index.d.ts');
});
