import {chmod, chown, lchown, mkdir, readdir, rename, symlink} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {program} from '../helpers/program.ts';
import {aHome} from '../helpers/story.ts';

test.skipIf(process.platform === 'win32')(
  'code is neither stored in a cache folder that others can write to, nor run from there',
  async () => {
    const home = await aHome();
    const folder = join(home.folder, 'cache/inkwell/code');
    await mkdir(folder, {recursive: true});
    const stored = async (): Promise<readonly string[]> => {
      expect(await program(home)(['sources'])).toMatchObject({code: 0});
      return readdir(folder);
    };
    for (const mode of [0o777, 0o1777]) {
      await chmod(folder, mode);
      expect(await stored()).toEqual([]);
    }
    await chmod(folder, 0o700);
    await chmod(join(folder, '..'), 0o777);
    expect(await stored()).toEqual([]);
    await chmod(join(folder, '..'), 0o755);
    if (process.getuid?.() === 0) {
      await chown(folder, 12_345, 12_345);
      expect(await stored()).toEqual([]);
      await chown(folder, 0, 0);
    }
    const [kept = ''] = await stored();
    expect(kept).not.toBe('');
    if (process.getuid?.() !== 0) return;
    // Somebody else's, from a time when the folder was open to all.
    await chown(join(folder, kept), 12_345, 12_345);
    const before = await readdir(join(folder, kept));
    expect(await program(home)(['schema', 'list'])).toMatchObject({code: 0});
    expect(await readdir(join(folder, kept))).toEqual(before);
    await chown(join(folder, kept), 0, 0);
    // A link that somebody else laid, though what it leads to is one's own.
    const own = join(folder, '..');
    await rename(own, join(home.folder, 'aside'));
    await symlink(join(home.folder, 'aside'), own);
    await lchown(own, 12_345, 12_345);
    expect(await program(home)(['schema', 'list'])).toMatchObject({code: 0});
    expect(await readdir(join(folder, kept))).toEqual(before);
  },
);
