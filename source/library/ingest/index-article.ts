import type {Article, Body} from '../../domain/article/article.ts';
import type {Database} from '../file/database.ts';
import {fold} from '../search/fold.ts';
import {indexText} from './index-text.ts';
import {toTerms} from '../search/terms.ts';

type Indexed = Pick<Article, 'title' | 'authors' | 'tags' | 'category' | 'excerpt'>;

/** Gives an article to the filter, in place of what it knew of it. */
export function labelArticle(database: Database, key: number, {title, authors}: Indexed): void {
  const text = fold(`${title}\n${namesOf(authors)}`);
  database.run('INSERT OR REPLACE INTO label (key, text) VALUES (?, ?)', key, text);
}

/** An article's text for the full-text index, by column. */
export function termsOf(
  {title, tags, authors, category = '', excerpt = ''}: Indexed,
  body: Body | undefined,
): readonly string[] {
  const columns = [title, namesOf(authors), tags.join('\n'), category, excerpt, body ? indexText(body) : ''];
  return columns.map(toTerms);
}

/** Gives an article to full-text search; `isKnown`: in place of what that may know of it. */
export function indexArticle(
  database: Database,
  key: number,
  terms: readonly string[],
  isKnown: boolean,
): void {
  if (isKnown) database.run('DELETE FROM term WHERE rowid = ?', key);
  database.run(
    'INSERT INTO term (rowid, title, author, tag, category, excerpt, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
    key,
    ...terms,
  );
}

function namesOf(authors: Indexed['authors']): string {
  return authors.map(({name}) => name).join('\n');
}
