import type {Article, Body} from '../domain/article.ts';
import type {Database} from './database.ts';
import {fold} from './fold.ts';
import {indexText} from './index-text.ts';
import {toTerms} from './terms.ts';

type Indexed = Pick<Article, 'title' | 'authors' | 'tags' | 'category' | 'excerpt'>;

/** Gives an article to full-text search and to the filter, in place of what they knew of it. */
export function indexArticle(
  database: Database,
  key: number,
  article: Indexed,
  body: Body | undefined,
): void {
  const names = article.authors.map(({name}) => name).join('\n');
  database.run(
    'INSERT OR REPLACE INTO label (key, text) VALUES (?, ?)',
    key,
    fold(`${article.title}\n${names}`),
  );
  database.run('DELETE FROM term WHERE rowid = ?', key);
  const {title, tags, category = '', excerpt = ''} = article;
  const columns = [title, names, tags.join('\n'), category, excerpt, body ? indexText(body) : ''];
  database.run(
    'INSERT INTO term (rowid, title, author, tag, category, excerpt, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
    key,
    ...columns.map(toTerms),
  );
}
