import type {Database} from '../file/database.ts';
import {printableLine} from '../../domain/text/printable.ts';
import type {Run} from '../file/in-parts.ts';
import {recordAct} from './acts.ts';

export function savedQueries(database: Database): {name: string; query: string}[] {
  return database
    .all<{name: string; query: string}>('SELECT name, query FROM saved_query ORDER BY name COLLATE NOCASE')
    .map(({name, query}) => ({name, query}));
}

/** Without a query the name is deleted. Only what really changes is an act. A name is one line. */
export function saveQuery(database: Database, run: Run, given: string, query: string | undefined): void {
  const name = query === undefined ? given : printableLine(given);
  database.write(
    () => {
      const was = savedQueries(database).find(one => one.name === name)?.query;
      if (was === query) return;
      applyQuery(database, name, query);
      const description = query === undefined ? `Removed the search ${name}` : `Saved the search ${name}`;
      recordAct(database, run, description, {kind: 'query', name, ...(was !== undefined && {was})});
    },
    {trying: 'The query could not be stored'},
  );
}

/** Writes a saved query into the file, or deletes it. */
export function applyQuery(database: Database, name: string, query: string | undefined): void {
  if (query === undefined) database.run('DELETE FROM saved_query WHERE name = ?', name);
  else
    database.run(
      'INSERT INTO saved_query (name, query) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET query = excluded.query',
      name,
      query,
    );
}
