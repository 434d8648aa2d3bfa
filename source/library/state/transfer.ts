import type {Database} from '../file/database.ts';
import {TABLES} from '../file/tables.ts';
import type {Table} from '../file/tables.ts';

/** Bytes of bodies (as they are kept) that a copy takes along unless told otherwise. */
const BODIES = 64 * 1024 * 1024;

/**
 * Copies another library's file into this one. What is here already stays. All that is the reader's comes
 * along, and of the bodies as many as allowed: starred and half-read articles first, then the newest.
 */
export function transfer(database: Database, from: string, bodies = BODIES): void {
  database.script(`ATTACH DATABASE '${from.replaceAll("'", "''")}' AS other`);
  try {
    database.write(() => {
      database.script('PRAGMA defer_foreign_keys = ON');
      database.run(
        'UPDATE state SET (change, visited_at, visit_before) = (SELECT max(o.change, state.change), o.visited_at, o.visit_before FROM other.state o)',
      );
      for (const table of TABLES) {
        if (table === 'body') copyBodies(database, bodies);
        else copyTable(database, table);
      }
      database.run('UPDATE state SET unindexed_below = (SELECT max(key) + 1 FROM article)');
    });
  } finally {
    database.script('DETACH DATABASE other');
  }
}

function copyTable(database: Database, table: Table): void {
  const columns = sharedColumns(database, table);
  if (columns.length === 0) return;
  // Kept counts are made anew by the triggers as the entries come in; articles without an entry are no
  // articles.
  const values = columns.map(name =>
    table === 'publication' && (name === 'total' || name === 'unread') ? '0' : name,
  );
  const only = CONDITIONS[table] ?? '';
  database.run(
    `INSERT OR IGNORE INTO main.${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM other.${table} ${only}`,
  );
}

/** Leaves rows behind whose owner has a row of the same name here already. */
const CONDITIONS: Partial<Record<Table, string>> = {
  entry: 'WHERE key IN (SELECT key FROM main.article) AND publication IN (SELECT n FROM main.publication)',
  label: 'WHERE key IN (SELECT key FROM main.article)',
  own_tag: 'WHERE key IN (SELECT key FROM main.article)',
  errand: 'WHERE key IN (SELECT key FROM main.article)',
  act: 'WHERE run IN (SELECT n FROM main.run)',
  subscription:
    'WHERE publication IN (SELECT n FROM main.publication) AND account IN (SELECT n FROM main.account)',
  item: 'WHERE (key IS NULL OR key IN (SELECT key FROM main.article)) AND account IN (SELECT n FROM main.account)',
  item_tag: 'WHERE account IN (SELECT n FROM main.account)',
  pending: 'WHERE account IN (SELECT n FROM main.account)',
};

function copyBodies(database: Database, limit: number): void {
  const sizes = database.iterate<{key: number; size: number}>(
    `SELECT b.key, length(b.content) size FROM other.body b JOIN other.entry e ON e.key = b.key JOIN main.article a ON a.key = b.key
     ORDER BY e.is_starred DESC, e.progress > 0 AND e.is_read = 0 DESC, b.key DESC`,
  );
  const keys: number[] = [];
  let total = 0;
  for (const {key, size} of sizes) {
    total += size;
    if (total > limit) break;
    keys.push(key);
  }
  // A flipped bit can make a text of a blob, which the table refuses.
  database.run(
    `INSERT OR IGNORE INTO main.body (key, format, base, content)
     SELECT key, format, base, content FROM other.body
     WHERE key IN (SELECT value FROM json_each(?)) AND typeof(content) = 'blob' AND typeof(format) = 'text'`,
    JSON.stringify(keys),
  );
}

/** The columns that both files have: the other one may be of an earlier version. */
export function sharedColumns(database: Database, table: Table): string[] {
  const columns = (schema: string) =>
    database
      .all<{name: string}>('SELECT name FROM pragma_table_info(?, ?)', table, schema)
      .map(({name}) => name);
  const theirs = new Set(columns('other'));
  return columns('main').filter(name => theirs.has(name));
}
