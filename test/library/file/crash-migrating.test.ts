import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {setTimeout as wait} from 'node:timers/promises';
import {expect, test, vi} from 'vitest';
import {Database} from '../../../source/library/file/database.ts';
import {migrate} from '../../../source/library/file/migrate.ts';
import {MIGRATIONS} from '../../../source/library/file/migrations.ts';
import {openSqlite} from '../../../source/library/file/sqlite.ts';
import {bundled, start} from '../../helpers/child.ts';
import {temporaryFolder} from '../../helpers/shelf.ts';
import {looksOf, STEPS} from '../programs/steps.ts';
import {PATIENCE} from '../../helpers/patience.ts';

/** INKWELL_CRASHES=200 for the long version. */
const CRASHES = Math.ceil(Number(process.env['INKWELL_CRASHES'] ?? 16) / 2);
const OLDEST = readFileSync(join(import.meta.dirname, '../versions/1.sql'), 'utf8');

test('killed while an old library is brought up to date, each step is there whole or not at all', async () => {
  const folder = temporaryFolder();
  const program = bundled(join(import.meta.dirname, '../programs/stepper.ts'), folder);
  // Kills that always come before or after would prove nothing; how long the steps take, the machine says.
  let isSeen = false;
  let delay = 40;
  for (let crash = 0; crash < CRASHES || !isSeen; crash++) {
    const path = join(folder, `${crash}.db`);
    inFile(path, file => file.exec(`PRAGMA synchronous = OFF; ${OLDEST}`));
    const {words} = looks(path);
    const child = start(program, path);
    await vi.waitFor(() => expect(child.lines).toContain('begun'), {timeout: PATIENCE, interval: 2});
    await wait(delay * 2 * Math.random());
    child.process.kill('SIGKILL');
    await child.ended;

    const {version, ...looked} = looks(path);
    const wanted = looksOf(version);
    expect(looked).toEqual({...wanted, words: words + wanted.words, integrity: 'ok'});
    const isEarly = version <= MIGRATIONS.length;
    const isLate = version === STEPS.length;
    isSeen ||= !isEarly && !isLate;
    if (isEarly) delay = delay * 1.5 + 1;
    if (isLate) delay /= 1.5;

    const database = new Database(openSqlite(path), Date.now);
    migrate(database, STEPS);
    database.close();
    expect(looks(path)).toMatchObject({
      version: STEPS.length,
      words: words + STEPS.length - MIGRATIONS.length,
    });
  }
});

/** How far the file has come, and what each step has left in it. */
function looks(path: string) {
  return inFile(path, file => {
    const first = (sql: string): unknown => Object.values(file.prepare(sql).get() ?? {})[0];
    const names = (sql: string): string[] =>
      file
        .prepare(sql)
        .all()
        .map(({name}) => String(name));
    const tables = names("SELECT name FROM sqlite_schema WHERE name LIKE 'step_%'");
    return {
      version: Number(first('PRAGMA user_version')),
      columns: names("SELECT name FROM pragma_table_info('article') WHERE name LIKE 'step_%'").length,
      rows: tables.reduce((sum, table) => sum + Number(first(`SELECT count(*) FROM ${table}`)), 0),
      words: Number(first('SELECT max(words) FROM article')),
      integrity: first('PRAGMA integrity_check'),
    };
  });
}

function inFile<Result>(path: string, work: (file: DatabaseSync) => Result): Result {
  const file = new DatabaseSync(path);
  try {
    return work(file);
  } finally {
    file.close();
  }
}
