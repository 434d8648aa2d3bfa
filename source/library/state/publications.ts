import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import {ownSettingsFrom} from '../../domain/publication/own-settings.ts';
import type {OwnSettings} from '../../domain/publication/own-settings.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Source, SourceSettings} from '../../domain/publication/source.ts';
import type {PublicationRow} from '../../domain/query/view.ts';
import type {Database} from '../file/database.ts';
import {given} from '../listing/rows.ts';

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
  own_settings: string | null;
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
  is_private: number | null;
  folder: string | null;
  account: string | null;
  total: number;
  unread: number;
  has_marks?: number;
};

/** The columns of a row; the others are for fetching. */
const SHOWN = [
  'id',
  'location',
  'title',
  'tagline',
  'homepage',
  'language',
  'newsletter',
  'found_newsletter',
  'settings',
  'own_settings',
  'fetched_at',
  'due_at',
  'problem',
  'is_listed',
  'is_hidden',
  'is_muted',
  'is_private',
  'folder',
  'account',
  'total',
  'unread',
] as const;

type Shown = Pick<Columns, (typeof SHOWN)[number]>;

/** The last answer, which is given again as long as it is the same. */
export type LastRows = {text?: string; rows?: readonly PublicationRow[]};

/**
 * Those that are followed, in the reader's order, then those that were opened for this run. They come as one
 * JSON text: a thousand objects of the driver's would take several times as long, and it tells at once
 * whether anything is new.
 */
export function publicationRows(
  database: Database,
  opened: ReadonlySet<string>,
  last: LastRows = {},
): readonly PublicationRow[] {
  const [{text} = {text: '[]'}] = database.all<{text: string}>(
    `SELECT json_group_array(json_object(${SHOWN.map(name => `'${name}', ${name}`).join(', ')})) text FROM (
       SELECT * FROM publication WHERE is_listed OR id IN (SELECT value FROM json_each(?))
       ORDER BY is_listed DESC, rank, ifnull(settings ->> 'name', title) COLLATE NOCASE, n)`,
    JSON.stringify([...opened]),
  );
  if (last.rows && last.text === text) return last.rows;
  const rows = (JSON.parse(text) as readonly Shown[]).map(toRow);
  return Object.assign(last, {text, rows}).rows;
}

export function publicationRow(database: Database, id: string): PublicationRow | undefined {
  const columns = find(database, id);
  return columns && toRow(columns);
}

/** Read marks wait to be sent to the mailbox. */
const HAS_MARKS = `location LIKE 'imap%' AND EXISTS (SELECT 1 FROM account a
  JOIN pending w ON w.account = a.n WHERE a.name = publication.location AND w.kind = 'read') has_marks`;

export function listedSources(database: Database): Source[] {
  return database
    .all<Columns>(`SELECT *, ${HAS_MARKS} FROM publication WHERE is_listed ORDER BY rank, n`)
    .map(toSource);
}

export function findSource(database: Database, id: string): Source | undefined {
  const columns = find(database, id);
  return columns && toSource(columns);
}

function find(database: Database, id: string): Columns | undefined {
  return database.all<Columns>('SELECT * FROM publication WHERE id = ?', id)[0];
}

/**
 * The reader's own words about a newsletter count before the source's, and those before what was found
 * elsewhere; but a source that has words only, and no sign-up, gives way to what was found, which has those
 * words too.
 */
function toRow(columns: Shown): PublicationRow {
  const settings: SourceSettings = columns.settings === '{}' ? {} : (object(columns.settings) ?? {});
  const said = settings.newsletter ?? (object(columns.newsletter) as Newsletter | undefined);
  const found = object(columns.found_newsletter) as Newsletter | undefined;
  const newsletter = said?.signup.kind === 'none' ? (found ?? said) : (said ?? found);
  const problem = object(columns.problem) as Problem | undefined;
  const {tagline, homepage, language, folder, account, fetched_at: fetchedAt, due_at: dueAt} = columns;
  return {
    id: columns.id,
    title: settings.name ?? columns.title,
    location: columns.location,
    ...ownOf(columns),
    ...(tagline !== null && {tagline}),
    ...(homepage !== null && {homepage}),
    ...(language !== null && {language}),
    ...(newsletter && {newsletter}),
    ...(folder !== null && {folder}),
    ...(account !== null && {account}),
    ...(problem && {problem}),
    ...(fetchedAt !== null && {fetchedAt}),
    ...(dueAt !== null && {dueAt}),
    total: columns.total,
    unread: columns.unread,
    isListed: columns.is_listed === 1,
    isHidden: columns.is_hidden === 1,
    isMuted: columns.is_muted === 1,
    ...(columns.is_private === 1 && {isPrivate: true}),
  };
}

function toSource(columns: Columns): Source {
  return {
    publicationId: columns.id,
    location: columns.location,
    settings: object(columns.settings) ?? {},
    ...ownOf(columns),
    validators: given({etag: columns.etag, lastModified: columns.last_modified}),
    ...given({
      feedUrl: columns.feed_url,
      fetchedAt: columns.fetched_at,
      dueAt: columns.due_at,
      account: columns.account,
    }),
    ...(columns.is_private !== null && {isPrivate: columns.is_private === 1}),
    ...(columns.has_marks === 1 && {hasMarks: true}),
    failures: columns.failures,
  };
}

/** Settings of the reader's own, where there are any. */
function ownOf({own_settings: json}: Pick<Columns, 'own_settings'>): {own?: OwnSettings} {
  return json === null ? {} : {own: ownSettingsFrom(object(json))};
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
