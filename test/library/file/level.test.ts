import {statSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {describe, expect, onTestFinished, test} from 'vitest';
import {Database} from '../../../source/library/file/database.ts';
import {cutJournal} from '../../../source/library/file/maintain.ts';
import {openSqlite} from '../../../source/library/file/sqlite.ts';
import {fill, loaded, numbered} from '../../helpers/drafts.ts';
import {open, starsInFile, temporaryFolder} from '../../helpers/shelf.ts';

const MEGABYTE = 1024 * 1024;

describe('a library that is refreshed all day', () => {
  test('an unchanged source writes to no article and to no index', () => {
    const {library, publication, witness} = watched(120);
    const index = witness.index();
    for (let time = 0; time < 20; time++) library.store(publication, loaded(publication, tides(120)));
    expect(witness.written()).toEqual([]);
    expect(witness.index()).toEqual(index);
  });

  test('of a source with one edited article that one alone is written', () => {
    const {library, publication, ids, witness} = watched(120);
    const index = witness.index();
    for (let time = 1; time <= 20; time++)
      library.store(publication, loaded(publication, tides(120, `edit ${time}`)));
    expect(new Set(witness.written())).toEqual(new Set([ids[7]]));
    expect(witness.index()).not.toEqual(index);
  });

  test('the file stays level, and its journal is cut while others have it open', () => {
    const {library, publication, path} = watched(120);
    const neighbour = open(path).library;
    const sizes: number[] = [];
    for (let time = 1; time <= 120; time++) {
      library.store(publication, loaded(publication, tides(120, `edit ${time} ${'again '.repeat(4000)}`)));
      if (time % 20 !== 0) continue;
      expect(neighbour.publication(publication)?.total).toBe(120);
      library.maintain();
      expect(statSync(`${path}-wal`).size).toBeLessThan(MEGABYTE);
      sizes.push(statSync(path).size);
    }
    const [, second = 0] = sizes;
    expect(sizes.at(-1)).toBeLessThan(second * 1.1);
  });

  test('an idle moment brings what was marked into the library’s own file, for which leaving would wait', () => {
    const path = join(temporaryFolder(), 'library.db');
    const {library} = open(path);
    const {ids} = fill(library, tides(3));
    library.mark(ids.slice(0, 1), {isStarred: true});
    expect(starsInFile(path)).toBe(0);
    library.settle();
    expect(starsInFile(path)).toBe(1);
  });

  test('whoever is reading is not waited for when the journal is to be cut', () => {
    const {library, publication, path} = watched(120);
    const reader = new DatabaseSync(path, {readOnly: true});
    onTestFinished(() => reader.close());
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM article').get();
    for (let time = 1; statSync(`${path}-wal`).size < MEGABYTE; time++)
      library.store(publication, loaded(publication, tides(120, `edit ${time}`)));
    const database = new Watched(openSqlite(path), () => 0);
    cutJournal(database, path);
    expect(database.waits).toEqual([0]);
    expect(statSync(`${path}-wal`).size).toBeGreaterThanOrEqual(MEGABYTE);
    reader.exec('COMMIT');
    library.maintain();
    expect(statSync(`${path}-wal`).size).toBe(0);
  });
});

/** Notes how long SQLite would wait for others, whenever it is asked to cut the journal. */
class Watched extends Database {
  readonly waits: number[] = [];

  override all<Row>(sql: string): Row[] {
    if (sql.includes('TRUNCATE')) this.waits.push(this.count('PRAGMA busy_timeout'));
    return super.all(sql);
  }
}

/** Articles of which the eighth may be edited. */
function tides(count: number, edit = '') {
  return numbered(count, index => ({body: `<p>Tide ${index}. ${index === 7 ? edit : ''}</p>`}));
}

/** A library in a file with somebody who notes the id of each article that is written. */
function watched(count: number) {
  const path = join(temporaryFolder(), 'library.db');
  const {library} = open(path);
  const {publication, ids} = fill(library, tides(count));
  const other = new DatabaseSync(path);
  other.exec('CREATE TABLE written (key INTEGER)');
  for (const table of ['article', 'body', 'label', 'entry'])
    for (const act of ['INSERT', 'UPDATE'])
      other.exec(
        `CREATE TRIGGER ${table}_${act} AFTER ${act} ON ${table} BEGIN INSERT INTO written VALUES (new.key); END`,
      );
  onTestFinished(() => other.close());
  const witness = {
    written: () =>
      other
        .prepare('SELECT a.id FROM written w JOIN article a ON a.key = w.key')
        .all()
        .map(({id}) => id),
    index: () =>
      other.prepare('SELECT CAST(id AS TEXT) id, hex(block) block FROM term_data ORDER BY id').all(),
  };
  return {library, publication, ids, path, witness};
}
