import {ownSettingsFrom} from '../../domain/publication/own-settings.ts';
import type {Arrangement, OwnSettings} from '../../domain/publication/own-settings.ts';
import type {Database} from '../file/database.ts';
import type {Run} from '../file/in-parts.ts';
import {recordAct} from './acts.ts';
import {object} from './publications.ts';

const TRYING = 'The publications could not be arranged';

/** Arranges a publication; only what really changes is an act. */
export function arrange(database: Database, run: Run, id: string, change: Arrangement): void {
  database.write(
    () => {
      const before = arrangementOf(database, id);
      if (!before) return;
      const {own: ownChange = {}, ...rest} = change;
      const own = Object.entries(ownChange).filter(
        ([key, value]) => (before.own[key as keyof OwnSettings] ?? null) !== value,
      );
      const changed = Object.entries(rest).filter(
        ([key, value]) => before.is[key as keyof typeof before.is] !== value,
      );
      if (changed.length + own.length === 0) return;
      const was: Arrangement = {
        ...Object.fromEntries(changed.map(([key]) => [key, before.is[key as keyof typeof before.is]])),
        ...(own.length > 0 && {
          own: Object.fromEntries(own.map(([key]) => [key, before.own[key as keyof OwnSettings] ?? null])),
        }),
      };
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
  {isHidden, isMuted, folder, rank, name, own = {}}: Arrangement,
): void {
  for (const [key, value] of Object.entries(own)) setOwn(database, id, key, value);
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

function setOwn(database: Database, id: string, key: string, value: unknown): void {
  const kept = ownSettingsOf(database, id);
  const {[key as keyof OwnSettings]: _, ...others} = kept;
  const own = ownSettingsFrom(value === null ? others : {...kept, [key]: value});
  database.run(
    'UPDATE publication SET own_settings = ? WHERE id = ?',
    Object.keys(own).length === 0 ? null : JSON.stringify(own),
    id,
  );
}

function ownSettingsOf(database: Database, id: string): OwnSettings {
  const row = database.all<{own: string | null}>(
    'SELECT own_settings own FROM publication WHERE id = ?',
    id,
  )[0];
  return ownSettingsFrom(object(row?.own ?? null));
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
): {title: string; is: Required<Omit<Arrangement, 'own'>>; own: OwnSettings} | undefined {
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
      own: ownSettingsOf(database, id),
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

function descriptionOf(title: string, {isHidden, isMuted, folder, name, own}: Arrangement): string {
  if (own !== undefined) return `Changed the settings of ${title}`;
  if (isHidden !== undefined) return `${isHidden ? 'Hid' : 'Showed'} ${title}`;
  if (isMuted !== undefined) return `${isMuted ? 'Muted' : 'Unmuted'} ${title}`;
  if (folder !== undefined)
    return folder === '' ? `Took ${title} out of its folder` : `Put ${title} into ${folder}`;
  if (name !== undefined) return name === '' ? `Removed the name of ${title}` : `Renamed ${title} to ${name}`;
  return `Moved ${title}`;
}
