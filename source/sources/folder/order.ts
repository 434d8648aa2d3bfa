import {instantFrom} from '../article/dates.ts';
import type {RawArticle} from '../format/format.ts';
import type {ArticleFile} from './article/article-file.ts';

/**
 * Newest first. What names no day of its own comes last, whatever time its file has: a fresh checkout gives every file
 * the time of the checkout. Of one day, by path.
 */
export function inOrder(files: readonly ArticleFile[]): readonly RawArticle[] {
  return files
    .map(({article, isDated}) => ({
      article,
      isDated,
      date:
        article.published
          ?.map(written => (written === undefined ? undefined : instantFrom(written)))
          .find(Boolean) ?? '',
    }))
    .sort(
      (a, b) =>
        Number(b.isDated) - Number(a.isDated) ||
        compare(b.date, a.date) ||
        compare(a.article.path ?? '', b.article.path ?? ''),
    )
    .map(({article}) => article);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
