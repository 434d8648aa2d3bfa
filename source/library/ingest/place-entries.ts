import type {Database} from '../file/database.ts';

/**
 * Numbers a publication's articles: those that the source has, in its order, then those that have left it, in theirs. An
 * update names only what is new; nothing has left then.
 */
export function placeEntries(
  database: Database,
  publication: number,
  ids: readonly string[],
  isUpdate = false,
): void {
  const entries = database.all<{key: number; id: string; position: number}>(
    'SELECT e.key, a.id, e.position FROM entry e JOIN article a ON a.key = e.key WHERE e.publication = ? ORDER BY e.position, e.key',
    publication,
  );
  const places = new Map(ids.map((id, index) => [id, index]));
  database.run(
    'UPDATE publication SET in_source = ? WHERE n = ?',
    isUpdate ? entries.length : ids.length,
    publication,
  );
  let next = ids.length;
  for (const {key, id, position} of entries) {
    const place = places.get(id) ?? next++;
    if (place !== position) database.run('UPDATE entry SET position = ? WHERE key = ?', place, key);
  }
}
