import type {ArticleRow} from '../../domain/query/view.ts';
import type {Database} from '../file/database.ts';
import {rowById, rowsByKeys} from '../listing/rows.ts';
import {fold} from './fold.ts';
import {toMatch} from './terms.ts';

/** Articles of the publication that are compared: the nearest in time. */
const NEIGHBOURS = 120;

/** Articles of other publications: the newest that share a tag or a long word of the title. */
const STRANGERS = 60;

/**
 * Suggests what to read next: the articles that the publication names, then others of it that are like this
 * one in tags, author, category and words, then such of other publications that are shown.
 */
export function related(database: Database, id: string, limit: number): ArticleRow[] {
  const article = rowById(database, id);
  if (!article) return [];
  const found = new Map<string, ArticleRow>();
  const take = (rows: readonly ArticleRow[]): void => {
    for (const row of rows) if (row.id !== id && found.size < limit) found.set(row.id, row);
  };
  take((article.related ?? []).flatMap(one => rowById(database, one) ?? []));
  if (found.size < limit) take(alike(article, neighbours(database, article)));
  if (found.size < limit) take(alike(article, strangers(database, article)));
  return [...found.values()];
}

function alike(article: ArticleRow, others: readonly ArticleRow[]): ArticleRow[] {
  const like = likeness(article);
  return others
    .map(one => ({one, score: like(one)}))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({one}) => one);
}

function neighbours(database: Database, {id}: ArticleRow): ArticleRow[] {
  const [place] = database.all<{key: number; publication: number}>(
    'SELECT e.key, e.publication FROM article a JOIN entry e ON e.key = a.key WHERE a.id = ?',
    id,
  );
  if (!place) return [];
  const {key, publication} = place;
  return [
    ['<', 'DESC'],
    ['>', 'ASC'],
  ].flatMap(([side = '', order = '']) =>
    rowsOf(
      database,
      `SELECT key FROM entry WHERE publication = ? AND is_hidden = 0 AND key ${side} ? ORDER BY key ${order} LIMIT ?`,
      publication,
      key,
      NEIGHBOURS / 2,
    ),
  );
}

/** Short words say too little of what an article is about to go looking for them everywhere. */
const TELLING = 6;

function strangers(database: Database, {tags, title, publicationId}: ArticleRow): ArticleRow[] {
  const words = fold(title).match(/\p{L}+/gu) ?? [];
  const asked = [...tags, ...words.filter(word => word.length >= TELLING)].flatMap(
    text => toMatch(text, 'phrase') ?? [],
  );
  if (asked.length === 0) return [];
  return rowsOf(
    database,
    `SELECT e.key FROM term CROSS JOIN entry e ON e.key = term.rowid
     WHERE term MATCH ? AND e.is_shown = 1 AND e.publication <> (SELECT n FROM publication WHERE id = ?)
     ORDER BY term.rowid DESC LIMIT ?`,
    `{title tag} : (${asked.join(' OR ')})`,
    publicationId,
    STRANGERS,
  );
}

function rowsOf(database: Database, sql: string, ...values: (string | number)[]): ArticleRow[] {
  return rowsByKeys(
    database,
    database.all<{key: number}>(sql, ...values).map(({key}) => key),
  );
}

/** Weights of shared traits. */
const TAG = 4;
const CATEGORY = 2;
const AUTHOR = 2;
const WORD = 1;

/** Words so short say nothing of what an article is about. */
const SHORT = 4;

/** Scores other articles by what they share with this one; 0 for nothing. */
function likeness(article: ArticleRow): (other: ArticleRow) => number {
  const tags = new Set(article.tags.map(fold));
  const authors = new Set(article.authors.map(({name}) => fold(name)));
  const words = wordsOf(article);
  return other => {
    const sharedTags = other.tags.filter(tag => tags.has(fold(tag))).length;
    const hasAuthor = other.authors.some(({name}) => authors.has(fold(name)));
    const isOfCategory = article.category !== undefined && article.category === other.category;
    const sharedWords = [...wordsOf(other)].filter(word => words.has(word)).length;
    return (
      sharedTags * TAG + Number(isOfCategory) * CATEGORY + Number(hasAuthor) * AUTHOR + sharedWords * WORD
    );
  };
}

function wordsOf({title, excerpt = ''}: ArticleRow): Set<string> {
  const words = fold(`${title} ${excerpt}`).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter(word => word.length > SHORT));
}
