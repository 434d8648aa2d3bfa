import type {ArticleRow} from '../query/view.ts';
import {initials} from './article.ts';
import {allTags} from './own-tag.ts';

/** An article as Inkwell prints it, and gives it to the reader's own commands. */
export function articleJson(
  row: ArticleRow & Readonly<{markdown?: string; snippet?: string}>,
): Readonly<Record<string, unknown>> {
  const {
    id,
    publicationId,
    url,
    title,
    excerpt,
    category,
    authors,
    publishedAt,
    updatedAt,
    words,
    minutes,
    isPartial,
  } = row;
  const {
    comments,
    enclosures,
    image,
    path,
    position,
    isRead,
    isStarred,
    isHidden,
    ownTags,
    progress,
    markdown,
    snippet,
  } = row;
  return {
    id,
    publicationId,
    url,
    path,
    title,
    excerpt,
    category,
    tags: allTags(row),
    ownTags,
    authors: authors.map(({name, role, bio, url: page}) => ({
      name,
      role,
      bio,
      url: page,
      initials: initials(name),
    })),
    publishedAt,
    updatedAt,
    words,
    minutes,
    isPartial,
    image,
    comments,
    enclosures,
    position,
    isRead,
    isStarred,
    isHidden,
    progress,
    snippet,
    markdown,
  };
}
