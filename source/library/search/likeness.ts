import type {ArticleRow} from '../../domain/query/view.ts';
import {fold} from './fold.ts';

/** What a common trait counts. */
const TAG = 4;
const CATEGORY = 2;
const AUTHOR = 2;
const WORD = 1;

/** Words so short say nothing of what an article is about. */
const SHORT = 4;

/** How like other articles are to this one; 0 for one that has nothing in common with it. */
export function likeness(article: ArticleRow): (other: ArticleRow) => number {
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
