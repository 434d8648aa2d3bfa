import type {Instant} from '../../domain/article/article.ts';
import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import {ownSettingsFrom} from '../../domain/publication/own-settings.ts';
import type {Problem} from '../../domain/problem.ts';
import type {StateLine} from '../../domain/state-line.ts';
import type {Database} from '../file/database.ts';
import type {Value} from '../file/sqlite.ts';
import {bodyOf, markdownOf} from '../ingest/bodies.ts';
import {given, rowByKey} from '../listing/rows.ts';
import {object} from './publications.ts';
import {savedQueries} from './saved-queries.ts';
import {signups} from './signups.ts';

/** Everything, line by line; nothing is held in memory but the line. */
export function* exportState(database: Database): Iterable<StateLine> {
  yield {kind: 'inkwell', version: 1};
  for (const columns of database.all<Columns>('SELECT * FROM publication ORDER BY rank, n')) {
    yield publicationLine(columns);
    const keys = database.all<{key: number}>(
      'SELECT key FROM entry WHERE publication = ? ORDER BY position, key',
      columns.n,
    );
    for (const {key} of keys) yield* articleLine(database, key);
  }
  // A mail stays on this machine, and letters are counted anew.
  for (const {confirmation: _, letters: __, ...signup} of signups(database).toReversed())
    yield {kind: 'signup', signup};
  for (const {name, query} of savedQueries(database)) yield {kind: 'query', name, query};
  const {visited_at: last = 0, visit_before: before = 0} =
    database.all<{visited_at: number; visit_before: number}>(
      'SELECT visited_at, visit_before FROM state',
    )[0] ?? {};
  yield {kind: 'visits', last: instant(last), before: instant(before)};
}

type Columns = Record<'id' | 'location' | 'title' | 'settings', string> &
  Record<
    | 'tagline'
    | 'homepage'
    | 'language'
    | 'newsletter'
    | 'found_newsletter'
    | 'feed_url'
    | 'etag'
    | 'last_modified'
    | 'fetched_at'
    | 'due_at'
    | 'problem'
    | 'folder'
    | 'own_settings',
    string | null
  > &
  Record<
    'n' | 'is_listed' | 'is_hidden' | 'is_muted' | 'rank' | 'in_source' | 'opened_at' | 'failures',
    number
  > &
  Record<'is_private', number | null>;

function publicationLine(columns: Columns): StateLine {
  const {id, title, location, tagline, homepage, language, folder} = columns;
  return {
    kind: 'publication',
    publication: {
      id,
      title,
      location,
      ...given({
        tagline,
        homepage,
        language,
        newsletter: object(columns.newsletter) as Newsletter | undefined,
      }),
    },
    source: {
      isListed: columns.is_listed === 1,
      isHidden: columns.is_hidden === 1,
      isMuted: columns.is_muted === 1,
      rank: columns.rank,
      inSource: columns.in_source,
      openedAt: instant(columns.opened_at),
      settings: object(columns.settings) ?? {},
      ...(columns.own_settings !== null && {own: ownSettingsFrom(object(columns.own_settings))}),
      validators: given({etag: columns.etag, lastModified: columns.last_modified}),
      failures: columns.failures,
      ...(columns.is_private !== null && {isPrivate: columns.is_private === 1}),
      ...given({
        folder,
        feedUrl: columns.feed_url,
        fetchedAt: columns.fetched_at,
        dueAt: columns.due_at,
        problem: object(columns.problem) as Problem | undefined,
        foundNewsletter: object(columns.found_newsletter) as Newsletter | undefined,
      }),
    },
  };
}

function* articleLine(database: Database, key: number): Iterable<StateLine> {
  const row = rowByKey(database, key);
  const times = database.all<Record<'added_at' | 'touched_at', Value>>(
    'SELECT added_at, touched_at FROM entry WHERE key = ?',
    key,
  )[0];
  if (!row || !times) return;
  const {
    isRead,
    isStarred,
    isHidden,
    ownTags,
    progress,
    readingPosition,
    publicationTitle: _,
    ...article
  } = row;
  yield {
    kind: 'article',
    key,
    article,
    marks: {isRead, isStarred, progress, ...given({readingPosition, ownTags, isHidden})},
    ...given({body: bodyOf(database, row.id), markdown: markdownOf(database, row.id)}),
    addedAt: instant(Number(times.added_at)),
    ...(times.touched_at !== null && {touchedAt: instant(Number(times.touched_at))}),
  };
}

/** Milliseconds since 1970 as a moment. */
export function instant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}
