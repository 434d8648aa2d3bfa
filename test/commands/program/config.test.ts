import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {SETTINGS} from '../../../source/options/table.ts';
import {checked} from '../../helpers/checked.ts';
import {commands} from '../../helpers/commands.ts';
import type {Home} from '../../helpers/temporary-home.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';

let home: Home;
let run: ReturnType<typeof commands>;

beforeEach(async () => {
  home = await temporaryHome();
  run = commands(home);
});

afterEach(() => home.remove());

test('a setting is set, got, and unset', async () => {
  expect(await run(['config', 'set', 'measure', '66'])).toMatchObject({code: 0, stdout: '', stderr: ''});
  expect((await run(['config', 'get', 'measure'])).stdout).toBe('66\n');
  expect((await run(['config', 'get', 'measure', '--measure', '50'])).stdout).toBe('50\n');
  await run(['config', 'unset', 'measure']);
  expect((await run(['config', 'get', 'measure'])).stdout).toBe('70\n');
});

test('the list has every setting that can be kept, with its value and where that comes from', async () => {
  await run(['config', 'set', 'refresh.ahead', '3']);
  const {settings} = checked(
    'config',
    await run(['config', '--json'], {environment: {INKWELL_ORDER: 'oldest'}}),
  );
  const kept = SETTINGS.filter(setting => !('isForOneRun' in setting)).map(({key}) => key);
  expect(settings.map(({key}) => key)).toEqual(kept);
  expect(settings.find(({key}) => key === 'refresh.ahead')).toMatchObject({value: 3, origin: 'preferences'});
  expect(settings.find(({key}) => key === 'order')).toMatchObject({value: 'oldest', origin: 'environment'});
});

test('--config-dir stands for another folder', async () => {
  const folder = join(home.folder, 'elsewhere');
  await run(['--config-dir', folder, 'config', 'set', 'theme', 'dark']);
  expect((await run(['config', 'path', '--config-dir', folder])).stdout).toBe(
    `${join(folder, 'config.json')}\n`,
  );
  expect((await run(['config', 'get', 'theme', '--config-dir', folder])).stdout).toBe('dark\n');
  expect((await run(['config', 'get', 'theme'])).stdout).toBe('terminal\n');
});

test('a broken file is named on every run, and never lost', async () => {
  const folder = join(home.folder, 'config/inkwell');
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'config.json'), '{\n "theme": dark\n}');
  const {code, stderr, stdout} = await run(['config', 'get', 'theme']);
  expect({code, stdout}).toEqual({code: 0, stdout: 'terminal\n'});
  expect(stderr).toMatch(/config\.json are no JSON: line 2: /);
  expect((await run(['config', 'set', 'theme', 'light'])).stderr).toContain('is kept as');
  expect(await readdir(folder)).toHaveLength(2);
  expect(await run(['config', 'get', 'theme'])).toMatchObject({stdout: 'light\n', stderr: ''});
});
