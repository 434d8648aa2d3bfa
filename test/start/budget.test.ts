import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {aHome, reader} from '../helpers/story.ts';

/*
 * What is loaded before the first frame, counted and not timed: a test that fails here says that something
 * heavy has come onto the way. docs/performance.md says what each part costs.
 */

const DIST = join(import.meta.dirname, '../../dist');
const MOST_FILES = 5;
const MOST_BYTES = 825_000;
const MOST_MODULES = 125;

const HEAVY =
  /^(?:assert|child_process|crypto|zlib|worker_threads|https?|http2|dgram|readline|stream\/consumers|internal\/(?:fs\/promises|deps\/.*))$/;

test('the files of the first frame are few and small, and need no other', async () => {
  const meta = JSON.parse(await readFile(join(DIST, 'meta.json'), 'utf8')) as {
    outputs: Record<string, {joins?: unknown}>;
  };
  const joined = Object.keys(meta.outputs).filter(
    file => meta.outputs[file]?.joins && /start-(?:run|library|reader)/.test(file),
  );
  const files = ['cli.js', ...joined.map(file => file.slice(file.indexOf('chunks/')))];
  const texts = await Promise.all(files.map(async file => readFile(join(DIST, file), 'utf8')));
  const needed = texts.flatMap(text =>
    [...text.matchAll(/(?:from|import)\s?"(?:\.\/|chunks\/)+([^"]+)"/g)].map(([, name]) => `chunks/${name}`),
  );
  expect(needed.filter(file => !files.includes(file))).toEqual([]);
  expect(files.length).toBeLessThanOrEqual(MOST_FILES);
  // The servers of accounts are for those who have one.
  expect(texts.filter(text => text.includes('ClientLogin'))).toEqual([]);
  expect(texts.reduce((sum, {length}) => sum + length, 0)).toBeLessThan(MOST_BYTES);
});

test('what sets an article brings no second highlighter, table or names of emoji', async () => {
  const meta = JSON.parse(await readFile(join(DIST, 'meta.json'), 'utf8')) as {
    outputs: Record<string, {inputs: Record<string, unknown>}>;
  };
  const inputs = Object.values(meta.outputs).flatMap(output => Object.keys(output.inputs));
  expect(inputs.some(file => file.includes('/marked-terminal/'))).toBe(true);
  expect(
    inputs.filter(file => /\/(?:highlight\.js|cli-highlight|cli-table3|node-emoji)\//.test(file)),
  ).toEqual([]);
});

test('few of Node’s own modules are loaded before the first frame, and none of the heavy ones', async () => {
  const home = await aHome();
  await reader(home, {arguments: ['add', await writeBlog(home.folder)]}).exit();
  const noted = join(home.folder, 'modules.json');
  const program = join(import.meta.dirname, 'programs/note-modules.cjs');
  const terminal = reader(home, {environment: {NODE_OPTIONS: `--require=${program}`, NOTED_MODULES: noted}});
  await terminal.until(() => terminal.output.includes('\u001B[?2004h'));
  const loaded = (JSON.parse(await readFile(noted, 'utf8')) as string[]).flatMap(
    name => /^NativeModule (.*)/.exec(name)?.[1] ?? [],
  );
  expect(loaded.filter(name => HEAVY.test(name))).toEqual([]);
  expect(loaded.length).toBeLessThan(MOST_MODULES);
});
