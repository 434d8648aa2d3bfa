import {chmod, chown, mkdir, readdir} from 'node:fs/promises';
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
    await chmod(folder, 0o777);
    expect(await stored()).toEqual([]);
    await chmod(folder, 0o700);
    await chmod(join(folder, '..'), 0o777);
    expect(await stored()).toEqual([]);
    await chmod(join(folder, '..'), 0o755);
    if (process.getuid?.() === 0) {
      await chown(folder, 12_345, 12_345);
      expect(await stored()).toEqual([]);
      await chown(folder, 0, 0);
    }
    expect(await stored()).not.toEqual([]);
  },
);
