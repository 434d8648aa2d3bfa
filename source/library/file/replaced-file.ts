import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import type {Database} from './database.ts';
import {settle} from './sqlite.ts';

/**
 * Gives an open library whose file was deleted a file again, with all that is in it. Where another process
 * has done so meanwhile, its file stays.
 */
export function writeAnew(database: Database, path: string): void {
  mkdirSync(dirname(path), {recursive: true, mode: 0o700});
  // Two threads of one process may do it at once.
  const made = `${path}.anew-${process.pid}-${Math.random().toString(36).slice(2, 10)}`;
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

/** The notice for the reader. */
export type Kept = Readonly<{kind: 'gone'; advice: string}>;

/**
 * Another file has taken the place of the one that is open. What that one holds is kept beside it, unless the
 * other holds it too (another window has written it anew), or it lies there under another name (a damaged one
 * that was rescued). Returns what the reader is told.
 */
export function storeReplaced(
  database: Database,
  path: string,
  identity: string | undefined,
  now: number,
): Kept | undefined {
  if (isBeside(path, identity) || holdsAll(database, path)) return undefined;
  const aside = `${path}.replaced-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}`;
  try {
    copyInto(database, aside);
    return {kind: 'gone', advice: `What was in the one before is kept beside it as ${basename(aside)}.`};
  } catch {
    return {kind: 'gone', advice: 'What was in the one before could not be kept.'};
  }
}

function isBeside(path: string, identity: string | undefined): boolean {
  const folder = dirname(path);
  return readdirSync(folder).some(name => {
    const found = statSync(join(folder, name), {throwIfNoEntry: false});
    return found !== undefined && `${found.dev} ${found.ino}` === identity;
  });
}

/** Does the file that is there now hold every article and every mark of the one that is open? */
function holdsAll(database: Database, path: string): boolean {
  try {
    database.script(`ATTACH DATABASE '${path.replaceAll("'", "''")}' AS present`);
    try {
      return !database.has(
        `SELECT 1 FROM entry e JOIN article a USING (key)
         LEFT JOIN present.article b ON b.id = a.id LEFT JOIN present.entry p ON p.key = b.key
         WHERE p.key IS NULL OR e.is_read > p.is_read OR e.is_starred > p.is_starred OR e.progress > p.progress`,
      );
    } finally {
      database.script('DETACH DATABASE present');
    }
  } catch {
    return false;
  }
}
