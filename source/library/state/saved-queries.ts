import type {Database} from '../file/database.ts';

export function savedQueries(database: Database): {name: string; query: string}[] {
  return database
    .all<{name: string; query: string}>('SELECT name, query FROM saved_query ORDER BY name COLLATE NOCASE')
    .map(({name, query}) => ({name, query}));
}

/** `undefined` takes a saved query away. */
export function saveQuery(database: Database, name: string, query: string | undefined): void {
  database.write(
    () =>
      query === undefined
        ? database.run('DELETE FROM saved_query WHERE name = ?', name)
        : database.run(
            'INSERT INTO saved_query (name, query) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET query = excluded.query',
            name,
            query,
          ),
    {trying: 'The query could not be stored'},
  );
}
