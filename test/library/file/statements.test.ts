import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const FOLDER = join(import.meta.dirname, '../../../source/library');

test('no statement has numbered values, which Node 22 takes for names', () => {
  const files = readdirSync(FOLDER, {recursive: true, encoding: 'utf8'}).filter(
    name => name.endsWith('.ts') && name !== 'file/database.ts',
  );
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter(name => /[\s(,]\?[1-9]/u.test(readFileSync(join(FOLDER, name), 'utf8')))).toEqual([]);
});
