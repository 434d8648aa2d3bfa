import {addressKey} from '../../domain/article/address-key.ts';
import type {Fetched} from '../../domain/publication/source.ts';
import type {Database} from '../file/database.ts';

type Loaded = Extract<Fetched, {kind: 'loaded'}>;

/** So many of the newest articles are compared. */
const SOME = 300;

/**
 * Tells if a feed found at another address than the followed one is the same publication: by its home page,
 * its title, or an article that both have.
 */
export function isSamePublication(database: Database, publicationId: string, fetched: Loaded): boolean {
  const before = database.all<{n: number; title: string; homepage: string | null; total: number}>(
    'SELECT n, title, homepage, total FROM publication WHERE id = ?',
    publicationId,
  )[0];
  if (!before || before.total === 0) return true;
  const {homepage, title} = fetched.publication;
  if (
    homepage !== undefined &&
    before.homepage !== null &&
    addressKey(homepage) === addressKey(before.homepage)
  )
    return true;
  if (title.trim().toLowerCase() === before.title.trim().toLowerCase()) return true;
  const articles = database.all<{id: string; url: string | null}>(
    'SELECT a.id, a.url FROM entry e JOIN article a ON a.key = e.key WHERE e.publication = ? ORDER BY e.position LIMIT ?',
    before.n,
    SOME,
  );
  const known = new Set(articles.flatMap(({id, url}) => (url === null ? [id] : [id, addressKey(url)])));
  return fetched.articles.some(
    ({article: {id, url}}) => known.has(id) || (url !== undefined && known.has(addressKey(url))),
  );
}
