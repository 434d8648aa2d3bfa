/** @module-tag long */

import {readFile, stat, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {program} from '../helpers/program.ts';
import {aHome} from '../helpers/story.ts';
import type {Home} from '../helpers/temporary-home.ts';

/*
 * All that a command loads, counted and not timed: a test that fails here says that a command loads what it
 * does not use. No command here starts a thread. docs/performance.md says what each part costs.
 */

const DIST = join(import.meta.dirname, '../../dist');

type Budget = Readonly<{files: number; kilobytes: number; modules: number}>;

const BUDGETS: readonly (readonly [words: string, most: Budget])[] = [
  ['read POST --format text', {files: 9, kilobytes: 760, modules: 140}],
  ['list BLOG --json', {files: 8, kilobytes: 630, modules: 138}],
  ['list --json', {files: 6, kilobytes: 385, modules: 120}],
  ['search words --json', {files: 6, kilobytes: 385, modules: 120}],
  ['mark --undo', {files: 6, kilobytes: 385, modules: 120}],
  ['sources', {files: 5, kilobytes: 335, modules: 120}],
  ['add BLOG', {files: 5, kilobytes: 335, modules: 138}],
  ['config get theme', {files: 5, kilobytes: 220, modules: 110}],
  ['completion suggest -- li', {files: 5, kilobytes: 265, modules: 110}],
  ['subscriptions', {files: 6, kilobytes: 340, modules: 120}],
];

test.each(BUDGETS)('inkwell %s loads what it uses', async (line, most) => {
  const home = await aHome();
  const blog = await writeBlog(home.folder);
  const post = join(home.folder, 'post.md');
  await writeFile(post, POST);
  await program(home)(['add', blog]);
  const words = line.split(' ').map(word => ({POST: post, BLOG: blog})[word] ?? word);
  const {files, modules} = await loadsOf(words, home);
  const bytes = await Promise.all(files.map(async file => (await stat(file)).size));
  const kilobytes = Math.ceil(bytes.reduce((sum, size) => sum + size, 0) / 1000);
  const loaded = files.map(file => relative(DIST, file)).join(' ');
  expect(modules.filter(name => name === 'worker_threads')).toEqual([]);
  expect({files: files.length, kilobytes, modules: modules.length, loaded}).toEqual({
    files: atMost(most.files),
    kilobytes: atMost(most.kilobytes),
    modules: atMost(most.modules),
    loaded,
  });
});

function atMost(limit: number): unknown {
  return expect.toSatisfy((count: number) => count <= limit, `at most ${limit}`);
}

const POST = '---\ntitle: A post\ndate: 2026-01-01\n---\n\nSome *words* about [a link](https://a.example).\n';

async function loadsOf(
  words: readonly string[],
  home: Home,
): Promise<{files: readonly string[]; modules: readonly string[]}> {
  const noted = join(home.folder, 'loads.json');
  const hook = join(import.meta.dirname, 'programs/note-loads.cjs');
  const environment = {NODE_OPTIONS: `--require=${hook}`, NOTED_LOADS: noted, INKWELL_OFFLINE: '1'};
  await program(home)(words, {environment});
  const {files, modules} = JSON.parse(await readFile(noted, 'utf8')) as Record<'files' | 'modules', string[]>;
  return {
    files: files.filter(url => url.startsWith('file:')).map(url => fileURLToPath(url)),
    modules: modules.flatMap(name => /^NativeModule (.*)/.exec(name)?.[1] ?? []),
  };
}
