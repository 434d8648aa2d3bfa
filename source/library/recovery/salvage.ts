import type {Database} from '../file/database.ts';
import {entriesFromIndexes} from './entries-from-indexes.ts';
import {rowsStillThere} from './readable-rows.ts';
import {TABLES} from '../file/tables.ts';
import type {Table} from '../file/tables.ts';

/** Copies every row that can still be read; returns how many. Relations between them are put right later (mend.ts). */
export function salvage(from: Database, into: Database): number {
  into.script('PRAGMA foreign_keys = OFF');
  let count = 0;
  into.write(() => {
    for (const table of TABLES) if (table !== 'label') count += salvageTable(from, into, table);
    entriesFromIndexes(from, into);
  });
  into.script('PRAGMA foreign_keys = ON');
  return count;
}

function salvageTable(from: Database, into: Database, table: Table): number {
  const columns = sharedColumns(from, into, table);
  if (columns.length === 0) return 0;
  const values = columns.map(() => '?').join(', ');
  const insert = `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${values})`;
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
