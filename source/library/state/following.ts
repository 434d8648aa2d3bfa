import {publicationId} from '../../domain/article/identity.ts';
import {canonicalLocation, provisionalTitle, SAVED} from '../../domain/publication/location.ts';
import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Source, SourceSettings} from '../../domain/publication/source.ts';
import type {Database} from '../file/database.ts';
import {findSource} from './publications.ts';
import {recordAct} from './acts.ts';
import type {Run} from '../file/in-parts.ts';

export type FollowOptions = {
  isListed: boolean;
  settings?: SourceSettings;
  folder?: string;
  isConfigured?: boolean;
  isPrivate?: boolean;
};

/** Begins to follow a location, or opens it for this run; what is known of it is kept. */
export function follow(
  database: Database,
  location: string,
  {isListed, settings, folder, isConfigured = false, isPrivate}: FollowOptions,
): Source {
  const id = publicationId(canonicalLocation(location));
  return database.write(
    () => {
      database.run(
        `INSERT INTO publication (id, location, title, is_listed, opened_at, rank)
         VALUES (?, ?, ?, ?, ?, (SELECT ifnull(max(rank), 0) + 1 FROM publication))
         ON CONFLICT (id) DO UPDATE SET opened_at = excluded.opened_at`,
        id,
        location,
        provisionalTitle(location),
        Number(isListed),
        database.now(),
      );
      if (isListed) database.run('UPDATE publication SET is_listed = 1 WHERE id = ? AND NOT is_listed', id);
      if (isPrivate !== undefined)
        database.run('UPDATE publication SET is_private = ? WHERE id = ?', Number(isPrivate), id);
      if (settings)
        database.run('UPDATE publication SET settings = ? WHERE id = ?', JSON.stringify(settings), id);
      if (folder !== undefined) database.run('UPDATE publication SET folder = ? WHERE id = ?', folder, id);
      return known(findSource(database, id), id);
    },
    {
      trying: location === SAVED ? 'The page could not be saved' : `${location} could not be added`,
      isReading: isConfigured || !isListed,
    },
  );
}

/** Many at once, all or none: each by itself would wait for the disk. */
export function followAll(
  database: Database,
  sources: readonly (FollowOptions & {location: string})[],
): void {
  database.write(
    () => {
      for (const {location, ...options} of sources) follow(database, location, options);
    },
    {trying: 'The sources could not be added'},
  );
}

/** Stops following. Articles and marks stay for a while, so that it can be taken back (see prune). */
export function unfollow(database: Database, run: Run, id: string): void {
  database.write(
    () => {
      const was = database.all<{title: string; rank: number}>(
        "SELECT ifnull(settings ->> 'name', title) title, rank FROM publication WHERE id = ? AND is_listed",
        id,
      )[0];
      if (!was) return;
      database.run('UPDATE publication SET is_listed = 0, opened_at = ? WHERE id = ?', database.now(), id);
      recordAct(database, run, `Removed ${was.title}`, {kind: 'unfollow', publicationId: id});
    },
    {trying: 'The publication could not be removed'},
  );
}

/** A failed fetch changes nothing but what is said about it. */
export function noteFailure(database: Database, id: string, problem: Problem, dueAt?: string): void {
  database.write(
    () =>
      database.run(
        'UPDATE publication SET problem = ?, failures = min(failures + 1, 1000000), due_at = ? WHERE id = ?',
        JSON.stringify(problem),
        dueAt ?? null,
        id,
      ),
    {isDurable: false},
  );
}

export function keepNewsletter(database: Database, id: string, newsletter: Newsletter | undefined): void {
  database.write(
    () =>
      database.run(
        'UPDATE publication SET found_newsletter = ? WHERE id = ?',
        newsletter ? JSON.stringify(newsletter) : null,
        id,
      ),
    {isDurable: false},
  );
}

function known(source: Source | undefined, id: string): Source {
  if (source) return source;
  throw new ProblemError({kind: 'missing', message: `The library has no publication ${id}.`});
}
