import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {monitorEventLoopDelay} from 'node:perf_hooks';
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

test('watching tens of thousands of files holds nobody up', async () => {
  const delay = monitorEventLoopDelay({resolution: 5});
  const {writes} = watched(root => {
    for (let folder = 0; folder < 200; folder++) {
      mkdirSync(join(root, `${folder}`));
      for (let file = 0; file < 100; file++) writeFileSync(join(root, `${folder}/${file}.md`), '');
    }
    delay.enable();
  });
  await writes('7', 'new.md');
  await writes('199', 'new.md');
  delay.disable();
  // Watching each file took half a second of one breath.
  expect(delay.max / 1e6).toBeLessThan(250);
});
