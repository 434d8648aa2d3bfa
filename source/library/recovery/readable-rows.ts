import type {Database} from '../file/database.ts';
import type {Value} from '../file/sqlite.ts';
import type {Table} from '../file/tables.ts';

type Row = Record<string, Value>;

/** So many rows are read at a time while all goes well. */
const CHUNK = 100;

/** Gaps of row numbers up to this are tried one by one. */
const SMALL_GAP = 100_000;

/** So many rows in a row that cannot be read: the table's root is gone. */
const HOPELESS = 2000;

/**
 * The rows of a damaged table: from its beginning as far as it can be read, from its end back as far as it
 * can be read, and of what lies between each row whose number is known from elsewhere.
 */
export function* readableRows(from: Database, table: Table, columns: readonly string[]): Iterable<Row> {
  const select = `SELECT rowid AS row_number, ${columns.join(', ')} FROM ${table}`;
  const forward = {
    sql: `${select} WHERE rowid > ? ORDER BY rowid LIMIT ?`,
    last: Number.MIN_SAFE_INTEGER,
    isForward: true,
  };
  if (yield* run(from, forward)) return;
  const backward = {
    sql: `${select} WHERE rowid < ? ORDER BY rowid DESC LIMIT ?`,
    last: Number.MAX_SAFE_INTEGER,
    isForward: false,
  };
  yield* run(from, backward, forward.last);
  let failed = 0;
  for (const number of between(from, table, forward.last, backward.last)) {
    const rows = attempt(() => from.all<Row>(`${select} WHERE rowid = ?`, number));
    failed = rows ? 0 : failed + 1;
    if (failed === HOPELESS) return;
    yield* rows ?? [];
  }
}

/** The state of a run through a table: `last` is the number of the row that was read last. */
type Run = {readonly sql: string; last: number; readonly isForward: boolean};

/** Rows in one direction, until one cannot be read or is at `end`; tells whether all were read. */
function* run(from: Database, at: Run, end?: number): Generator<Row, boolean> {
  let count = CHUNK;
  for (;;) {
    const rows = attempt(() => from.all<Row>(at.sql, at.last, count));
    if (rows?.length === 0) return true;
    if (!rows && count === 1) return false;
    if (!rows) count = 1;
    for (const row of rows ?? []) {
      const number = Number(row['row_number']);
      if (end !== undefined && number <= end) return true;
      // A damaged table may give the same rows for ever.
      if (at.isForward ? number <= at.last : number >= at.last) return false;
      at.last = number;
      yield row;
    }
  }
}

function between(from: Database, table: Table, low: number, high: number): readonly number[] {
  if (table === 'article' || table === 'entry' || table === 'body' || table === 'label') {
    return [...keysAnywhere(from)].filter(key => key > low && key < high);
  }
  const first = Math.max(low + 1, 1);
  const gap = Math.min(high, first + SMALL_GAP) - first;
  return gap > 0 ? Array.from({length: gap}, (_, index) => first + index) : [];
}

/** Keys of articles wherever one is written: four tables and their indexes repeat them. */
function keysAnywhere(from: Database): Set<number> {
  const keys = new Set<number>();
  const places = [
    ...['article', 'entry', 'body', 'label'].flatMap(table => [
      `${table} NOT INDEXED ORDER BY key`,
      `${table} NOT INDEXED ORDER BY key DESC`,
    ]),
    'article INDEXED BY sqlite_autoindex_article_1 ORDER BY id',
    'entry INDEXED BY entry_publication ORDER BY publication, is_hidden, key',
    'entry INDEXED BY entry_publication ORDER BY publication DESC, is_hidden DESC, key DESC',
    // As files up to version 6 have it.
    'entry INDEXED BY entry_publication ORDER BY publication, key',
    'entry INDEXED BY entry_publication ORDER BY publication DESC, key DESC',
    'entry INDEXED BY entry_position ORDER BY publication, position',
    'entry INDEXED BY entry_shown ORDER BY is_shown, key',
  ];
  for (const place of places) {
    attempt(() => {
      for (const {key} of from.iterate<{key: number}>(`SELECT key FROM ${place}`)) keys.add(key);
    });
  }
  return keys;
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
