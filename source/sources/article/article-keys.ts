import type {RawArticle} from '../format/format.ts';

/**
 * The key of each article of a document, in the document's order: guid, link, path, or title and date; never
 * twice the same. A name that several share says nothing, so for those the next ones are added. The text
 * never counts: an edited article stays the same article.
 */
export function articleKeys(articles: readonly RawArticle[]): readonly string[] {
  let keys = articles.map(article => namesOf(article)[0] ?? '');
  for (let names = 2; names <= 4; names++) {
    const shared = sharedIn(keys);
    if (shared.size === 0) return keys;
    keys = keys.map((key, index) =>
      shared.has(key) ? namesOf(articles[index]).slice(0, names).join('\0') : key,
    );
  }
  return numbered(keys);
}

/** An item that is listed twice, alike in guid, link, title and date, is one article: the first. */
export function withoutRepeats(articles: readonly RawArticle[]): readonly RawArticle[] {
  const seen = new Set<string>();
  return articles.filter(({guid, url, path, title, published, updated}) => {
    if (!guid?.trim() && !url?.trim()) return true;
    const traits = [guid, url, path, title?.content, published?.find(Boolean) ?? updated?.find(Boolean)];
    const key = traits.map(trait => trait?.trim() ?? '').join('\0');
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function namesOf(article: RawArticle | undefined): readonly string[] {
  if (!article) return [];
  const {guid, url, path, title, published} = article;
  const content = `title\0${title?.content ?? ''}\0${published?.find(Boolean) ?? ''}`;
  return [guid?.trim(), url?.trim(), path, content].filter((name): name is string => Boolean(name));
}

function sharedIn(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const key of keys) (seen.has(key) ? shared : seen).add(key);
  return shared;
}

/** Twins are told apart by their place from the end: what is new comes at the front. */
function numbered(keys: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  const result = [...keys];
  for (let index = keys.length - 1; index >= 0; index--) {
    const key = keys[index] ?? '';
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    if (count > 0) result[index] = `${key}\0${count}`;
  }
  return result;
}
