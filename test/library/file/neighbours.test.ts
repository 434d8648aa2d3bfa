import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {expect, test} from 'vitest';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {bundled, start} from '../../helpers/child.ts';
import {open, temporaryFolder} from '../../helpers/shelf.ts';

type Did = {role: string; round: number; marked: string[]; notices: string[]};

/** Of each process; INKWELL_ROUNDS=500 for the long version. */
const ROUNDS = Number(process.env['INKWELL_ROUNDS'] ?? 8);

test('two readers and three refreshes at once meet no error and lose no act', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'library.db');
  const program = bundled(join(import.meta.dirname, '../programs/neighbour.ts'), folder);
  openLibrary(path, {now: Date.now}).close();
  const children = ['reader 1', 'reader 2', 'refresher 3', 'refresher 4', 'refresher 5'].map(words =>
    start(program, path, ...words.split(' ')),
  );
  const isDone = (): boolean =>
    children.every(({lines}) => lines.length >= ROUNDS) &&
    children.some(({lines}) => Number(lines.at(-1)) > 5);
  // Tells how far each has come, should one of them come no further.
  const state = (): unknown =>
    isDone()
      ? 'done'
      : children.map(({lines, process: {exitCode}}) => [lines.length, lines.at(-1), exitCode]);
  await expect.poll(state).toBe('done');
  writeFileSync(`${path}.stop`, '');
  expect(await Promise.all(children.map(({ended}) => ended))).toEqual([0, 0, 0, 0, 0]);

  const did = children.map(({lines}) => JSON.parse(lines.at(-1) ?? '') as Did);
  expect(did.flatMap(({notices}) => notices)).toEqual([]);
  expect(did.every(({round}) => round > 1)).toBe(true);
  const {library} = open(path);
  const read = new Set(library.window({query: 'is:read'}, 0, 10_000).rows.map(({id}) => id));
  const marked = did.flatMap(one => one.marked);
  expect(marked.length).toBeGreaterThan(5);
  expect(marked.filter(id => !read.has(id))).toEqual([]);
  expect(read.size).toBe(marked.length);
  library.close();
  const file = new DatabaseSync(path);
  expect(file.prepare('PRAGMA integrity_check').get()).toEqual({integrity_check: 'ok'});
  file.close();
});
