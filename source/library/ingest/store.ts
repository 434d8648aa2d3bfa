import type {ArticleWithBody} from '../../domain/article/article.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Publication} from '../../domain/publication/publication.ts';
import type {Fetched, FetchedSource} from '../../domain/publication/source.ts';
import type {Database} from '../file/database.ts';
import {rest} from '../file/patience.ts';
import {noteArrival} from './arrivals.ts';
import {Incoming, prepareAll} from './incoming.ts';
import {recognise} from './recognise.ts';
import {homeOf, storeOne} from './store-one.ts';

/** Articles a transaction, so that a key that marks something meanwhile waits for some 20 ms at most. */
const BATCH = 100;

/** Milliseconds between two of them, in which whoever waits gets in. */
const BREATH = 5;

export type Stored = Readonly<{added: number; changed: number}>;

const TRYING = 'What was fetched could not be stored';

type Loaded = Extract<Fetched, {kind: 'loaded'}>;

/**
 * Takes in what a fetch brought. Small sources are one transaction; of a large one the validators come with
 * the last part, so that an interrupted one is fetched again. What is no longer in the source stays, and an
 * empty fetch takes nothing away.
 */
export function store(database: Database, publicationId: string, fetched: Fetched): Stored {
  const isEmpty =
    fetched.kind === 'loaded' && fetched.articles.length === 0 && hasArticles(database, publicationId);
  if (fetched.kind === 'unchanged' || isEmpty) {
    database.write(() => noteFetch(database, publicationId, fetched, isEmpty), {
      trying: TRYING,
      isDurable: false,
    });
    return {added: 0, changed: 0};
  }
  let added = 0;
  let changed = 0;
  const isNews = wasFetched(database, publicationId);
  const articles = recognise(database, fetched);
  for (let start = 0; start === 0 || start < articles.length; start += BATCH) {
    if (start > 0 && database.isFile) rest(BREATH);
    const batch = articles.slice(start, start + BATCH).map(one => new Incoming(one));
    prepareAll(database, batch);
    database.write(
      () => {
        if (start === 0) describe(database, publicationId, fetched.publication);
        const home = homeOf(database, publicationId);
        for (const [index, one] of batch.entries()) {
          const became = storeOne(database, home, one, start + index);
          if (became === 'added') {
            added++;
            noteArrival(database, {id: one.article.id, isNews});
          }
          if (became === 'changed') changed++;
        }
        if (start + BATCH < articles.length) return;
        placeEntries(
          database,
          home.n,
          articles.map(({article}) => article.id),
          fetched.isUpdate,
        );
        noteFetch(database, publicationId, fetched);
      },
      {trying: TRYING, isDurable: false},
    );
  }
  return {added, changed};
}

/**
 * The same for several small sources in one transaction, which writes a page of the file once where their
 * articles stand side by side. All or nothing.
 */
export function storeAll(database: Database, all: readonly FetchedSource[]): readonly Stored[] {
  return database.write(
    () => all.map(({publicationId, fetched}) => store(database, publicationId, fetched)),
    {
      trying: TRYING,
      isDurable: false,
    },
  );
}

/** An article that was opened by its address, and where it comes from; neither is followed. */
export function storeArticle(database: Database, one: ArticleWithBody, publication: Publication): void {
  database.write(
    () => {
      database.run(
        'INSERT INTO publication (id, location, title, is_listed, opened_at) VALUES (?, ?, ?, 0, ?) ON CONFLICT (id) DO UPDATE SET opened_at = excluded.opened_at',
        publication.id,
        publication.location,
        publication.title,
        database.now(),
      );
      const isNew = !hasArticles(database, publication.id);
      if (isNew) describe(database, publication.id, publication);
      const home = homeOf(database, publication.id);
      const last = database.count(
        'SELECT ifnull(max(position), -1) FROM entry WHERE publication = ?',
        home.n,
      );
      storeOne(database, home, new Incoming(one), last + 1);
    },
    {trying: `“${one.article.title}” could not be stored`, isDurable: false},
  );
}

function wasFetched(database: Database, publicationId: string): boolean {
  return database.has('SELECT 1 FROM publication WHERE id = ? AND fetched_at IS NOT NULL', publicationId);
}

function hasArticles(database: Database, publicationId: string): boolean {
  return database.count('SELECT total FROM publication WHERE id = ?', publicationId) > 0;
}

/** The publication's own words. What it no longer says stays as it was. */
function describe(
  database: Database,
  id: string,
  {title, tagline, homepage, language, newsletter}: Publication,
): void {
  const changes = database.run(
    `UPDATE publication SET title = coalesce(nullif(?, ''), title), tagline = coalesce(?, tagline), homepage = coalesce(?, homepage),
       language = coalesce(?, language), newsletter = coalesce(?, newsletter) WHERE id = ?`,
    title,
    tagline ?? null,
    homepage ?? null,
    language ?? null,
    newsletter ? JSON.stringify(newsletter) : null,
    id,
  );
  if (changes === 0)
    throw new ProblemError({
      kind: 'missing',
      message: `The library has no publication ${id}.`,
      advice: 'Add its source first.',
    });
}

/** Validators of an empty answer are not kept: they would make it stay the last word. */
function noteFetch(database: Database, id: string, fetched: Fetched, isEmpty = false): void {
  if (fetched.isPrivate !== undefined)
    database.run(
      'UPDATE publication SET is_private = ? WHERE id = ? AND is_private IS NULL',
      Number(fetched.isPrivate),
      id,
    );
  const {validators, dueAt} = fetched;
  const {feedUrl, movedTo}: Partial<Loaded> = fetched.kind === 'loaded' ? fetched : {};
  if (!isEmpty) {
    database.run(
      'UPDATE publication SET etag = ?, last_modified = ?, feed_url = coalesce(?, feed_url) WHERE id = ?',
      validators.etag ?? null,
      validators.lastModified ?? null,
      movedTo ?? feedUrl ?? null,
      id,
    );
  }
  database.run(
    'UPDATE publication SET due_at = ?, fetched_at = ?, failures = 0, problem = NULL WHERE id = ?',
    dueAt ?? null,
    new Date(database.now()).toISOString(),
    id,
  );
}

/**
 * Numbers a publication's articles: those that the source has, in its order, then those that have left it, in
 * theirs. An update names only what is new; nothing has left then.
 */
function placeEntries(
  database: Database,
  publication: number,
  ids: readonly string[],
  isUpdate = false,
): void {
  const list = JSON.stringify(ids);
  const isNamed = 'a.id IN (SELECT value FROM json_each(?))';
  database.run(
    `UPDATE publication SET in_source = CASE WHEN ? THEN (SELECT count(*) FROM entry WHERE publication = ?) ELSE ? END
     WHERE n = ?`,
    Number(isUpdate),
    publication,
    ids.length,
    publication,
  );
  database.run(
    `UPDATE entry SET position = place FROM (
       SELECT e.key this, ? + row_number() OVER (ORDER BY e.position, e.key) - 1 place
       FROM entry e JOIN article a ON a.key = e.key WHERE e.publication = ? AND NOT ${isNamed})
     WHERE key = this AND position <> place`,
    ids.length,
    publication,
    list,
  );
  database.run(
    `UPDATE entry SET position = place FROM (
       SELECT a.key this, j.key place FROM json_each(?) j JOIN article a ON a.id = j.value
       JOIN entry e ON e.key = a.key AND e.publication = ?)
     WHERE key = this AND position <> place`,
    list,
    publication,
  );
}
