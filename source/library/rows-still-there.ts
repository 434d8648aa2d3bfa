import type {Database} from './database.ts';
import type {Value} from './sqlite.ts';
import type {Table} from './tables.ts';

type Row = Record<string, Value>;

/** So many rows are read at a time while all goes well. */
const CHUNK = 100;

/** Gaps of row numbers up to this are tried one by one. */
const SMALL_GAP = 100_000;

/**
 * The rows of a damaged table: from its beginning as far as it can be read, from its end back as far as it can be read,
 * and of what lies between each row whose number is known from elsewhere.
 */
export function* rowsStillThere(from: Database, table: Table, columns: readonly string[]): Iterable<Row> {
  const select = `SELECT rowid AS row_number, ${columns.join(', ')} FROM ${table}`;
  let low = -Infinity;
  for (const row of run(from, `${select} WHERE rowid > ? ORDER BY rowid LIMIT ?`, Number.MIN_SAFE_INTEGER)) {
    low = Number(row['row_number']);
    yield row;
  }
  let high = Infinity;
  for (const row of run(
    from,
    `${select} WHERE rowid < ? ORDER BY rowid DESC LIMIT ?`,
    Number.MAX_SAFE_INTEGER,
  )) {
    const number = Number(row['row_number']);
    if (number <= low) return;
    high = number;
    yield row;
  }
  for (const number of between(from, table, low, high)) {
    const row = attempt(() => from.get<Row>(`${select} WHERE rowid = ?`, number));
    if (row) yield row;
  }
}

/** Rows in one direction until one cannot be read. */
function* run(from: Database, sql: string, start: number): Iterable<Row> {
  let last = start;
  let count = CHUNK;
  for (;;) {
    const rows = attempt(() => from.all<Row>(sql, last, count));
    if (rows?.length === 0 || (!rows && count === 1)) return;
    if (!rows) count = 1;
    for (const row of rows ?? []) {
      last = Number(row['row_number']);
      yield row;
    }
  }
}

function between(from: Database, table: Table, low: number, high: number): readonly number[] {
  if (table === 'article' || table === 'entry' || table === 'body' || table === 'label') {
    return [...knownKeys(from)].filter(key => key > low && key < high);
  }
  const first = Math.max(low + 1, 1);
  const gap = Math.min(high, first + SMALL_GAP) - first;
  return gap > 0 ? Array.from({length: gap}, (_, index) => first + index) : [];
}

/** Keys of articles wherever one is written: four tables and their indexes repeat them. */
function knownKeys(from: Database): Set<number> {
  const keys = new Set<number>();
  const places = [
    ...['article', 'entry', 'body', 'label'].flatMap(table => [
      `${table} NOT INDEXED ORDER BY key`,
      `${table} NOT INDEXED ORDER BY key DESC`,
    ]),
    'article INDEXED BY sqlite_autoindex_article_1 ORDER BY id',
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
