import type {Database} from '../file/database.ts';

/** Marks of articles whose entry is lost, from the indexes on entries, each of which repeats a part of them. */
export function entriesFromIndexes(from: Database, into: Database): void {
  const lost = new Set(
    into
      .all<{key: number}>('SELECT key FROM article WHERE key NOT IN (SELECT key FROM entry)')
      .map(({key}) => key),
  );
  if (lost.size === 0) return;
  const starred = keysOf(from, 'entry_starred WHERE is_starred = 1');
  const unread = keysOf(from, 'entry_publication_unread WHERE is_read = 0');
  const isUnreadKnown = unread.size > 0;
  for (const {key, publication, position} of placesOf(from)) {
    if (!lost.has(key)) continue;
    lost.delete(key);
    const isRead = isUnreadKnown && !unread.has(key);
    try {
      into.run(
        `INSERT OR IGNORE INTO entry (key, publication, position, is_shown, is_read, is_starred, is_partial, minutes, added_at)
         SELECT key, ?, ?, 0, ?, ?, is_partial, minutes, 0 FROM article WHERE key = ?`,
        publication,
        position,
        Number(isRead),
        Number(starred.has(key)),
        key,
      );
    } catch {
      // Not even this is whole: the article goes to those without a publication.
    }
  }
}

type Place = {key: number; publication: number; position: number};

/** From both ends, as far as the index can be read. */
function* placesOf(from: Database): Iterable<Place> {
  for (const direction of ['ASC', 'DESC']) {
    const order = `publication ${direction}, position ${direction}`;
    yield* reading(() =>
      from.iterate<Place>(
        `SELECT key, publication, position FROM entry INDEXED BY entry_position ORDER BY ${order}`,
      ),
    );
  }
}

function keysOf(from: Database, index: string): Set<number> {
  const rows = reading(() => from.iterate<{key: number}>(`SELECT key FROM entry INDEXED BY ${index}`));
  return new Set(Array.from(rows, ({key}) => key));
}

/** What comes before the first thing that cannot be read. */
function* reading<Row>(rows: () => Iterable<Row>): Iterable<Row> {
  try {
    yield* rows();
  } catch {
    // The rest is lost to this index.
  }
}
