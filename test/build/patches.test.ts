import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {PATCHES, patched} from '../../build/patches.ts';

const ROOT = join(import.meta.dirname, '../..');

type Package = Readonly<{
  version: string;
  devDependencies: Readonly<Record<string, string>>;
  overrides: Readonly<Record<string, string>>;
}>;

async function packageIn(folder: string): Promise<Package> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Package;
}

test.each([...new Map(PATCHES.map(({of}) => [of[0], of[1]]))])(
  '%s is pinned to the version that its patches were written for, %s',
  async (name, version) => {
    const {devDependencies, overrides} = await packageIn(ROOT);
    expect(devDependencies[name] ?? overrides[name]).toBe(version);
    expect((await packageIn(join(ROOT, 'node_modules', name))).version).toBe(version);
  },
);

test('each patch is made, and none fits a package that has changed', async () => {
  const meta = JSON.parse(await readFile(join(ROOT, 'dist/meta.json'), 'utf8')) as {
    outputs: Record<string, {inputs: Record<string, unknown>}>;
  };
  const inputs = Object.values(meta.outputs).flatMap(({inputs: files}) => Object.keys(files));
  for (const {file, of, change} of PATCHES) {
    const path = inputs.find(one => file.test(one) && one.split('node_modules').length === 2);
    if (path === undefined) throw new Error(`${of[0]}: ${String(file)} is not in the bundle`);
    const source = await readFile(join(ROOT, path), 'utf8');
    expect(patched(source, path)).not.toBe(source);
    if (!file.source.includes('index\\.js') || of[0] !== 'yoga-layout')
      expect(() => change('export default 1;', path)).toThrow('has changed');
  }
});

test('the tests of the screens run what users run', async () => {
  const {default: config} = await import('../../vitest.config.ts');
  const projects = (
    config as {test: {projects: readonly {test: {include: readonly string[]}; plugins?: unknown}[]}}
  ).test.projects;
  expect(projects.find(({plugins}) => plugins)?.test.include).toEqual(['test/ui/**/*.test.{ts,tsx}']);
});
