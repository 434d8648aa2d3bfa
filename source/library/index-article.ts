import type {Article, Body} from '../domain/article.ts';
import type {Database} from './database.ts';
import {fold} from './fold.ts';
import {indexText} from './index-text.ts';
import {toTerms} from './terms.ts';

type Indexed = Pick<Article, 'title' | 'authors' | 'tags' | 'category' | 'excerpt'>;

/** Gives an article to the filter, in place of what it knew of it. */
export function labelArticle(database: Database, key: number, {title, authors}: Indexed): void {
  const text = fold(`${title}\n${namesOf(authors)}`);
  database.run('INSERT OR REPLACE INTO label (key, text) VALUES (?, ?)', key, text);
}

/** Gives an article to full-text search; `isKnown`: in place of what that may know of it. */
export function indexArticle(
  database: Database,
  key: number,
  article: Indexed,
  body: Body | undefined,
  isKnown: boolean,
): void {
  if (isKnown) database.run('DELETE FROM term WHERE rowid = ?', key);
  const {title, tags, authors, category = '', excerpt = ''} = article;
  const columns = [title, namesOf(authors), tags.join('\n'), category, excerpt, body ? indexText(body) : ''];
  database.run(
    'INSERT INTO term (rowid, title, author, tag, category, excerpt, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
    key,
    ...columns.map(toTerms),
  );
}

function namesOf(authors: Indexed['authors']): string {
  return authors.map(({name}) => name).join('\n');
}
