import {execFileSync} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {PAGES} from '../../docs/generate.ts';
import {isThere} from '../helpers/is-there.ts';

const folder = join(import.meta.dirname, '../../docs');

test.each(Object.entries(PAGES))(
  'docs/%s is what the tables say; node docs/generate.ts writes it',
  async (name, page) => {
    expect(await readFile(join(folder, name), 'utf8')).toBe(page());
  },
);

test.runIf(isThere('mandoc'))('the man page is without fault', () => {
  expect(execFileSync('mandoc', ['-Tlint', join(folder, 'inkwell.1')], {encoding: 'utf8'})).toBe('');
});
