import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const FOLDER = join(import.meta.dirname, '../../source/library');

test('no statement has numbered values, which Node 22 takes for names', () => {
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.ts') && name !== 'database.ts');
  expect(files.filter(name => /[\s(,]\?[1-9]/u.test(readFileSync(join(FOLDER, name), 'utf8')))).toEqual([]);
});
