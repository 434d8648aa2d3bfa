import {printableLine} from '../../domain/text/printable.ts';
import {ownSettingsFrom} from '../../domain/publication/own-settings.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Imported, StateLine} from '../../domain/state-line.ts';
import {keepMarkdown} from '../ingest/bodies.ts';
import type {Database} from '../file/database.ts';
import {keyOf} from '../listing/rows.ts';
import {setTag} from './own-tags.ts';
import {applyQuery} from './saved-queries.ts';
import {insertSignup} from './signups.ts';
import {Incoming} from '../ingest/incoming.ts';
import {homeOf, storeOne} from '../ingest/store-one.ts';

type Line<Kind extends StateLine['kind']> = Extract<StateLine, {kind: Kind}>;

/** Lines a transaction. */
const BATCH = 500;

/**
 * Takes in what `exportState` gave. What the library has already stays, and gains the marks that the lines
 * have: read, starred and the later place in the text win. Kinds that this version does not know are passed
 * over.
 */
export function importState(database: Database, lines: Iterable<StateLine>): Imported {
  const imported = {sources: 0, articles: 0, marks: 0, signups: 0, own: new Set<string>()};
  let batch: StateLine[] = [];
  const importBatch = (): void => {
    database.write(() => batch.forEach(line => importWhole(database, line, imported)), {
      trying: 'The state could not be imported',
    });
    batch = [];
  };
  for (const line of lines) {
    batch.push(line);
    if (batch.length === BATCH) importBatch();
  }
  importBatch();
  const {own: _, ...counts} = imported;
  return counts;
}

/** A line that lacks something is told as such; the lines of its transaction are taken back with it. */
function importWhole(database: Database, line: StateLine, imported: Counts): void {
  try {
    importLine(database, line, imported);
  } catch (error) {
    if (!(error instanceof TypeError) && !isRefused(error)) throw error;
    throw new ProblemError(
      {
        kind: 'malformed',
        message: `A line of kind “${printableLine(line.kind)}” is not whole, so the import ended there.`,
        advice: 'Export again; importing again does no harm.',
      },
      {cause: error},
    );
  }
}

/** The tables do not take it: SQLite's codes of a broken constraint, and of a value of another type. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  const code = error.errcode & 0xff;
  return code === 19 || code === 20;
}

/** `own`: the publications that came with these lines. */
type Counts = {-readonly [Name in keyof Imported]: number} & Readonly<{own: Set<string>}>;

function importLine(database: Database, line: StateLine, imported: Counts): void {
  switch (line.kind) {
    case 'inkwell': {
      if (line.version !== 1)
        throw new ProblemError({
          kind: 'unsupported',
          message: 'The state was exported by a newer Inkwell.',
          advice: 'Install that one to import it.',
        });
      return;
    }
    case 'publication': {
      const {id} = line.publication;
      if (!database.has('SELECT 1 FROM publication WHERE id = ?', id)) imported.own.add(id);
      importPublication(database, line);
      imported.sources += Number(line.source.isListed);
      return;
    }
    case 'article': {
      importArticle(database, line, imported);
      return;
    }
    case 'signup': {
      imported.signups += importSignup(database, line);
      return;
    }
    case 'query': {
      // One of that name is the reader's own, and nothing is taken away.
      const isKnown = database.has('SELECT 1 FROM saved_query WHERE name = ?', line.name);
      if (line.query !== undefined && !isKnown) applyQuery(database, line.name, line.query);
      return;
    }
    case 'visits': {
      const [last = 0, before = 0] = [line.last, line.before].map(at =>
        Math.min(Date.parse(at), database.now()),
      );
      database.run(
        'UPDATE state SET visited_at = ?, visit_before = ? WHERE visited_at < ?',
        last,
        before,
        last,
      );
      return;
    }
    default: {
      return;
    }
  }
}

function importPublication(database: Database, {publication, source}: Line<'publication'>): void {
  const values = {
    id: publication.id,
    location: publication.location,
    title: publication.title,
    tagline: publication.tagline,
    homepage: publication.homepage,
    language: publication.language,
    newsletter: json(publication.newsletter),
    found_newsletter: json(source.foundNewsletter),
    settings: JSON.stringify(source.settings),
    own_settings: source.own && JSON.stringify(ownSettingsFrom(source.own)),
    feed_url: source.feedUrl,
    etag: source.validators.etag,
    last_modified: source.validators.lastModified,
    fetched_at: source.fetchedAt,
    due_at: source.dueAt,
    failures: source.failures,
    problem: json(source.problem),
    is_listed: Number(source.isListed),
    is_hidden: Number(source.isHidden),
    is_muted: Number(source.isMuted),
    is_private: source.isPrivate === undefined ? undefined : Number(source.isPrivate),
    folder: source.folder,
    rank: source.rank,
    in_source: source.inSource,
    opened_at: Date.parse(source.openedAt),
  };
  const names = Object.keys(values);
  database.run(
    `INSERT INTO publication (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET is_listed = max(is_listed, excluded.is_listed)`,
    ...Object.values(values).map(value => value ?? null),
  );
}

function importArticle(database: Database, line: Line<'article'>, imported: Counts): void {
  const {article, body = {format: 'text', content: ''}, markdown, marks, addedAt, touchedAt} = line;
  if (keyOf(database, article.id) === undefined) {
    const home = homeOf(database, article.publicationId);
    storeOne(database, home, new Incoming({article, body}), article.position, line.key);
    if (!line.body) database.run('DELETE FROM body WHERE key = ?', keyOf(database, article.id) ?? null);
    if (markdown !== undefined) keepMarkdown(database, article.id, markdown);
    database.run(
      'UPDATE entry SET added_at = ?, is_read = 0, is_hidden = ? WHERE key = ?',
      Date.parse(addedAt),
      // Of a source that was here before nothing is hidden, also not what is still to come.
      Number(marks.isHidden === true && imported.own.has(article.publicationId)),
      keyOf(database, article.id) ?? null,
    );
    imported.articles++;
  }
  const {isRead, isStarred, ownTags = [], progress, readingPosition} = marks;
  imported.marks += Number(isRead) + Number(isStarred);
  const key = keyOf(database, article.id) ?? null;
  if (key !== null) for (const name of ownTags) setTag(database, name, 1, [key]);
  database.run(
    'UPDATE entry SET is_read = max(is_read, ?), is_starred = max(is_starred, ?) WHERE key = ?',
    Number(isRead),
    Number(isStarred),
    key,
  );
  // A place is not replaced by none, nor for the rest of time.
  const hasPlace = Number(progress > 0 || readingPosition !== undefined);
  const touched = touchedAt === undefined ? null : Math.min(Date.parse(touchedAt), database.now());
  database.run(
    `UPDATE entry SET progress = ?, block = ?, offset = ?, touched_at = ?
     WHERE key = ? AND ifnull(touched_at, 0) < ifnull(?, 1) AND (? OR touched_at IS NULL)`,
    progress,
    readingPosition?.block ?? null,
    readingPosition?.offset ?? null,
    touched,
    key,
    touched,
    hasPlace,
  );
}

/** One that is known already is not doubled. */
function importSignup(database: Database, {signup}: Line<'signup'>): number {
  const {id, publicationId, at} = signup;
  if (database.has('SELECT 1 FROM signup WHERE publication_id = ? AND at = ?', publicationId, at)) return 0;
  const isTaken = database.has('SELECT 1 FROM signup WHERE id = ?', id);
  return insertSignup(database, signup, isTaken ? undefined : id);
}

function json(value: object | undefined): string | undefined {
  return value && JSON.stringify(value);
}
