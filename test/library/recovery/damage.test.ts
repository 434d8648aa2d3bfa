import {existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {describe, expect, test} from 'vitest';
import type {Library} from '../../../source/ports/library.ts';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {fill, NOW, numbered} from '../../helpers/drafts.ts';
import {open, temporaryFolder} from '../../helpers/shelf.ts';

const ARTICLES = 160;
const STARS = 30;
/** INKWELL_DAMAGES=100 for the long version. */
const DAMAGES = Number(process.env['INKWELL_DAMAGES'] ?? 25);

/** A library of four publications in a file; with a good copy beside it if wanted. */
function made(path: string, hasCopy: boolean): void {
  const library = openLibrary(path, {now: () => NOW});
  for (const name of ['a', 'b', 'c', 'd']) {
    fill(
      library,
      numbered(ARTICLES / 4, index => ({
        guid: `${name} ${index}`,
        body: `<p>${`${name} river ${index} `.repeat(40)}</p>`,
      })),
      {
        location: `https://${name}.example/feed`,
      },
    );
  }
  library.mark(
    library.window({query: ''}, 0, STARS).rows.map(({id}) => id),
    {isStarred: true, isRead: true},
  );
  if (hasCopy) library.maintain();
  library.close();
}

/** Everything that a reader may do; damage shows wherever it lies. */
function useAll(library: Library): {articles: number; stars: number} {
  const {rows, total} = library.window({query: ''}, 0, 1000);
  for (const {id} of rows) library.body(id);
  for (const {id} of library.publications()) library.window({publications: [id], query: ''}, 0, 100);
  library.window({query: 'river', order: 'relevance'}, 0, 10);
  library.search('river', 5);
  library.window({query: '', filter: 'title'}, 0, 10);
  const [first] = rows;
  if (first) {
    library.related(first.id, 4);
    library.mark([first.id], {isRead: !first.isRead});
    library.undo();
  }
  library.maintain();
  return {articles: total, stars: library.window({query: 'is:starred'}, 0, 0).total};
}

describe('a damaged library', () => {
  test('with a good copy beside it loses no article and no mark, wherever the damage is', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'library.db');
    made(path, true);
    const sound = readFileSync(path);
    let told = 0;
    for (let round = 0; round < DAMAGES; round++) {
      for (const name of readdirSync(folder)) if (!name.endsWith('.good')) rmSync(join(folder, name));
      writeFileSync(path, flipped(sound, round));
      const {library, notices} = open(path);
      expect(useAll(library)).toEqual({articles: ARTICLES, stars: STARS});
      library.close();
      if (notices.length > 0) {
        told++;
        expect(notices[0]?.message).toMatch(
          /^The library .* was damaged\. Rescued: \d+ articles of \d+ publications\.$/u,
        );
        const aside = /beside it as (\S+)\.$/u.exec(notices[0]?.advice ?? '')?.[1] ?? '';
        expect(existsSync(join(folder, aside))).toBe(true);
      }
    }
    expect(told).toBeGreaterThanOrEqual(DAMAGES / 10);
  });

  test('without a copy is rescued as far as it can be read, and can be used at once', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'library.db');
    made(path, false);
    const sound = readFileSync(path);
    for (let round = 1000; round < 1000 + DAMAGES; round++) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
      writeFileSync(path, flipped(sound, round));
      const {library} = open(path);
      expect(useAll(library).articles).toBeGreaterThan(ARTICLES / 2);
      library.close();
    }
  });

  test('whose beginning is overwritten keeps what lies behind', () => {
    const path = join(temporaryFolder(), 'library.db');
    made(path, false);
    const bytes = readFileSync(path);
    bytes.fill(0, 0, 4096);
    writeFileSync(path, bytes);
    const {library, notices} = open(path);
    expect(useAll(library)).toEqual({articles: ARTICLES, stars: STARS});
    expect(notices).toHaveLength(1);
  });

  test('is set aside even when nothing of it can be read', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'library.db');
    writeFileSync(path, 'all gone '.repeat(2000));
    const {library, notices} = open(path);
    expect(library.window({query: ''}, 0, 1).total).toBe(0);
    expect(notices).toMatchObject([
      {kind: 'damaged', message: expect.stringContaining('Nothing in it could be read')},
    ]);
    expect(readdirSync(folder)).toContainEqual(
      expect.stringMatching(/^library\.db\.damaged-2026-11-23T12-00-00$/u),
    );
  });

  test('that another window has rescued is exchanged under this one', () => {
    const path = join(temporaryFolder(), 'library.db');
    made(path, false);
    const one = open(path).library;
    expect(one.window({query: ''}, 0, 1).total).toBe(ARTICLES);
    const bytes = readFileSync(path);
    bytes.fill(7, 0, 4096);
    writeFileSync(path, bytes);
    const other = open(path).library;
    const [row] = one.window({query: 'is:unread'}, 0, 1).rows;
    one.mark([row?.id ?? ''], {isStarred: true});
    expect(other.article(row?.id ?? '')?.isStarred).toBe(true);
  });
});

describe('a file that is not ours to change', () => {
  test('from a newer Inkwell is refused and left as it is', () => {
    const path = join(temporaryFolder(), 'library.db');
    made(path, false);
    const file = new DatabaseSync(path);
    file.exec('PRAGMA user_version = 99');
    file.close();
    const before = readFileSync(path);
    expect(() => open(path)).toThrow('The library was written by a newer Inkwell (version 99 of its file');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('of another program is refused and left as it is', () => {
    const folder = temporaryFolder();
    const database = join(folder, 'other.db');
    const file = new DatabaseSync(database);
    file.exec('CREATE TABLE mine (a)');
    file.close();
    expect(() => open(database)).toThrow('is not a library of Inkwell; it was left as it is.');
    const picture = join(folder, 'picture.png');
    writeFileSync(picture, 'PNG '.repeat(500));
    expect(() => open(picture)).toThrow('is not a library of Inkwell; it was left as it is.');
    expect(statSync(picture).size).toBe(2000);
    expect(readdirSync(folder).sort()).toEqual(['other.db', 'picture.png']);
  });
});

/** A few bytes changed at a place that the number decides; sometimes a whole page gone. */
function flipped(sound: Buffer, number: number): Buffer {
  const bytes = Buffer.from(sound);
  let state = number * 2_654_435_761 + 1;
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const at = random(bytes.length);
  for (let count = random(8); count >= 0; count--) bytes[(at + random(64)) % bytes.length] = random(256);
  if (random(6) === 0) bytes.fill(0, at - (at % 4096), Math.min(bytes.length, at - (at % 4096) + 4096));
  return bytes;
}
