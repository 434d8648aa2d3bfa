import {copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {Database} from '../file/database.ts';
import {HEADER} from './examine.ts';
import {migrate} from '../file/migrate.ts';
import {openSqlite} from '../file/sqlite.ts';

/** The suffix of a damaged file's copy while it is read. */
const COPY = '.reading';

/** Reads a damaged file as far as it goes; `undefined` when SQLite makes nothing of it. */
export function openDamaged(path: string, now: () => number): Database | undefined {
  // Opening a file that was cut off would throw away the journal beside it, which may hold the rest.
  if (statSync(path).size < HEADER) return undefined;
  let database: Database | undefined;
  try {
    database = new Database(openSqlite(path, 'reading'), now);
    // A definition that is damaged is then passed over, and the others can be used.
    database.script('PRAGMA writable_schema = ON');
    database.all('SELECT name FROM sqlite_schema');
    return database;
  } catch {
    database?.close();
    return undefined;
  }
}

/**
 * A copy of a damaged file into which the pages that every library begins with have been put anew: the
 * header, and the definitions of the tables with the places of their roots, which are the same in all files
 * of one version.
 */
export function openWithNewSchema(path: string, now: () => number): Database | undefined {
  const template = `${path}${COPY}-template`;
  const copy = `${path}${COPY}`;
  const sound = new Database(openSqlite(template, 'making'), now);
  migrate(sound);
  sound.close();
  copyFileSync(path, copy);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  writeFileSync(copy, grafted(readFileSync(template), readFileSync(copy)));
  return openDamaged(copy, now);
}

/** Takes away what the functions above have left beside the file. */
export function removeCopies(path: string): void {
  for (const name of [`${path}${COPY}`, `${path}${COPY}-template`]) removeDatabase(name);
}

/** A database file with the files that SQLite puts beside it. */
export function removeDatabase(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, {force: true});
}

/** The offsets are those of sqlite.org/fileformat.html. */
function grafted(template: Buffer, damaged: Buffer): Buffer {
  const size = template.readUInt16BE(16);
  const pages = [1, ...childrenOf(template.subarray(0, size))];
  const count = Math.max(Math.floor(damaged.length / size), ...pages);
  const file = Buffer.concat([damaged], count * size);
  for (const page of pages) template.copy(file, (page - 1) * size, (page - 1) * size, page * size);
  file.writeUInt32BE(count, 28);
  // No free pages: what is only read takes none.
  file.fill(0, 32, 40);
  return file;
}

/** Pages below the first one, if the definitions do not fit into it. */
function childrenOf(page: Buffer): number[] {
  const start = 100;
  const isInterior = page[start] === 5;
  if (!isInterior) return [];
  const cells = page.readUInt16BE(start + 3);
  const left = Array.from({length: cells}, (_, cell) =>
    page.readUInt32BE(page.readUInt16BE(start + 12 + cell * 2)),
  );
  return [...left, page.readUInt32BE(start + 8)];
}
