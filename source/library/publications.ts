import type {Newsletter} from '../domain/newsletter.ts';
import type {Problem} from '../domain/problem.ts';
import type {Source, SourceSettings} from '../domain/source.ts';
import type {PublicationRow} from '../domain/view.ts';
import type {Database} from './database.ts';
import {given} from './rows.ts';

type Columns = {
  id: string;
  location: string;
  title: string;
  tagline: string | null;
  homepage: string | null;
  language: string | null;
  newsletter: string | null;
  found_newsletter: string | null;
  settings: string;
  feed_url: string | null;
  etag: string | null;
  last_modified: string | null;
  fetched_at: string | null;
  due_at: string | null;
  failures: number;
  problem: string | null;
  is_listed: number;
  is_hidden: number;
  is_muted: number;
  folder: string | null;
  total: number;
  unread: number;
};

/** Those that are followed, in the reader's order, then those that were opened for this run. */
export function publicationRows(database: Database, opened: ReadonlySet<string>): PublicationRow[] {
  const rows = database.all<Columns>(
    `SELECT * FROM publication WHERE is_listed OR id IN (SELECT value FROM json_each(?))
     ORDER BY is_listed DESC, rank, ifnull(settings ->> 'name', title) COLLATE NOCASE, n`,
    JSON.stringify([...opened]),
  );
  return rows.map(toRow);
}

export function publicationRow(database: Database, id: string): PublicationRow | undefined {
  const columns = find(database, id);
  return columns && toRow(columns);
}

export function listedSources(database: Database): Source[] {
  return database.all<Columns>('SELECT * FROM publication WHERE is_listed ORDER BY rank, n').map(toSource);
}

export function findSource(database: Database, id: string): Source | undefined {
  const columns = find(database, id);
  return columns && toSource(columns);
}

function find(database: Database, id: string): Columns | undefined {
  return database.all<Columns>('SELECT * FROM publication WHERE id = ?', id)[0];
}

/**
 * The reader's own words about a newsletter count before the source's, and those before what was found elsewhere; but a
 * source that has words only, and no sign-up, gives way to what was found, which has those words too.
 */
function toRow(columns: Columns): PublicationRow {
  const settings: SourceSettings = object(columns.settings) ?? {};
  const said = settings.newsletter ?? (object(columns.newsletter) as Newsletter | undefined);
  const found = object(columns.found_newsletter) as Newsletter | undefined;
  const newsletter = said?.signup.kind === 'none' ? (found ?? said) : (said ?? found);
  const problem = object(columns.problem) as Problem | undefined;
  const {tagline, homepage, language, folder} = columns;
  return {
    id: columns.id,
    title: settings.name ?? columns.title,
    location: columns.location,
    ...given({
      tagline,
      homepage,
      language,
      newsletter,
      folder,
      problem,
      fetchedAt: columns.fetched_at,
      dueAt: columns.due_at,
    }),
    total: columns.total,
    unread: columns.unread,
    isListed: columns.is_listed === 1,
    isHidden: columns.is_hidden === 1,
    isMuted: columns.is_muted === 1,
  };
}

function toSource(columns: Columns): Source {
  return {
    publicationId: columns.id,
    location: columns.location,
    settings: object(columns.settings) ?? {},
    validators: given({etag: columns.etag, lastModified: columns.last_modified}),
    ...given({feedUrl: columns.feed_url, fetchedAt: columns.fetched_at, dueAt: columns.due_at}),
    failures: columns.failures,
  };
}

/** A value kept as JSON; undefined where there is none or the disk has damaged it. */
export function object(json: string | null): object | undefined {
  if (json === null) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
