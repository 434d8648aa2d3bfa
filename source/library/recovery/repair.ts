import {RESCUED} from '../../domain/publication/location.ts';
import {unpack} from '../file/compression.ts';
import type {Database} from '../file/database.ts';

/** The publication of articles whose own is lost. */
const LOST = {id: 'rescued', location: RESCUED};

/**
 * Puts the relations of a rescued library right: nothing refers to what is lost, and every kept number is
 * true.
 */
export function repair(database: Database): void {
  database.write(() => {
    dropBadBodies(database);
    const home = homeOfLost(database);
    database.script(`
      DELETE FROM entry WHERE key NOT IN (SELECT key FROM article);
      DELETE FROM body WHERE key NOT IN (SELECT key FROM article);
      DELETE FROM label WHERE key NOT IN (SELECT key FROM article);
      DELETE FROM act WHERE run NOT IN (SELECT n FROM run);
      INSERT INTO entry (key, publication, position, is_shown, is_read, is_partial, minutes, added_at)
        SELECT a.key, ${home}, row_number() OVER (ORDER BY a.key DESC), 0, 0, a.is_partial, a.minutes, 0
        FROM article a LEFT JOIN entry e ON e.key = a.key WHERE e.key IS NULL;
      UPDATE entry SET publication = ${home} WHERE publication NOT IN (SELECT n FROM publication);
      UPDATE entry SET is_read = is_read <> 0, is_starred = is_starred <> 0, is_hidden = is_hidden <> 0, progress = max(0, min(1, progress));
      UPDATE publication SET is_listed = is_listed <> 0, is_hidden = is_hidden <> 0, is_muted = is_muted <> 0;
      UPDATE entry SET is_shown =
        (NOT is_hidden AND (SELECT p.is_listed AND NOT p.is_hidden FROM publication p WHERE p.n = entry.publication));
      DELETE FROM publication WHERE n = ${home} AND n NOT IN (SELECT publication FROM entry);
      UPDATE publication SET
        total = (SELECT count(*) FROM entry e WHERE publication = n AND NOT e.is_hidden),
        unread = (SELECT count(*) FROM entry e WHERE publication = n AND is_read = 0 AND NOT e.is_hidden);
      DELETE FROM subscription WHERE account NOT IN (SELECT n FROM account)
        OR publication NOT IN (SELECT n FROM publication);
      DELETE FROM item WHERE account NOT IN (SELECT n FROM account);
      UPDATE item SET key = NULL WHERE key NOT IN (SELECT key FROM article);
      DELETE FROM item_tag WHERE account NOT IN (SELECT n FROM account);
      DELETE FROM pending WHERE account NOT IN (SELECT n FROM account);
      DELETE FROM errand WHERE key NOT IN (SELECT key FROM article);
      UPDATE article SET fingerprint = '' WHERE key NOT IN (SELECT key FROM body);
      UPDATE state SET unindexed_below = (SELECT max(key) + 1 FROM article);`);
  });
}

/**
 * A body whose checksum is wrong is no body; without its fingerprint the article takes the next one that
 * comes.
 */
function dropBadBodies(database: Database): void {
  const bad: number[] = [];
  for (const {key, content} of database.iterate<{key: number; content: Uint8Array}>(
    'SELECT key, content FROM body',
  )) {
    if (unpack(content) === undefined) bad.push(key);
  }
  database.run('DELETE FROM body WHERE key IN (SELECT value FROM json_each(?))', JSON.stringify(bad));
}

function homeOfLost(database: Database): number {
  database.run(
    "INSERT OR IGNORE INTO publication (id, location, title, is_listed, opened_at) VALUES (?, ?, 'Rescued articles', 1, ?)",
    LOST.id,
    LOST.location,
    database.now(),
  );
  return database.count('SELECT n FROM publication WHERE id = ?', LOST.id);
}
