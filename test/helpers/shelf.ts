import {copyFileSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {onTestFinished} from 'vitest';
import type {Library} from '../../source/ports/library.ts';
import type {Problem} from '../../source/domain/problem.ts';
import {openLibrary} from '../../source/library/file/open-library.ts';
import {NOW} from './drafts.ts';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inkwell-library-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true, maxRetries: 3}));
  return folder;
}

export type Opened = {library: Library; notices: Problem[]; clock: {now: number}};

/** Opens a library, in memory unless a file is named, with a clock that can be set. */
export function open(path = ':memory:', clock = {now: NOW}): Opened {
  const notices: Problem[] = [];
  const library: Library = openLibrary(path, {
    now: () => clock.now,
    onNotice: problem => notices.push(problem),
  });
  onTestFinished(() => library.close());
  return {library, notices, clock};
}

/** How many stars the file itself has, as if its journal were not there. */
export function starsInFile(path: string): number {
  const copy = `${path}.alone`;
  copyFileSync(path, copy);
  const alone = new DatabaseSync(copy);
  try {
    return Number(alone.prepare('SELECT count(*) n FROM entry WHERE is_starred').get()?.['n'] ?? 0);
  } catch {
    // Not even the tables are in it yet.
    return 0;
  } finally {
    alone.close();
  }
}
