import {orderIn} from '../../domain/query/view.ts';
import type {View} from '../../domain/query/view.ts';
import {alike} from '../search/fuzzy-filter.ts';
import {collectKeys} from './collect-keys.ts';
import type {Database} from '../file/database.ts';
import {rankIn} from './key-sets.ts';
import type {KeySet} from './key-sets.ts';
import type {Listing} from './listing.ts';
import {rankedKeys} from './ranked-keys.ts';
import type {Scope} from './scope.ts';
import {countUnread} from './unread-keys.ts';

/** Runs a view's query once and keeps the keys that it found, in order. */
export function collect(database: Database, view: View, scope: Scope): Listing {
  const keys = collectKeys(database, view, scope);
  if (view.filter && keys.length === 0)
    return new CollectedListing(database, alike(database, view, scope), 'given');
  const order = orderIn(view, scope.kind === 'one');
  const ranked =
    order === 'newest' || order === 'oldest' ? undefined : rankedKeys(database, view, order, keys);
  const ordered = view.isReversed && ranked ? ranked.toReversed() : ranked;
  return new CollectedListing(
    database,
    ordered ?? keys,
    ordered ? 'given' : order === 'oldest' ? 'ascending' : 'descending',
  );
}

/** `keys` are gone through as they stand (`given`, `ascending`) or from the end. */
class CollectedListing implements Listing {
  readonly total: number;
  readonly #database: Database;
  readonly #keys: readonly number[];
  readonly #direction: 'given' | 'ascending' | 'descending';
  #places: Map<number, number> | undefined;
  #unread: number | undefined;

  constructor(database: Database, keys: readonly number[], direction: 'given' | 'ascending' | 'descending') {
    this.#database = database;
    this.#keys = keys;
    this.#direction = direction;
    this.total = keys.length;
  }

  get unread(): number {
    this.#unread ??= countUnread(
      this.#database,
      this.#direction === 'given' ? [...this.#keys].sort((a, b) => a - b) : this.#keys,
    );
    return this.#unread;
  }

  keys(offset: number, count: number): readonly number[] {
    if (this.#direction !== 'descending') return this.#keys.slice(offset, offset + count);
    return this.#keys.slice(Math.max(0, this.total - offset - count), this.total - offset).reverse();
  }

  indexOf(key: number): number | undefined {
    if (this.#direction === 'given') {
      this.#places ??= new Map(this.#keys.map((one, index) => [one, index]));
      return this.#places.get(key);
    }
    const place = this.#placeOf(key, this.#keys);
    return this.keys(place, 1)[0] === key ? place : undefined;
  }

  nextUnread(key: number | undefined, isBackwards = false): number | undefined {
    const from = key === undefined ? 0 : isBackwards ? this.#before(key) : this.#behind(key);
    for (let step = 0; step < this.total; step++) {
      const place = isBackwards ? from - 1 - step + this.total : from + step;
      const [next] = this.keys(place % this.total, 1);
      if (next !== undefined && next !== key && this.#isUnread(next)) return next;
    }
    return undefined;
  }

  /** The place behind an article that may have left the list, as one that was read leaves "unread". */
  #behind(key: number): number {
    const place = this.indexOf(key);
    if (place !== undefined) return place + 1;
    return this.#direction === 'given' ? 0 : this.#placeOf(key, this.#keys);
  }

  /** The number of rows before an article. */
  #before(key: number): number {
    return this.indexOf(key) ?? this.#behind(key);
  }

  #placeOf(key: number, keys: KeySet): number {
    return this.#direction === 'ascending' ? rankIn(keys, key) : this.total - rankIn(keys, key + 1);
  }

  #isUnread(key: number): boolean {
    return this.#database.has('SELECT 1 FROM entry WHERE key = ? AND is_read = 0', key);
  }
}
