import {addressKey} from '../../domain/article/address-key.ts';
import {articleId} from '../../domain/article/identity.ts';
import type {Fetched, FetchedArticle} from '../../domain/publication/source.ts';
import type {Database} from '../file/database.ts';
import {match, sharedIn, type Traits} from './same-article.ts';

type Loaded = Extract<Fetched, {kind: 'loaded'}>;

type Row = {
  id: string;
  guid: string | null;
  url: string | null;
  title: string;
  published_at: string | null;
  excerpt: string | null;
};

const COLUMNS = 'a.id, a.guid, a.url, a.title, a.published_at, a.excerpt';

/** So many articles of a publication are compared with what is new; older ones have left every feed. */
const MOST = 3000;

/**
 * The articles of a fetch under the ids by which the library has them. A document names its articles by guid
 * or link; this holds against what was there before: a name that other articles have, too, is no name, and
 * one that changed in its scheme, its host or with each fetch is looked past. Each stored article is at most
 * one of those that came.
 */
export function recognise(database: Database, fetched: Loaded): readonly FetchedArticle[] {
  const {articles, publication} = fetched;
  // A file is its path.
  if (articles.every(({article}) => article.path !== undefined)) return articles;
  const incoming = articles.map(traitsOf);
  const named = storedByName(database, publication.id, incoming);
  if (incoming.every(one => isSurely(one, named.get(one.id), named.sharedGuids))) return articles;
  const stored = storedOf(database, publication.id, incoming);
  const found = match(incoming, stored);
  return renamed(articles, idsFor(incoming, found, new Set(stored.map(({id}) => id)), publication.id));
}

function traitsOf({article: {id, url, title, publishedAt, excerpt}, guid}: FetchedArticle): Traits {
  return {
    id,
    guid,
    guidKey: guid === undefined ? undefined : addressKey(guid),
    link: url === undefined ? undefined : addressKey(url),
    title: folded(title),
    date: publishedAt,
    excerpt,
  };
}

function folded(title: string): string {
  return title.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

function traitsIn({id, guid, url, title, published_at: date, excerpt}: Row): Traits {
  return {
    id,
    guid: guid ?? undefined,
    guidKey: guid === null ? undefined : addressKey(guid),
    link: url === null ? undefined : addressKey(url),
    title: folded(title),
    date: date ?? undefined,
    excerpt: excerpt ?? undefined,
  };
}

type Named = ReadonlyMap<string, Traits> & {sharedGuids: ReadonlySet<string>};

/** The stored articles with the ids that came: nearly always all that must be read. */
function storedByName(database: Database, publicationId: string, incoming: readonly Traits[]): Named {
  const rows = database.all<Row>(
    `SELECT ${COLUMNS} FROM article a JOIN entry e ON e.key = a.key JOIN publication p ON p.n = e.publication
     WHERE p.id = ? AND a.id IN (SELECT value FROM json_each(?))`,
    publicationId,
    JSON.stringify(incoming.map(({id}) => id)),
  );
  const all = [...rows.map(traitsIn), ...incoming];
  return Object.assign(new Map(rows.map(row => [row.id, traitsIn(row)])), {sharedGuids: sharedIn(all)});
}

/** The same name and nothing against it. */
function isSurely(one: Traits, stored: Traits | undefined, sharedGuids: ReadonlySet<string>): boolean {
  if (!stored) return false;
  if (one.guid === undefined && one.link === undefined) return true;
  if (one.guid !== undefined && sharedGuids.has(one.guid)) return false;
  const isSameLink = one.guid !== undefined && one.link === stored.link;
  return isSameLink || one.title === stored.title || (one.date !== undefined && one.date === stored.date);
}

function storedOf(database: Database, publicationId: string, incoming: readonly Traits[]): readonly Traits[] {
  const rows = database.all<Row>(
    `SELECT ${COLUMNS} FROM article a JOIN entry e ON e.key = a.key JOIN publication p ON p.n = e.publication
     WHERE p.id = ? ORDER BY e.position LIMIT ?`,
    publicationId,
    MOST,
  );
  const ids = new Set(rows.map(({id}) => id));
  const missing = [...storedByName(database, publicationId, incoming).values()].filter(
    ({id}) => !ids.has(id),
  );
  return [...rows.map(traitsIn), ...missing];
}

/** The stored ids for what was found; for the rest their own, unless a stored article has it. */
function idsFor(
  incoming: readonly Traits[],
  found: ReadonlyMap<number, string>,
  stored: ReadonlySet<string>,
  publicationId: string,
): readonly string[] {
  const taken = new Set(found.values());
  const isFree = (candidate: string) => !stored.has(candidate) && !taken.has(candidate);
  const freeId = ({id, guid, link, title, date}: Traits): string => {
    const names = [guid, link, `title\0${title}\0${date ?? ''}`].filter(name => name !== undefined);
    const longer = names.map((_, end) => articleId(publicationId, names.slice(0, end + 1).join('\0')));
    const candidate = [id, ...longer].find(isFree);
    if (candidate !== undefined) return candidate;
    for (let count = 1; ; count++) {
      const numbered = articleId(publicationId, [...names, String(count)].join('\0'));
      if (isFree(numbered)) return numbered;
    }
  };
  return incoming.map((one, index) => {
    const id = found.get(index) ?? freeId(one);
    taken.add(id);
    return id;
  });
}

function renamed(articles: readonly FetchedArticle[], ids: readonly string[]): readonly FetchedArticle[] {
  const names = new Map(articles.map(({article}, index) => [article.id, ids[index] ?? article.id]));
  return articles.map((one, index) => {
    const {article} = one;
    const id = ids[index] ?? article.id;
    const related = article.related?.map(other => names.get(other) ?? other);
    const isSame =
      id === article.id && related?.every((other, at) => other === article.related?.[at]) !== false;
    return isSame ? one : {...one, article: {...article, id, ...(related && {related})}};
  });
}
