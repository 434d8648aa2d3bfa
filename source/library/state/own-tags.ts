import type {TagChange} from '../../domain/article/own-tag.ts';
import type {Database} from '../file/database.ts';
import type {Run} from '../file/in-parts.ts';
import {recordAct} from './acts.ts';
import type {TakingBack} from './acts.ts';
import {whatIsMarked} from './marks.ts';

/** Adds and removes the reader's own tags: one act. Returns how many articles changed. */
export function tag(
  database: Database,
  run: Run,
  ids: readonly string[],
  {add = [], remove = []}: TagChange,
): number {
  return database.write(
    () => {
      const parts = [
        ...add.map(name => change(database, ids, name, 1)),
        ...remove.map(name => change(database, ids, name, 0)),
      ].filter(({keys}) => keys.length > 0);
      const keys = [...new Set(parts.flatMap(part => part.keys))];
      if (keys.length > 0)
        recordAct(database, run, descriptionOf(database, keys, parts), {kind: 'marks', parts});
      return keys.length;
    },
    {trying: 'The tags were not stored'},
  );
}

/** Gives a tag to articles, or takes it from them. */
export function setTag(database: Database, name: string, value: 0 | 1, keys: readonly number[]): void {
  const all = JSON.stringify(keys);
  if (value === 1)
    database.run('INSERT OR IGNORE INTO own_tag (key, name) SELECT value, ? FROM json_each(?)', name, all);
  else
    database.run('DELETE FROM own_tag WHERE name = ? AND key IN (SELECT value FROM json_each(?))', name, all);
}

/** All own tags by name, with the number of their articles. */
export function ownTags(database: Database): readonly {name: string; count: number}[] {
  return database
    .all<{name: string; count: number}>('SELECT name, count(*) count FROM own_tag GROUP BY name')
    .map(({name, count}) => ({name, count}));
}

type Part = Extract<TakingBack, {kind: 'tag'}>;

function change(database: Database, ids: readonly string[], name: string, value: 0 | 1): Part {
  const keys = database
    .all<{key: number}>(
      `SELECT key FROM article a WHERE id IN (SELECT value FROM json_each(?))
         AND ${value === 1 ? 'NOT ' : ''}EXISTS (SELECT 1 FROM own_tag WHERE key = a.key AND name = ?)`,
      JSON.stringify(ids),
      name,
    )
    .map(({key}) => key);
  if (keys.length > 0) setTag(database, name, value, keys);
  return {kind: 'tag', name, was: value === 1 ? 0 : 1, keys};
}

function descriptionOf(database: Database, keys: readonly number[], parts: readonly Part[]): string {
  const [only, ...others] = parts;
  const what = whatIsMarked(database, keys);
  if (!only || others.length > 0) return `Changed the tags of ${what}`;
  return only.was === 0
    ? `Added the tag ${only.name} to ${what}`
    : `Removed the tag ${only.name} from ${what}`;
}
