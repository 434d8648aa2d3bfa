import {copyFileSync, existsSync, openSync, closeSync, writeSync} from 'node:fs';
import {Database} from './database.ts';
import {rowsStillThere} from './rows-still-there.ts';
import {openSqlite} from './sqlite.ts';
import {APPLICATION_ID, TABLES} from './tables.ts';
import type {Table} from './tables.ts';

/** Opens a damaged file for reading: itself, or a copy whose header is written anew. `undefined`: nothing can be read. */
export function openDamaged(path: string, now: () => number): Database | undefined {
  return tryOpen(path, now) ?? tryOpen(withNewHeader(path), now);
}

function tryOpen(path: string, now: () => number): Database | undefined {
  let database: Database | undefined;
  try {
    database = new Database(openSqlite(path, {isReadOnly: true}), now);
    // A damaged definition is then passed over, and the others can be used.
    database.script('PRAGMA writable_schema = ON');
    database.all('SELECT name FROM sqlite_schema');
    return database;
  } catch {
    database?.close();
    return undefined;
  }
}

/** The first hundred bytes of a file of ours are the same but for sizes and counters (sqlite.org/fileformat.html). */
function withNewHeader(path: string): string {
  const copy = `${path}.reading`;
  copyFileSync(path, copy);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  const file = openSync(copy, 'r+');
  const number = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  try {
    // Magic, page size 4096, WAL both ways, no reserved space, the three fixed fractions.
    writeSync(
      file,
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.from([0x10, 0x00, 2, 2, 0, 64, 32, 32])]),
      0,
      24,
      0,
    );
    writeSync(file, number(4), 0, 4, 44);
    writeSync(file, number(1), 0, 4, 56);
    writeSync(file, number(APPLICATION_ID), 0, 4, 68);
  } finally {
    closeSync(file);
  }
  return copy;
}

/** Copies every row that can still be read; returns how many. Relations between them are put right later (mend.ts). */
export function salvage(from: Database, into: Database): number {
  into.script('PRAGMA foreign_keys = OFF');
  let count = 0;
  into.write(() => {
    for (const table of TABLES) if (table !== 'label') count += salvageTable(from, into, table);
  });
  into.script('PRAGMA foreign_keys = ON');
  return count;
}

function salvageTable(from: Database, into: Database, table: Table): number {
  const columns = sharedColumns(from, into, table);
  if (columns.length === 0) return 0;
  const insert = `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  let count = 0;
  for (const row of rowsStillThere(from, table, columns)) {
    try {
      count += into.run(insert, ...columns.map(name => row[name] ?? null));
    } catch {
      // A value of the wrong type: the row is no longer what it was.
    }
  }
  return count;
}

function sharedColumns(from: Database, into: Database, table: Table): string[] {
  const columns = (database: Database): string[] => {
    try {
      return database
        .all<{name: string}>('SELECT name FROM pragma_table_info(?)', table)
        .map(({name}) => name);
    } catch {
      return [];
    }
  };
  const theirs = new Set(columns(from));
  return columns(into).filter(name => theirs.has(name));
}
