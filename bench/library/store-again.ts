import {rmSync} from 'node:fs';
import {DatabaseSync} from 'node:sqlite';
import {openLibrary} from '../../source/library/file/open-library.ts';

/** The tables that an article of an account has rows in. */
const TABLES = ['article', 'entry', 'body', 'label', 'item'] as const;
const TERMS = ['title', 'author', 'tag', 'category', 'excerpt', 'body'] as const;

/**
 * The least that storing the articles of a library costs: the milliseconds of processor time to put rows that
 * are ready into an empty one, so many articles a transaction, and nothing else.
 */
export function storeAgain(from: string, to: string, {part}: Readonly<{part: number}>): number {
  for (const end of ['', '-wal', '-shm']) rmSync(to + end, {force: true});
  openLibrary(to, {now: Date.now}).close();
  const file = new DatabaseSync(to);
  file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
  file.exec(`ATTACH '${from}' AS old`);
  for (const table of ['publication', 'account', 'subscription'])
    file.exec(`INSERT INTO main.${table} SELECT * FROM old.${table}`);
  file.exec('UPDATE publication SET total = 0, unread = 0');
  const keys = file.prepare('SELECT key FROM old.article ORDER BY key').all() as {key: number}[];
  const titles = file.prepare('SELECT key, title FROM old.article').all() as {key: number; title: string}[];
  const terms = new Map(titles.map(({key, title}) => [key, [title, '', '', '', EXCERPT, TEXT]]));
  const rows = TABLES.map(table => {
    const columns = (file.prepare(`PRAGMA old.table_info(${table})`).all() as {name: string}[]).map(
      ({name}) => name,
    );
    const all = file.prepare(`SELECT * FROM old.${table} WHERE key IS NOT NULL`).all() as Record<
      string,
      string | number | null
    >[];
    return {
      insert: file.prepare(
        `INSERT INTO main.${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ),
      byKey: new Map(all.map(row => [row['key'] as number, columns.map(name => row[name] ?? null)])),
    };
  });
  file.exec('DETACH old');
  const index = file.prepare(
    `INSERT INTO term (rowid, ${TERMS.join(', ')}) VALUES (?, ${TERMS.map(() => '?').join(', ')})`,
  );
  const began = process.cpuUsage();
  for (let start = 0; start < keys.length; start += part) {
    file.exec('BEGIN IMMEDIATE');
    const some = keys.slice(start, start + part);
    for (const {key} of some)
      for (const {insert, byKey} of rows) {
        const values = byKey.get(key);
        if (values) insert.run(...values);
      }
    for (const {key} of some) index.run(key, ...(terms.get(key) ?? []));
    file.exec('COMMIT');
  }
  const {user, system} = process.cpuUsage(began);
  file.close();
  return (user + system) / 1000;
}

const EXCERPT = 'some words of a text that is neither short nor long '.repeat(3);
const TEXT = 'some words of a text that is neither short nor long '.repeat(40);
