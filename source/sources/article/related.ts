import type {ArticleWithBody} from '../../domain/article/article.ts';
import {articleId} from '../../domain/article/identity.ts';
import type {RawArticle} from '../format/format.ts';

/** Puts ids in the place of the guids, addresses and paths by which a source names related articles. */
export function relatedIds(
  raw: readonly RawArticle[],
  articles: readonly ArticleWithBody[],
): readonly ArticleWithBody[] {
  if (!raw.some(({related}) => related?.length)) return articles;
  const ids = idsByName(raw, articles);
  return articles.map((whole, index) => {
    const named = raw[index]?.related ?? [];
    if (named.length === 0) return whole;
    const {id: own, publicationId} = whole.article;
    // An article that has left the feed may still be in the library, under the id that its guid gave it.
    const related = named
      .slice(0, MOST)
      .map(name => ids.get(name.trim()) ?? articleId(publicationId, name.trim()));
    return {...whole, article: {...whole.article, related: [...new Set(related)].filter(id => id !== own)}};
  });
}

const MOST = 24;

function idsByName(
  raw: readonly RawArticle[],
  articles: readonly ArticleWithBody[],
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [index, {article}] of articles.entries()) {
    const {guid, url, path} = raw[index] ?? {};
    const file = path?.replace(/\.[a-z]+$/iu, '');
    const slug = lastPart(article.url) ?? lastPart(file);
    const undated = lastPart(file)?.replace(/^\d{4}-\d{2}-\d{2}-/u, '');
    for (const name of [guid, url, article.url, path, file, slug, undated]) {
      if (name !== undefined && !ids.has(name)) ids.set(name, article.id);
    }
  }
  return ids;
}

function lastPart(address: string | undefined): string | undefined {
  return address?.split(/[?#]/u, 1)[0]?.split('/').findLast(Boolean);
}
