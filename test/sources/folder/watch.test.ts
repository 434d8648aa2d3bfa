import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {watchEach} from '../../../source/sources/folder/watch-each.ts';
import {temporaryFolder} from '../../helpers/shelf.ts';

const UNWANTED = /^\.git$/u;

/** A folder that is watched, and the names of what has changed in it so far. */
function watched(fill: (folder: string) => void = () => {}) {
  const folder = temporaryFolder();
  fill(folder);
  const heard: (string | null)[] = [];
  const end = watchEach(folder, UNWANTED, name => heard.push(name));
  onTestFinished(end);
  /** Writes until it is heard: watching begins a little later. */
  const writes = async (...path: readonly string[]): Promise<void> => {
    const name = path.at(-1) ?? '';
    await expect
      .poll(() => {
        writeFileSync(join(folder, ...path), `${performance.now()}`);
        return heard.includes(name);
      })
      .toBe(true);
  };
  return {folder, heard, writes, end};
}

test('what is written into a folder below is heard of, also into one that is made later, or made again', async () => {
  const {folder, heard, writes} = watched(root => mkdirSync(join(root, 'a/b'), {recursive: true}));
  await writes('a', 'b', 'one.md');
  mkdirSync(join(folder, 'a/c/d'), {recursive: true});
  await writes('a', 'c', 'd', 'two.md');
  rmSync(join(folder, 'a/c'), {recursive: true});
  await expect.poll(() => heard.includes('c')).toBe(true);
  mkdirSync(join(folder, 'a/c/d'), {recursive: true});
  await writes('a', 'c', 'd', 'three.md');
  renameSync(join(folder, 'a'), join(folder, 'moved'));
  mkdirSync(join(folder, 'a/c/d'), {recursive: true});
  await writes('a', 'c', 'd', 'four.md');
});

test('what is unwanted is not looked into, and nothing is heard after the end', async () => {
  const {folder, heard, writes, end} = watched(root => mkdirSync(join(root, '.git')));
  await writes('one.md');
  writeFileSync(join(folder, '.git/index'), '1');
  await writes('two.md');
  expect(heard).not.toContain('index');
  end();
  const known = heard.length;
  writeFileSync(join(folder, 'three.md'), '3');
  await new Promise(setImmediate);
  expect(heard).toHaveLength(known);
});

test.skipIf(process.platform !== 'linux')(
  'folders are watched, not each of their files, which are too many to do in one breath',
  async () => {
    const before = watches();
    const {writes} = watched(root => {
      for (let folder = 0; folder < 5; folder++) {
        mkdirSync(join(root, `${folder}`));
        for (let file = 0; file < 20; file++) writeFileSync(join(root, `${folder}/${file}.md`), '');
      }
    });
    for (let folder = 0; folder < 5; folder++) await writes(`${folder}`, `new${folder}.md`);
    expect(watches() - before).toBe(6);
  },
);

/** What the system watches for this process. */
function watches(): number {
  return readdirSync('/proc/self/fdinfo')
    .flatMap(file => {
      const path = `/proc/self/fdinfo/${file}`;
      return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    })
    .filter(line => line.startsWith('inotify ')).length;
}
