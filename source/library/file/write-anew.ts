import {closeSync, existsSync, linkSync, mkdirSync, openSync, renameSync, rmSync} from 'node:fs';
import {dirname} from 'node:path';
import type {Database} from './database.ts';
import {settle} from './sqlite.ts';

/**
 * Gives an open library whose file was deleted a file again, with all that is in it. Where another process has done so
 * meanwhile, its file stays.
 */
export function writeAnew(database: Database, path: string): void {
  mkdirSync(dirname(path), {recursive: true, mode: 0o700});
  const made = `${path}.anew-${process.pid}`;
  copyInto(database, made);
  // A journal that was left behind belongs to the deleted file; to SQLite it would be that of the new one.
  removeJournal(path);
  putInPlace(made, path);
}

/** Gives a finished file the library's name, unless another process was first: then its file stays. */
export function putInPlace(made: string, path: string): void {
  try {
    linkSync(made, path);
  } catch (error) {
    // A file system without links.
    if (!existsSync(path)) renameSync(made, path);
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(made, {force: true});
  }
}

/** All that an open library holds, in a file that is the reader's alone and on the disk. */
export function copyInto(database: Database, path: string): void {
  rmSync(path, {force: true});
  closeSync(openSync(path, 'wx', 0o600));
  try {
    database.run('VACUUM INTO ?', path);
    settle(path);
  } catch (error) {
    rmSync(path, {force: true});
    throw error;
  }
}

export function removeJournal(path: string): void {
  for (const end of ['-wal', '-shm']) rmSync(path + end, {force: true});
}
