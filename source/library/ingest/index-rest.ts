import {bodyOf} from './bodies.ts';
import type {Database} from '../file/database.ts';
import {indexArticle, labelArticle, termsOf} from './index-article.ts';
import {rowByKey} from '../listing/rows.ts';

/** Articles a transaction. */
const BATCH = 50;

/**
 * Goes on making the full-text index after a rescue or a change of its form, newest articles first, for about
 * so many milliseconds. Tells whether all is indexed.
 */
export function indexRest(database: Database, milliseconds: number): boolean {
  const end = performance.now() + milliseconds;
  while (!isIndexed(database)) {
    if (performance.now() > end) return false;
    database.write(() => indexNext(database), {isDurable: false});
  }
  return true;
}

function isIndexed(database: Database): boolean {
  return database.has('SELECT 1 FROM state WHERE unindexed_below IS NULL');
}

function indexNext(database: Database): void {
  const keys = database.all<{key: number}>(
    'SELECT key FROM article WHERE key < (SELECT unindexed_below FROM state) ORDER BY key DESC LIMIT ?',
    BATCH,
  );
  for (const {key} of keys.toReversed()) {
    const article = rowByKey(database, key);
    if (!article) continue;
    labelArticle(database, key, article);
    indexArticle(database, key, termsOf(article, bodyOf(database, article.id)), true);
  }
  database.run(
    'UPDATE state SET unindexed_below = ?',
    keys.length < BATCH ? null : (keys.at(-1)?.key ?? null),
  );
}
