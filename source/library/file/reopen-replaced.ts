import {readdirSync, statSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import type {Database} from './database.ts';
import {copyInto} from './write-anew.ts';

/** What the reader is told of it. */
export type Kept = Readonly<{kind: 'gone'; advice: string}>;

/**
 * Another file has taken the place of the one that is open. What that one holds is kept beside it, unless the other
 * holds it too (another window has written it anew), or it lies there under another name (a damaged one that was
 * rescued). Returns what the reader is told.
 */
export function keepReplaced(
  database: Database,
  path: string,
  identity: string | undefined,
  now: number,
): Kept | undefined {
  if (isBeside(path, identity) || holdsAll(database, path)) return undefined;
  const aside = `${path}.replaced-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}`;
  try {
    copyInto(database, aside);
    return {kind: 'gone', advice: `What was in the one before is kept beside it as ${basename(aside)}.`};
  } catch {
    return {kind: 'gone', advice: 'What was in the one before could not be kept.'};
  }
}

function isBeside(path: string, identity: string | undefined): boolean {
  const folder = dirname(path);
  return readdirSync(folder).some(name => {
    const found = statSync(join(folder, name), {throwIfNoEntry: false});
    return found !== undefined && `${found.dev} ${found.ino}` === identity;
  });
}

/** Does the file that is there now hold every article and every mark of the one that is open? */
function holdsAll(database: Database, path: string): boolean {
  try {
    database.script(`ATTACH DATABASE '${path.replaceAll("'", "''")}' AS present`);
    try {
      return !database.has(
        `SELECT 1 FROM entry e JOIN article a USING (key)
         LEFT JOIN present.article b ON b.id = a.id LEFT JOIN present.entry p ON p.key = b.key
         WHERE p.key IS NULL OR e.is_read > p.is_read OR e.is_starred > p.is_starred OR e.progress > p.progress`,
      );
    } finally {
      database.script('DETACH DATABASE present');
    }
  } catch {
    return false;
  }
}
