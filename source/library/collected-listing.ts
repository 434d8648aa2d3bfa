import type {View} from '../domain/view.ts';
import type {Database} from './database.ts';
import {fold} from './fold.ts';
import type {Listing} from './listing.ts';
import {parsed, queryToSql} from './query-sql.ts';
import {scopeToSql} from './scope.ts';
import type {Scope} from './scope.ts';
import type {Value} from './sqlite.ts';

/** Up to so many hits are put in order of relevance; beyond, ranking would cost more than it tells. */
const RANKED = 2000;

/** Runs a view's query once and keeps the keys that it found, in order. */
export function collect(database: Database, view: View, scope: Scope): Listing {
  const {sql, values} = selectionOf(database, view, scope);
  const keys: number[] = [];
  let unread = 0;
  for (const {key, is_read: isRead} of database.iterate<{key: number; is_read: number}>(sql, ...values)) {
    keys.push(key);
    if (!isRead) unread++;
  }
  return new CollectedListing(database, keys, unread);
}

function selectionOf(database: Database, view: View, scope: Scope): {sql: string; values: Value[]} {
  const {match, where, values} = queryToSql(database, parsed(view.query));
  const words = fold(view.filter ?? '')
    .split(/\s+/u)
    .filter(Boolean);
  const conditions = [scopeToSql(scope), ...where, ...words.map(() => 'instr(l.text, ?) > 0')];
  const tables = [
    ...(match === undefined ? ['entry e'] : ['term CROSS JOIN entry e ON e.key = term.rowid']),
    ...(words.length > 0 ? ['JOIN label l ON l.key = e.key'] : []),
  ];
  const found = match === undefined ? [] : ['term MATCH ?'];
  const body = `FROM ${tables.join(' ')} WHERE ${[...found, ...conditions].join(' AND ')}`;
  const all = [...(match === undefined ? [] : [match]), ...values, ...words];
  const order = orderOf(
    view,
    scope,
    () =>
      match !== undefined &&
      database.count(`SELECT count(*) FROM (SELECT 1 ${body} LIMIT ${RANKED + 1})`, ...all) <= RANKED,
  );
  return {sql: `SELECT e.key, e.is_read ${body} ORDER BY ${order}`, values: all};
}

function orderOf({order}: View, scope: Scope, canRank: () => boolean): string {
  switch (order ?? (scope.kind === 'one' ? 'source' : 'newest')) {
    case 'source': {
      return 'e.publication, e.position, e.key';
    }
    case 'oldest': {
      return 'e.key';
    }
    case 'relevance': {
      return canRank() ? 'bm25(term, 8, 4, 4, 3, 2, 1), e.key DESC' : 'e.key DESC';
    }
    default: {
      return 'e.key DESC';
    }
  }
}

class CollectedListing implements Listing {
  readonly total: number;
  readonly unread: number;
  readonly #database: Database;
  readonly #keys: readonly number[];
  #places: Map<number, number> | undefined;

  constructor(database: Database, keys: readonly number[], unread: number) {
    this.#database = database;
    this.#keys = keys;
    this.total = keys.length;
    this.unread = unread;
  }

  keys(offset: number, count: number): readonly number[] {
    return this.#keys.slice(offset, offset + count);
  }

  indexOf(key: number): number | undefined {
    this.#places ??= new Map(this.#keys.map((one, index) => [one, index]));
    return this.#places.get(key);
  }

  nextUnread(key: number | undefined): number | undefined {
    const from = key === undefined ? 0 : (this.indexOf(key) ?? -1) + 1;
    for (let step = 0; step < this.#keys.length; step++) {
      const next = this.#keys[(from + step) % this.#keys.length];
      if (next !== undefined && next !== key && this.#isUnread(next)) return next;
    }
    return undefined;
  }

  #isUnread(key: number): boolean {
    return this.#database.get('SELECT 1 FROM entry WHERE key = ? AND is_read = 0', key) !== undefined;
  }
}
