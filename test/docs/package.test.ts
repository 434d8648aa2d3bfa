import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {publint} from 'publint';
import {expect, test} from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Licences that allow what we do with the code: bundle it, and pass their texts on. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'MIT-0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'CC0-1.0',
  '(MIT OR EUPL-1.1+)',
  'BlueOak-1.0.0',
  'Python-2.0',
]);

test('everything in the bundle has a licence that allows it', () => {
  const list = readFileSync(join(ROOT, 'dist/licences.txt'), 'utf8').split('\n\n\n', 1)[0] ?? '';
  const packages = [...list.matchAll(/^(\S+) \S+: (.+)$/gm)].map(([, name, licence = '']) => ({
    name,
    licence,
  }));
  expect(packages.length).toBeGreaterThan(50);
  expect(packages.filter(({licence}) => !ALLOWED.has(licence))).toEqual([]);
});

test('the package has what is needed and nothing more, runs nothing when it is installed, and is small', () => {
  const [pack] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {cwd: ROOT, encoding: 'utf8'}),
  ) as [{files: {path: string}[]; size: number; unpackedSize: number}];
  const paths = pack.files.map(({path}) => path);
  for (const needed of [
    'dist/cli.js',
    'dist/index.js',
    'dist/index.d.ts',
    'dist/licences.txt',
    'docs/inkwell.1',
    'journal/publication.yml',
    'LICENSE',
    'README.md',
  ])
    expect(paths).toContain(needed);
  expect(
    paths.filter(
      path =>
        !/^(?:dist|journal)\/|^docs\/inkwell\.1$|^(?:LICENSE|README\.md|package\.json|CHANGELOG\.md)$/.test(
          path,
        ),
    ),
  ).toEqual([]);
  expect(pack.size).toBeLessThan(2_000_000);
  expect(pack.unpackedSize).toBeLessThan(6_300_000);
  const {dependencies, scripts} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies?: object;
    scripts: Record<string, string>;
  };
  expect(dependencies).toBeUndefined();
  expect(Object.keys(scripts).filter(name => name.endsWith('install'))).toEqual([]);
});

test('what package.json says of entries, types and files is true', async () => {
  const {messages} = await publint({pkgDir: ROOT, pack: false});
  expect(messages).toEqual([]);
});
