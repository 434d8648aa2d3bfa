import type {Database} from '../file/database.ts';
import type {Run} from '../file/in-parts.ts';
import {recordAct} from './acts.ts';
import type {Arrangement} from './acts.ts';

const TRYING = 'The publications could not be arranged';

/** Arranges a publication; only what really changes is an act. */
export function arrange(database: Database, run: Run, id: string, change: Arrangement): void {
  database.write(
    () => {
      const before = arrangementOf(database, id);
      if (!before) return;
      const changed = Object.entries(change).filter(
        ([key, value]) => before.is[key as keyof Arrangement] !== value,
      );
      if (changed.length === 0) return;
      const was = Object.fromEntries(changed.map(([key]) => [key, before.is[key as keyof Arrangement]]));
      applyArrangement(database, id, change);
      recordAct(database, run, descriptionOf(before.title, change), {
        kind: 'arrange',
        publicationId: id,
        was,
      });
    },
    {trying: TRYING},
  );
}

/** Writes an arrangement into the file. */
export function applyArrangement(
  database: Database,
  id: string,
  {isHidden, isMuted, folder, rank, name}: Arrangement,
): void {
  if (isHidden !== undefined)
    database.run('UPDATE publication SET is_hidden = ? WHERE id = ?', Number(isHidden), id);
  if (isMuted !== undefined)
    database.run('UPDATE publication SET is_muted = ? WHERE id = ?', Number(isMuted), id);
  if (folder !== undefined)
    database.run('UPDATE publication SET folder = ? WHERE id = ?', folder || null, id);
  if (rank !== undefined) database.run('UPDATE publication SET rank = ? WHERE id = ?', rank, id);
  if (name)
    database.run("UPDATE publication SET settings = json_set(settings, '$.name', ?) WHERE id = ?", name, id);
  else if (name === '')
    database.run("UPDATE publication SET settings = json_remove(settings, '$.name') WHERE id = ?", id);
}

/** Puts publications first, in this order; the others follow in theirs. */
export function reorder(database: Database, run: Run, ids: readonly string[]): void {
  database.write(
    () => {
      const was = orderOf(database);
      applyOrder(database, ids);
      if (orderOf(database).join(' ') !== was.join(' '))
        recordAct(database, run, 'Moved a publication', {kind: 'reorder', was});
    },
    {trying: TRYING},
  );
}

/** Writes an order into the file. */
export function applyOrder(database: Database, ids: readonly string[]): void {
  database.run('UPDATE publication SET rank = rank + ?', ids.length + 1);
  for (const [rank, id] of ids.entries())
    database.run('UPDATE publication SET rank = ? WHERE id = ?', rank, id);
  // Small numbers again, however often it is done.
  database.run(
    'UPDATE publication SET rank = place FROM (SELECT n number, row_number() OVER (ORDER BY rank, n) place FROM publication) WHERE n = number',
  );
}

function orderOf(database: Database): readonly string[] {
  return database.all<{id: string}>('SELECT id FROM publication ORDER BY rank, n').map(({id}) => id);
}

function arrangementOf(
  database: Database,
  id: string,
): {title: string; is: Required<Arrangement>} | undefined {
  const row = database.all<{
    title: string;
    name: string | null;
    folder: string | null;
    rank: number;
    is_hidden: number;
    is_muted: number;
  }>(
    "SELECT title, settings ->> 'name' name, folder, rank, is_hidden, is_muted FROM publication WHERE id = ?",
    id,
  )[0];
  return (
    row && {
      title: row.name ?? row.title,
      is: {
        isHidden: row.is_hidden === 1,
        isMuted: row.is_muted === 1,
        folder: row.folder ?? '',
        rank: row.rank,
        name: row.name ?? '',
      },
    }
  );
}

function descriptionOf(title: string, {isHidden, isMuted, folder, name}: Arrangement): string {
  if (isHidden !== undefined) return `${isHidden ? 'Hid' : 'Showed'} ${title}`;
  if (isMuted !== undefined) return `${isMuted ? 'Muted' : 'Unmuted'} ${title}`;
  if (folder !== undefined)
    return folder === '' ? `Took ${title} out of its folder` : `Put ${title} into ${folder}`;
  if (name !== undefined) return name === '' ? `Removed the name of ${title}` : `Renamed ${title} to ${name}`;
  return `Moved ${title}`;
}
