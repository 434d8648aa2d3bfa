import {Labels} from '../search/title-index.ts';
import type {Database} from '../file/database.ts';
import type {KeySet} from './key-sets.ts';
import {keysOf} from './keys-of.ts';

/** Results about the whole library, valid until it changes: while a query is typed, for example. */
type Known = {change: number; sets: Map<string, KeySet>; labels?: Labels};

const known = new WeakMap<Database, Known>();

/** Each may be a megabyte, and only a few are asked for again. */
const KEPT_SETS = 6;

/** The keys that a statement without values finds. */
export function wholeSet(database: Database, sql: string): KeySet {
  const {sets} = knownNow(database);
  const kept = sets.get(sql);
  const set = kept ?? keysOf(database, sql);
  sets.delete(sql);
  sets.set(sql, set);
  const [oldest] = sets.keys();
  if (sets.size > KEPT_SETS && oldest !== undefined) sets.delete(oldest);
  return set;
}

/** The texts that a filter looks in, if they have been read ahead. */
export function labelsAtHand(database: Database): Labels | undefined {
  return knownNow(database).labels;
}

/** Reads them: 60 ms for a hundred thousand, the first time. */
export function readTitleIndex(database: Database): void {
  knownNow(database).labels ??= Labels.read(database);
}

function knownNow(database: Database): Known {
  const change = database.count('SELECT change FROM state');
  let now = known.get(database);
  if (now?.change !== change) known.set(database, (now = {change, sets: new Map()}));
  return now;
}
