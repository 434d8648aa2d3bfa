import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test('docs/platforms.md lists each file that asks for the platform, and no other', () => {
  const asking = readdirSync(join(ROOT, 'source'), {recursive: true, encoding: 'utf8'})
    .filter(file => /\.tsx?$/.test(file))
    .map(file => `source/${file.replaceAll('\\', '/')}`)
    .filter(file => /'(?:win32|darwin)'/.test(readFileSync(join(ROOT, file), 'utf8')));
  const page = readFileSync(join(ROOT, 'docs/platforms.md'), 'utf8');
  expect(Array.from(page.matchAll(/^\| `(source\/[^`]+)`/gm), ([, file = '']) => file).toSorted()).toEqual(
    asking.toSorted(),
  );
});
