import type {Article} from '../../domain/article/article.ts';
import {ProblemError} from '../../domain/problem.ts';
import {RESCUED} from '../../domain/publication/location.ts';
import type {Database} from '../file/database.ts';
import {bodyOf} from './bodies.ts';
import type {Incoming} from './incoming.ts';
import {indexArticle, labelArticle, termsOf} from './index-article.ts';
import {keyOf} from '../listing/rows.ts';
import {firstKeyOf, freeKey, KEYS_PER_SECOND} from '../listing/keys.ts';

/** The publication that articles are put into. */
export type Home = Readonly<{n: number; is_shown: number; is_muted: number}>;

export function homeOf(database: Database, publicationId: string): Home {
  const home = database.all<Home>(
    'SELECT n, (is_listed AND NOT is_hidden) is_shown, is_muted FROM publication WHERE id = ?',
    publicationId,
  )[0];
  if (home) return home;
  throw new ProblemError({
    kind: 'missing',
    message: `The library has no publication ${publicationId}.`,
    advice: 'Add its source first.',
  });
}

type Known = {
  key: number;
  fingerprint: string;
  guid: string | null;
  is_partial: number;
  has_body: number;
  publication: number | null;
};

/**
 * Takes one article in. A known one keeps its marks and its place in the text. `key`: where it stood among
 * all articles in the library that it comes from.
 */
export function storeOne(
  database: Database,
  home: Home,
  incoming: Incoming,
  position: number,
  key?: number,
): 'added' | 'changed' | 'same' {
  const {article, fingerprint} = incoming;
  const known = knownIn(database, home, article.id);
  if (known?.fingerprint === fingerprint) {
    if (incoming.guid !== undefined && known.guid !== incoming.guid)
      database.run('UPDATE article SET guid = ? WHERE key = ?', incoming.guid, known.key);
    return 'same';
  }
  if (known) {
    change(database, known, incoming, {home, position});
    return 'changed';
  }
  add(database, home, incoming, {position, wanted: key});
  return 'added';
}

/**
 * The article as it is here. An id is made of its publication's: only a file that was imported can have put
 * it into another one, from which it goes, unless it was rescued.
 */
function knownIn(database: Database, home: Home, id: string): Known | undefined {
  const known = database.all<Known>(
    `SELECT a.key, a.fingerprint, a.guid, a.is_partial, b.key IS NOT NULL has_body, e.publication
     FROM article a LEFT JOIN entry e ON e.key = a.key LEFT JOIN body b ON b.key = a.key WHERE a.id = ?`,
    id,
  )[0];
  if (!known || known.publication === null || known.publication === home.n) return known;
  if (database.has('SELECT 1 FROM publication WHERE n = ? AND location = ?', known.publication, RESCUED))
    return known;
  database.run('DELETE FROM article WHERE key = ?', known.key);
  return undefined;
}

function add(
  database: Database,
  home: Home,
  incoming: Incoming,
  {position, wanted}: {position: number; wanted: number | undefined},
): void {
  const {article} = incoming;
  const published = Date.parse(article.publishedAt ?? '');
  const date = Number.isNaN(published) || isAhead(published, database) ? database.now() : published;
  const isFree = wanted !== undefined && !database.has('SELECT 1 FROM article WHERE key = ?', wanted);
  const key = isFree ? wanted : freeKey(database, {date, position, publication: home.n});
  const values = {
    ...headOf(incoming),
    words: article.words,
    minutes: article.minutes,
    is_partial: Number(article.isPartial),
  };
  const names = Object.keys(values);
  database.run(
    `INSERT INTO article (key, id, ${names.join(', ')}) VALUES (?, ?, ${names.map(() => '?').join(', ')})`,
    key,
    article.id,
    ...Object.values(values),
  );
  database.run(
    'INSERT INTO entry (key, publication, position, is_shown, is_read, is_partial, minutes, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    key,
    home.n,
    position,
    home.is_shown,
    home.is_muted,
    Number(article.isPartial),
    article.minutes,
    Math.floor(database.now()),
  );
  keepBody(database, key, incoming);
  indexLater(database, key, article, () => incoming.made.terms, false);
}

