import type {Database} from '../file/database.ts';
import {TABLES} from '../file/tables.ts';
import type {Table} from '../file/tables.ts';
import {readableRows} from './readable-rows.ts';

/**
 * Copies every row that can still be read; returns how many. Relations between them are put right later
 * (repair.ts).
 */
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
  for (const row of readableRows(from, table, columns)) {
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

/**
 * Marks of articles whose entry is lost, from the indexes on entries, each of which repeats a part of them.
 */
function entriesFromIndexes(from: Database, into: Database): void {
  const lost = new Set(
    into
      .all<{key: number}>('SELECT key FROM article WHERE key NOT IN (SELECT key FROM entry)')
      .map(({key}) => key),
  );
  if (lost.size === 0) return;
  const starred = keysOf(from, 'entry_starred WHERE is_starred = 1');
  const unread = keysOf(from, 'entry_publication_unread WHERE is_read = 0');
  const hasUnreadIndex = unread.size > 0;
  for (const {key, publication, position} of placesOf(from)) {
    if (!lost.has(key)) continue;
    lost.delete(key);
    const isRead = hasUnreadIndex && !unread.has(key);
    try {
      into.run(
        `INSERT OR IGNORE INTO entry (key, publication, position, is_shown, is_read, is_starred, is_partial, minutes, added_at)
         SELECT key, ?, ?, 0, ?, ?, is_partial, minutes, 0 FROM article WHERE key = ?`,
        publication,
        position,
        Number(isRead),
        Number(starred.has(key)),
        key,
      );
    } catch {
      // Not even this is whole: the article goes to those without a publication.
    }
  }
}

type Place = {key: number; publication: number; position: number};

/** From both ends, as far as the index can be read. */
function* placesOf(from: Database): Iterable<Place> {
  for (const direction of ['ASC', 'DESC']) {
    const order = `publication ${direction}, position ${direction}`;
    yield* reading(() =>
      from.iterate<Place>(
        `SELECT key, publication, position FROM entry INDEXED BY entry_position ORDER BY ${order}`,
      ),
    );
  }
}

function keysOf(from: Database, index: string): Set<number> {
  const rows = reading(() => from.iterate<{key: number}>(`SELECT key FROM entry INDEXED BY ${index}`));
  return new Set(Array.from(rows, ({key}) => key));
}

/** The rows before the first that can't be read. */
function* reading<Row>(rows: () => Iterable<Row>): Iterable<Row> {
  try {
    yield* rows();
  } catch {
    // The rest is lost to this index.
  }
}
