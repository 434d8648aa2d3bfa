import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test('every file that ARCHITECTURE.md names exists', () => {
  const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const named = Array.from(text.matchAll(/`([\w-]+(?:\/[\w.-]+)+\.tsx?)`/g), ([, file = '']) => file);
  expect(named.length).toBeGreaterThan(30);
  const missing = named.filter(
    file => !/NAME/.test(file) && !existsSync(join(ROOT, file)) && !existsSync(join(ROOT, 'source', file)),
  );
  expect(missing).toEqual([]);
});
