import type {Position} from '../domain/page.ts';
import type {View} from '../domain/view.ts';
import type {Database} from './database.ts';
import {findListing} from './find-listing.ts';
import type {Collected} from './find-listing.ts';
import {recordAct} from './undo.ts';
import type {Run, TakingBack} from './undo.ts';

export type MarkChange = {isRead?: boolean; isStarred?: boolean};

/** Sets marks; only what really changes is an act. */
export function mark(
  database: Database,
  run: Run,
  ids: readonly string[],
  {isRead, isStarred}: MarkChange,
): void {
  database.write(
    () => {
      const keys = database
        .all<{key: number}>(
          'SELECT key FROM article WHERE id IN (SELECT value FROM json_each(?))',
          JSON.stringify(ids),
        )
        .map(({key}) => key);
      const parts = [
        ...(isRead === undefined ? [] : setMark(database, keys, 'is_read', isRead)),
        ...(isStarred === undefined ? [] : setMark(database, keys, 'is_starred', isStarred)),
      ];
      if (parts.length > 0)
        recordAct(database, run, descriptionOf(database, keys, {isRead, isStarred}), {kind: 'marks', parts});
    },
    {trying: 'The mark was not kept'},
  );
}

export function markAllRead(database: Database, run: Run, view: View, collected: Collected): number {
  return database.write(
    () => {
      const listing = findListing(database, view, collected);
      const parts = setMark(database, listing.keys(0, listing.total), 'is_read', true);
      const [part] = parts;
      const count = part?.kind === 'mark' ? part.keys.length : 0;
      if (count > 0) recordAct(database, run, `Marked ${counted(count)} as read`, {kind: 'marks', parts});
      return count;
    },
    {trying: 'The articles were not marked'},
  );
}

/** Where the reader is; a power cut may take the last of it back, a crash does not. */
export function keepPosition(
  database: Database,
  id: string,
  {block, offset}: Position,
  progress: number,
): void {
  database.write(
    () =>
      database.run(
        'UPDATE entry SET block = ?, offset = ?, progress = ?, touched_at = ? WHERE key = (SELECT key FROM article WHERE id = ?)',
        block,
        offset,
        Math.max(0, Math.min(1, progress)),
        database.now(),
        id,
      ),
    {trying: 'The place in the article was not kept', isDurable: false},
  );
}

function setMark(
  database: Database,
  keys: readonly number[],
  column: 'is_read' | 'is_starred',
  value: boolean,
): TakingBack[] {
  const changed = database
    .all<{key: number}>(
      `SELECT key FROM entry WHERE key IN (SELECT value FROM json_each(?)) AND ${column} <> ?`,
      JSON.stringify(keys),
      Number(value),
    )
    .map(({key}) => key);
  if (changed.length === 0) return [];
  database.run(
    `UPDATE entry SET ${column} = ? WHERE key IN (SELECT value FROM json_each(?))`,
    Number(value),
    JSON.stringify(changed),
  );
  return [{kind: 'mark', column, was: value ? 0 : 1, keys: changed}];
}

function descriptionOf(
  database: Database,
  keys: readonly number[],
  {isRead, isStarred}: {isRead: boolean | undefined; isStarred: boolean | undefined},
): string {
  const [only] = keys;
  const what =
    keys.length === 1 && only !== undefined
      ? `“${database.all<{title: string}>('SELECT title FROM article WHERE key = ?', only)[0]?.title ?? ''}”`
      : counted(keys.length);
  if (isStarred === undefined) return `Marked ${what} as ${isRead ? 'read' : 'unread'}`;
  return isStarred ? `Starred ${what}` : `Took the star from ${what}`;
}

function counted(count: number): string {
  return count === 1 ? 'one article' : `${count} articles`;
}
