import type {Database} from '../file/database.ts';

export type Arrangement = {
  isHidden?: boolean;
  isMuted?: boolean;
  folder?: string;
  rank?: number;
  name?: string;
};

const TRYING = 'The publications could not be arranged';

/** How one publication stands among the others. An empty folder or name takes it away. */
export function arrange(
  database: Database,
  id: string,
  {isHidden, isMuted, folder, rank, name}: Arrangement,
): void {
  database.write(
    () => {
      if (isHidden !== undefined)
        database.run('UPDATE publication SET is_hidden = ? WHERE id = ?', Number(isHidden), id);
      if (isMuted !== undefined)
        database.run('UPDATE publication SET is_muted = ? WHERE id = ?', Number(isMuted), id);
      if (folder !== undefined)
        database.run('UPDATE publication SET folder = ? WHERE id = ?', folder || null, id);
      if (rank !== undefined) database.run('UPDATE publication SET rank = ? WHERE id = ?', rank, id);
      if (name)
        database.run(
          "UPDATE publication SET settings = json_set(settings, '$.name', ?) WHERE id = ?",
          name,
          id,
        );
      else if (name === '')
        database.run("UPDATE publication SET settings = json_remove(settings, '$.name') WHERE id = ?", id);
    },
    {trying: TRYING},
  );
}

/** Puts publications first, in this order; the others keep theirs behind them. */
export function reorder(database: Database, ids: readonly string[]): void {
  database.write(
    () => {
      database.run('UPDATE publication SET rank = rank + ?', ids.length + 1);
      for (const [rank, id] of ids.entries())
        database.run('UPDATE publication SET rank = ? WHERE id = ?', rank, id);
      // Small numbers again, however often it is done.
      database.run(
        'UPDATE publication SET rank = place FROM (SELECT n number, row_number() OVER (ORDER BY rank, n) place FROM publication) WHERE n = number',
      );
    },
    {trying: TRYING},
  );
}
