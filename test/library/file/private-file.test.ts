import {chmodSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {temporaryFolder} from '../../helpers/shelf.ts';

test.skipIf(process.platform === 'win32')('the library is its reader’s alone, and is made so again', () => {
  const folder = join(temporaryFolder(), 'inkwell');
  const file = join(folder, 'library.db');
  openLibrary(file, {now: Date.now}).close();
  expect([mode(folder), mode(file)]).toEqual([0o700, 0o600]);
  chmodSync(file, 0o644);
  openLibrary(file, {now: Date.now}).close();
  expect(mode(file)).toBe(0o600);
});

function mode(path: string): number {
  return statSync(path).mode & 0o777;
}
