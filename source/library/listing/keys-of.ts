import type {Database} from '../file/database.ts';
import type {KeySet} from './key-sets.ts';
import type {Value} from '../file/sqlite.ts';

/** Runs a statement whose one value is a JSON array of keys: a row a key would take ten times as long. */
export function keysOf(database: Database, sql: string, ...values: Value[]): KeySet {
  return ascending(JSON.parse(database.all<{keys: string}>(sql, ...values)[0]?.keys ?? '[]') as number[]);
}

function ascending(keys: number[]): KeySet {
  for (let index = 1; index < keys.length; index++)
    if ((keys[index - 1] ?? 0) >= (keys[index] ?? 0)) return keys.sort((a, b) => a - b);
  return keys;
}
