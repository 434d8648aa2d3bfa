import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {RECIPES} from '../../packaging/recipes.ts';
import {releaseNotes} from '../../packaging/release-notes.ts';
import {isThere} from '../helpers/is-there.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const {name, version, homepage, description, repository, bugs} = JSON.parse(read('package.json')) as {
  name: string;
  version: string;
  homepage: string;
  description: string;
  repository: {url: string};
  bugs: {url: string};
};

test.each(Object.entries(RECIPES))('%s names the present package and version', (file, recipe) => {
  const written = read(`packaging/${file}`);
  const [sha256 = ''] = /\b[0-9a-f]{64}\b/.exec(written) ?? [];
  expect(written).toBe(
    recipe({name, version, homepage: homepage.replace('#readme', ''), description, sha256}),
  );
});

/** A checker of a recipe, where this machine has it. */
const CHECKERS = [
  ['ruby', ['-c', 'packaging/inkwell.rb']],
  ['shellcheck', ['-s', 'bash', '-e', 'SC2034,SC2154', 'packaging/PKGBUILD']],
  ['nix-instantiate', ['--parse', 'packaging/inkwell.nix']],
] as const;

for (const [checker, words] of CHECKERS) {
  test.skipIf(!isThere(checker))(`${checker} accepts ${words.at(-1)}`, () => {
    expect(() => execFileSync(checker, words, {cwd: ROOT, stdio: 'pipe'})).not.toThrow();
  });
}

test('repository, homepage and bugs name one place, and no other file names its owner', () => {
  const place = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
  expect(homepage).toBe(`${place}#readme`);
  expect(bugs.url).toBe(`${place}/issues`);
  const owner = new URL(place).pathname.split('/')[1] ?? '';
  const naming = execFileSync('git', ['grep', '-l', `github.com/${owner}/`], {cwd: ROOT, encoding: 'utf8'});
  // The recipes are written from package.json.
  expect(
    naming
      .trim()
      .split('\n')
      .filter(file => !Object.keys(RECIPES).some(one => file === `packaging/${one}`)),
  ).toEqual(['package.json']);
});

test('the changelog has notes for the present version', () => {
  expect(releaseNotes(read('CHANGELOG.md'), version).length).toBeGreaterThan(200);
  expect(() => releaseNotes('# Changelog\n\n## 1.0.0\n\nOne.\n', '2.0.0')).toThrow('no entry for 2.0.0');
  expect(releaseNotes('# Changelog\n\n## 1.0.0 - 2026\n\nOne.\n\n## 0.9.0\n\nTwo.\n', '1.0.0')).toBe(
    'One.\n',
  );
});
