import type {Position} from '../../domain/page/page.ts';
import type {ListPart, View} from '../../domain/query/view.ts';
import type {Database} from '../file/database.ts';
import {collectKeys} from '../listing/collect-keys.ts';
import {findListing} from '../listing/find-listing.ts';
import type {Collected} from '../listing/find-listing.ts';
import {finish, PART, setAll} from '../file/in-parts.ts';
import {intersect} from '../listing/key-sets.ts';
import type {KeySet} from '../listing/key-sets.ts';
import {keysOf} from '../listing/keys-of.ts';
import type {Listing} from '../listing/listing.ts';
import {keyOf} from '../listing/rows.ts';
import {scopeOf} from '../listing/scope.ts';
import {recordAct} from './acts.ts';
import type {Run} from '../file/in-parts.ts';
import type {TakingBack} from './acts.ts';

export type MarkChange = {
  isRead?: boolean;
  isStarred?: boolean;
  /** The article was opened: nobody asked for the mark, and reading goes on where it can't be stored. */
  isByReading?: boolean;
};

/** Sets marks; only what really changes is an act. */
export function mark(
  database: Database,
  run: Run,
  ids: readonly string[],
  {isRead, isStarred, isByReading = false}: MarkChange,
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
    {trying: 'The mark was not stored', isReading: isByReading},
  );
}

/**
 * Marks every unread article of a view; returns how many. Of very many only the newest at once, for a reader
 * who goes on pressing keys (see in-parts.ts); the act is recorded whole, so that it can be taken back from
 * the first moment.
 */
export function markAllRead(database: Database, run: Run, listed: Listed, collected: Collected): number {
  finish(database, run);
  const {keys, act} = database.write(
    () => {
      const unread = unreadOf(database, listed, collected);
      if (unread.length === 0) return {keys: unread, act: 0};
      setAll(database, 'is_read', 1, unread.slice(-PART));
      const part = {kind: 'mark', column: 'is_read', was: 0, keys: unread} as const;
      const description = `Marked ${counted(unread.length)} as read`;
      return {keys: unread, act: recordAct(database, run, description, {kind: 'marks', parts: [part]})};
    },
    {trying: 'The articles were not marked'},
  );
  if (keys.length > PART) run.rest = {act, column: 'is_read', value: 1, keys, left: keys.length - PART};
  return keys.length;
}

type Listed = Readonly<{view: View; part?: ListPart | undefined}>;

/** In ascending order. */
function unreadOf(database: Database, {view, part}: Listed, collected: Collected): KeySet {
  const isEverything = view.query.trim() === '' && !view.filter?.trim();
  if (isEverything && !part)
    return collectKeys(database, {...view, query: 'is:unread'}, scopeOf(database, view));
  const listing = findListing(database, view, collected);
  const shown = [...keysIn(database, listing, part)].sort((a, b) => a - b);
  const unread = keysOf(
    database,
    'SELECT json_group_array(key) keys FROM entry NOT INDEXED WHERE is_read = 0',
  );
  return intersect(shown, unread);
}

/** The keys of a listing, or of a part of it. An article that has left the list has nothing above it. */
function keysIn(database: Database, listing: Listing, part: ListPart | undefined): readonly number[] {
  if (!part) return listing.keys(0, listing.total);
  const key = keyOf(database, part.id);
  const place = key === undefined ? undefined : listing.indexOf(key);
  if (place === undefined) return [];
  return part.side === 'above'
    ? listing.keys(0, place + 1)
    : listing.keys(place + 1, listing.total - place - 1);
}

/** Stores the reading position. A power cut may lose the last one, a crash does not. */
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
    {trying: 'The place in the article was not stored', isDurable: false},
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
  setAll(database, column, value ? 1 : 0, changed);
  return [{kind: 'mark', column, was: value ? 0 : 1, keys: changed}];
}

function descriptionOf(
  database: Database,
  keys: readonly number[],
  {isRead, isStarred}: {isRead: boolean | undefined; isStarred: boolean | undefined},
): string {
  const what = whatIsMarked(database, keys);
  if (isStarred === undefined) return `Marked ${what} as ${isRead ? 'read' : 'unread'}`;
  return isStarred ? `Starred ${what}` : `Took the star from ${what}`;
}

/** The title of one article, or how many there are. */
export function whatIsMarked(database: Database, keys: readonly number[]): string {
  const [only] = keys;
  return keys.length === 1 && only !== undefined
    ? `“${database.all<{title: string}>('SELECT title FROM article WHERE key = ?', only)[0]?.title ?? ''}”`
    : counted(keys.length);
}

function counted(count: number): string {
  return count === 1 ? 'one article' : `${count} articles`;
}