type Change = {home: Home; position: number};

/** An edit. A teaser, or nothing, never replaces a whole text that is already here. */
function change(database: Database, known: Known, incoming: Incoming, {home, position}: Change): void {
  const {article} = incoming;
  const key = movedKey(database, known.key, article, {home, position});
  const isPoorer =
    known.has_body === 1 && (!incoming.made.hasText || (article.isPartial && known.is_partial === 0));
  const counts = isPoorer
    ? {}
    : {words: article.words, minutes: article.minutes, is_partial: Number(article.isPartial)};
  const values = {...headOf(incoming), ...counts};
  database.run(
    `UPDATE article SET ${Object.keys(values)
      .map(name => `${name} = ?`)
      .join(', ')} WHERE key = ?`,
    ...Object.values(values),
    key,
  );
  if (!isPoorer) {
    database.run(
      'UPDATE entry SET is_partial = ?, minutes = ? WHERE key = ?',
      Number(article.isPartial),
      article.minutes,
      key,
    );
    keepBody(database, key, incoming);
  }
  const terms = () => (isPoorer ? termsOf(article, bodyOf(database, article.id)) : incoming.made.terms);
  indexLater(database, key, article, terms, true);
}

/**
 * Full text is indexed at the end of the transaction and by ascending key: FTS5 writes a segment of its own
 * for each article when a statement with a trigger comes in between or a key is lower than the last, and that
 * costs five times as much.
 */
function indexLater(
  database: Database,
  key: number,
  article: Article,
  terms: () => readonly string[],
  isKnown: boolean,
): void {
  labelArticle(database, key, article);
  database.beforeCommit(article.id, key, () => {
    const last = keyOf(database, article.id);
    if (last !== undefined) indexArticle(database, last, terms(), isKnown);
  });
}

/** Milliseconds: zones that were left out, and clocks that differ. */
const SOON = 24 * 60 * 60 * 1000;

/** An article that is dated next year lies where it came in, not on top of all lists until then. */
function isAhead(date: number, database: Database): boolean {
  return date > database.now() + SOON;
}

/** A new date is a new place in every list, so a new key. */
function movedKey(
  database: Database,
  key: number,
  {publishedAt}: Article,
  {home, position}: {home: Home; position: number},
): number {
  if (publishedAt === undefined) return key;
  const date = Date.parse(publishedAt);
  if (Number.isNaN(date) || isAhead(date, database)) return key;
  if (firstKeyOf(date / 1000) === Math.floor(key / KEYS_PER_SECOND) * KEYS_PER_SECOND) return key;
  const moved = freeKey(database, {date, position, publication: home.n});
  database.run('DELETE FROM term WHERE rowid = ?', key);
  database.run('UPDATE article SET key = ? WHERE key = ?', moved, key);
  return moved;
}

function keepBody(database: Database, key: number, {body: {format, base}, made}: Incoming): void {
  database.run(
    'INSERT OR REPLACE INTO body (key, format, base, content) VALUES (?, ?, ?, ?)',
    key,
    format,
    base ?? null,
    made.packed,
  );
}

function headOf({article, fingerprint, guid}: Incoming): Record<string, string | null> {
  const {title, url, excerpt, category, tags, authors, publishedAt, updatedAt, image, path} = article;
  const {related, comments, enclosures} = article;
  return {
    title,
    url: url ?? null,
    excerpt: excerpt ?? null,
    category: category ?? null,
    tags: JSON.stringify(tags),
    authors: JSON.stringify(authors),
    published_at: publishedAt ?? null,
    updated_at: updatedAt ?? null,
    image: image ?? null,
    path: path ?? null,
    related: related ? JSON.stringify(related) : null,
    comments: comments ?? null,
    enclosures: enclosures ? JSON.stringify(enclosures) : null,
    guid: guid ?? null,
    fingerprint,
  };
}
