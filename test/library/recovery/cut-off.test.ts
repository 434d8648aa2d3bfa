import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Library} from '../../../source/ports/library.ts';
import {RESCUED} from '../../../source/domain/publication/location.ts';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {fill, NOW, numbered} from '../../helpers/drafts.ts';
import {open, temporaryFolder} from '../../helpers/shelf.ts';

const ARTICLES = 60;
const STARS = 12;
/** INKWELL_DAMAGES=100 for the long version. */
const LENGTHS = Number(process.env['INKWELL_DAMAGES'] ?? 20);

function made(path: string, hasBackup: boolean): void {
  const library = openLibrary(path, {now: () => NOW});
  fill(
    library,
    numbered(ARTICLES, index => ({body: `<p>${`the tide ${index} `.repeat(60)}</p>`})),
  );
  star(library, 0, STARS);
  if (hasBackup) library.maintain();
  library.close();
}

function star(library: Library, from: number, count: number): void {
  const {rows} = library.window({query: ''}, from, count);
  library.mark(
    rows.map(({id}) => id),
    {isStarred: true},
  );
}

const counts = (library: Library) => ({
  articles: library.window({query: ''}, 0, 0).total,
  stars: library.window({query: 'is:starred'}, 0, 0).total,
});

describe('a library that was cut off', () => {
  test('at any length comes back from its backup, and the reader is told', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'library.db');
    made(path, true);
    const whole = readFileSync(path);
    const lengths = Array.from({length: LENGTHS}, (_, n) => Math.floor((whole.length * n) / LENGTHS));
    for (const length of [1, 15, 16, 99, 100, 101, 511, 512, 4095, 4096, whole.length - 1, ...lengths]) {
      for (const name of readdirSync(folder)) if (!name.endsWith('.good')) rmSync(join(folder, name));
      writeFileSync(path, whole.subarray(0, length));
      const {library, notices} = open(path);
      expect({length, ...counts(library)}).toEqual({length, articles: ARTICLES, stars: STARS});
      expect({length, kinds: notices.map(({kind}) => kind)}).toEqual({length, kinds: ['damaged']});
      library.close();
    }
  });

  test('without a backup is reported, set aside, and can be used at once', () => {
    for (const [name, content] of [
      ['library.db', ''],
      ['library.db', '\0'],
      ['named otherwise', ''],
    ] as const) {
      const folder = temporaryFolder();
      const path = join(folder, name);
      writeFileSync(path, content);
      const {library, notices} = open(path);
      expect(notices).toMatchObject([
        {kind: 'damaged', message: expect.stringContaining('Nothing in it could be read') as string},
      ]);
      fill(library, numbered(2));
      expect(counts(library).articles).toBe(2);
      library.close();
      expect(readdirSync(folder).some(each => each.startsWith(`${name}.damaged-`))).toBe(true);
    }
  });

  test('gives back what the journal beside it holds', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'library.db');
    const {library} = open(join(folder, 'open.db'));
    fill(library, numbered(ARTICLES));
    star(library, 0, STARS);
    copyFileSync(join(folder, 'open.db-wal'), `${path}-wal`);
    writeFileSync(path, '');
    const rescued = open(path);
    expect(counts(rescued.library)).toEqual({articles: ARTICLES, stars: STARS});
    expect(rescued.notices).toMatchObject([{kind: 'damaged'}]);
  });

  test.each([0, 1, 4096, 20_000])(
    'to %i bytes while it is open is noticed before a mark is confirmed',
    length => {
      const path = join(temporaryFolder(), 'library.db');
      made(path, true);
      const {library, notices} = open(path);
      expect(counts(library).stars).toBe(STARS);
      truncateSync(path, length);
      star(library, STARS, 3);
      expect(notices).toMatchObject([{kind: 'damaged'}]);
      library.close();
      const again = open(path);
      expect(counts(again.library)).toEqual({articles: ARTICLES, stars: STARS + 3});
      expect(again.notices).toEqual([]);
    },
  );

  test('and put in the place of one that is open costs nothing', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'library.db');
    made(path, false);
    const {library, notices} = open(path);
    star(library, STARS, 3);
    rmSync(path);
    writeFileSync(path, '');
    star(library, STARS + 3, 1);
    expect(notices).toMatchObject([
      {kind: 'damaged', message: expect.stringContaining('written anew') as string},
    ]);
    library.close();
    expect(counts(open(path).library)).toEqual({articles: ARTICLES, stars: STARS + 4});
  });

  test.skipIf(process.platform === 'win32')('a device is not a library, and is left where it is', () => {
    const path = join(temporaryFolder(), 'library.db');
    symlinkSync('/dev/null', path);
    expect(() => open(path)).toThrow('is not a library of Inkwell; it was left as it is.');
    expect(readlinkSync(path)).toBe('/dev/null');
  });

  test('leaves nothing half made where a new one is made', () => {
    const folder = temporaryFolder();
    open(join(folder, 'library.db')).library.close();
    expect(readdirSync(folder)).toEqual(['library.db']);
    expect(existsSync(join(folder, 'library.db-wal'))).toBe(false);
  });
});

test('articles that lost their publication have a place that nothing is fetched from', () => {
  const path = join(temporaryFolder(), 'library.db');
  const library = openLibrary(path, {now: () => NOW});
  const {publication} = fill(library, numbered(ARTICLES), {title: 'paperboat'});
  library.close();
  const bytes = readFileSync(path);
  for (let at = bytes.indexOf('paperboat'); at >= 0; at = bytes.indexOf('paperboat', at + 1))
    bytes.fill(0, at - (at % 4096), at - (at % 4096) + 4096);
  writeFileSync(path, bytes);
  const rescued = open(path).library;
  expect(rescued.source(publication)).toBeUndefined();
  expect(rescued.sources()).toMatchObject([{location: RESCUED}]);
  expect(rescued.publications()).toMatchObject([{title: 'Rescued articles', location: RESCUED}]);
  expect(counts(rescued).articles).toBeGreaterThan(ARTICLES / 2);
  rescued.unfollow(rescued.sources()[0]?.publicationId ?? '');
  expect(rescued.publications().filter(({isListed}) => isListed)).toEqual([]);
});
