import {readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {saveFile} from '../../source/platform/save-file.ts';
import {temporaryFolder} from '../helpers/shelf.ts';

test('a file that is there stays as it is, also behind a link', async () => {
  const folder = temporaryFolder();
  const [mine, link] = [join(folder, 'mine.md'), join(folder, 'link.md')];
  writeFileSync(mine, 'mine');
  symlinkSync(mine, link);
  for (const path of [mine, link])
    await expect(saveFile(path, 'theirs')).rejects.toMatchObject({problem: {kind: 'refused'}});
  expect(readFileSync(mine, 'utf8')).toBe('mine');
});

test('what is saved holds no escape sequence', async () => {
  const path = await saveFile(join(temporaryFolder(), 'new.md'), 'a\u001B[2Jb\n');
  expect(readFileSync(path, 'utf8')).toBe('ab\n');
});
