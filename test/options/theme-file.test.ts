import {writeFile} from 'node:fs/promises';
import {join, sep} from 'node:path';
import {expect, test} from 'vitest';
import {openTheme} from '../../source/options/theme-file.ts';
import {aHome} from '../helpers/story.ts';

test('a theme that is built in goes by its name', async () => {
  expect(openTheme('dark').name).toBe('dark');
});

test("a reader's own theme comes from a file, and looks as the one that it extends where it says nothing", async () => {
  const {folder} = await aHome();
  const file = join(folder, 'mine.json');
  await writeFile(file, JSON.stringify({extends: 'dark', styles: {link: {color: '#ff8800'}}}));
  const {name, styles} = openTheme(file);
  expect(name).toBe('mine');
  expect(styles.link).toEqual({color: '#ff8800'});
  expect(styles.accent).toEqual(openTheme('dark').styles.accent);
});

test('a file that is none says what is wrong with it', async () => {
  const {folder} = await aHome();
  const file = join(folder, 'broken.json');
  await writeFile(file, '{');
  expect(() => openTheme(file)).toThrow(file);
  expect(() => openTheme('./nowhere.json')).toThrow('./nowhere.json could not be read');
});

test('what would never end is not read: a device, a pipe, a file of any size', async () => {
  const {folder} = await aHome();
  const huge = join(folder, 'huge.json');
  await writeFile(huge, `{"name": "${'x'.repeat(200_000)}"}`);
  for (const path of ['/dev/zero', '/dev/stdin', huge, folder + sep])
    expect(() => openTheme(path)).toThrow('it is no file of at most 100000 bytes');
});
