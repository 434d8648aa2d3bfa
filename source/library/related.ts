import type {ArticleRow} from '../domain/view.ts';
import type {Database} from './database.ts';
import {rowById, rowByKey} from './rows.ts';

/** How many of a publication's articles are looked at, the nearest in time to this one. */
const CANDIDATES = 200;

/** Those that the publication names, then others of it that share tags, category, author and words of the title. */
export function related(database: Database, id: string, limit: number): ArticleRow[] {
  const article = rowById(database, id);
  if (!article) return [];
  const named = (article.related ?? [])
    .flatMap(one => rowById(database, one) ?? [])
    .filter(one => one.id !== id);
  const rest = nearest(database, article)
    .filter(one => one.id !== id && !named.some(other => other.id === one.id))
    .map(one => ({one, score: likeness(article, one)}))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({one}) => one);
  return [...named, ...rest].slice(0, limit);
}

function nearest(database: Database, {id}: ArticleRow): ArticleRow[] {
  const place = database.all<{key: number; publication: number}>(
    'SELECT e.key, e.publication FROM article a JOIN entry e ON e.key = a.key WHERE a.id = ?',
    id,
  )[0];
  if (!place) return [];
  const keys = database.all<{key: number}>(
    `SELECT key FROM (SELECT key FROM entry WHERE publication = ?1 AND key < ?2 ORDER BY key DESC LIMIT ?3)
     UNION ALL SELECT key FROM (SELECT key FROM entry WHERE publication = ?1 AND key > ?2 ORDER BY key LIMIT ?3)`,
    place.publication,
    place.key,
    CANDIDATES / 2,
  );
  return keys.flatMap(({key}) => rowByKey(database, key) ?? []);
}

function likeness(article: ArticleRow, other: ArticleRow): number {
  const tags = other.tags.filter(tag => article.tags.includes(tag)).length;
  const authors = other.authors.filter(({name}) => article.authors.some(one => one.name === name)).length;
  const isSameCategory = article.category !== undefined && article.category === other.category;
  return tags * 4 + Number(isSameCategory) * 2 + Math.min(1, authors) * 2;
}
