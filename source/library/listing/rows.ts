import type {Author, Enclosure} from '../../domain/article/article.ts';
import type {ArticleRow} from '../../domain/query/view.ts';
import type {Database} from '../file/database.ts';

type Columns = {
  id: string;
  publication_id: string;
  publication_title: string;
  name: string | null;
  position: number;
  title: string;
  url: string | null;
  excerpt: string | null;
  category: string | null;
  tags: string;
  authors: string;
  published_at: string | null;
  updated_at: string | null;
  words: number;
  minutes: number;
  is_partial: number;
  image: string | null;
  path: string | null;
  related: string | null;
  comments: string | null;
  enclosures: string | null;
  is_read: number;
  is_starred: number;
  is_hidden: number;
  progress: number;
  block: number | null;
  offset: number | null;
  own_tags: string;
};

const ROW = `
  SELECT a.id, p.id publication_id, p.title publication_title, p.settings ->> 'name' name, e.position,
    a.title, a.url, a.excerpt, a.category, a.tags, a.authors, a.published_at, a.updated_at, a.words, a.minutes,
    a.is_partial, a.image, a.path, a.related, a.comments, a.enclosures, e.is_read, e.is_starred, e.is_hidden, e.progress, e.block,
    e.offset, (SELECT json_group_array(name) FROM own_tag WHERE key = a.key) own_tags
  FROM article a JOIN entry e ON e.key = a.key JOIN publication p ON p.n = e.publication`;

export function rowByKey(database: Database, key: number): ArticleRow | undefined {
  return decoded(database.all<Columns>(`${ROW} WHERE a.key = ?`, key)[0]);
}

export function rowById(database: Database, id: string): ArticleRow | undefined {
  return decoded(database.all<Columns>(`${ROW} WHERE a.id = ?`, id)[0]);
}

/** An address with and without its fragment and its closing slash is the same page. */
export function rowByUrl(database: Database, url: string): ArticleRow | undefined {
  const bare = url.replace(/#.*$/su, '').replace(/\/$/u, '');
  return decoded(
    database.all<Columns>(
      `${ROW} WHERE a.url IN (?, ?, ?) ORDER BY e.is_shown DESC, a.key DESC LIMIT 1`,
      url,
      bare,
      `${bare}/`,
    )[0],
  );
}

export function rowsByKeys(database: Database, keys: readonly number[]): ArticleRow[] {
  return keys.flatMap(key => rowByKey(database, key) ?? []);
}

export function keyOf(database: Database, id: string): number | undefined {
  return database.all<{key: number}>('SELECT key FROM article WHERE id = ?', id)[0]?.key;
}

function decoded(columns: Columns | undefined): ArticleRow | undefined {
  if (!columns) return undefined;
  const {related, enclosures, block, offset} = columns;
  const ownTags = list<string>(columns.own_tags);
  return {
    id: columns.id,
    publicationId: columns.publication_id,
    publicationTitle: columns.name ?? columns.publication_title,
    position: columns.position,
    title: columns.title,
    ...given({
      url: columns.url,
      excerpt: columns.excerpt,
      category: columns.category,
      publishedAt: columns.published_at,
      updatedAt: columns.updated_at,
      image: columns.image,
      path: columns.path,
      comments: columns.comments,
    }),
    tags: list<string>(columns.tags),
    authors: list<Author>(columns.authors),
    words: columns.words,
    minutes: columns.minutes,
    isPartial: columns.is_partial === 1,
    ...(related !== null && {related: list<string>(related)}),
    ...(enclosures !== null && {enclosures: list<Enclosure>(enclosures)}),
    isRead: columns.is_read === 1,
    isStarred: columns.is_starred === 1,
    ...(columns.is_hidden === 1 && {isHidden: true}),
    progress: columns.progress,
    ...(ownTags.length > 0 && {ownTags}),
    ...(block !== null && offset !== null && {readingPosition: {block, offset}}),
  };
}

type Given<Values> = {[Name in keyof Values]?: NonNullable<Values[Name]>};

/** The values that are there: absent ones are left out, not undefined. */
export function given<Values extends Record<string, unknown>>(values: Values): Given<Values> {
  const entries = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Given<Values>;
}

/** A list kept as JSON; what the disk has damaged is an empty one. */
export function list<Item>(json: string): Item[] {
  if (json === '[]') return [];
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? (value as Item[]) : [];
  } catch {
    return [];
  }
}
