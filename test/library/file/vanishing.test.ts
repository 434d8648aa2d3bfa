import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {describe, expect, test} from 'vitest';
import {fill, numbered} from '../../helpers/drafts.ts';
import {open, temporaryFolder} from '../../helpers/shelf.ts';

function aLibrary() {
  const folder = join(temporaryFolder(), 'data');
  const path = join(folder, 'library.db');
  const opened = open(path);
  const {ids} = fill(opened.library, numbered(40));
  return {folder, path, ids, ...opened};
}

function starsIn(path: string): number {
  const {library} = open(path);
  const {total} = library.window({query: 'is:starred'}, 0, 0);
  library.close();
  const file = new DatabaseSync(path);
  expect(file.prepare('PRAGMA integrity_check').get()).toEqual({integrity_check: 'ok'});
  file.close();
  return total;
}

describe('a library whose file is deleted while it is open', () => {
  test.each([
    ['with all beside it', ['', '-wal', '-shm']],
    ['alone, so that its journal stays behind', ['']],
  ])('%s is written anew, with the marks before and after', (_, ends) => {
    const {folder, path, ids, library, notices} = aLibrary();
    library.mark(ids.slice(0, 3), {isStarred: true});
    for (const end of ends) rmSync(path + end);
    library.mark([ids[5] ?? ''], {isStarred: true});
    expect(library.undo()?.description).toContain('Starred');
    library.mark([ids[6] ?? ''], {isStarred: true});
    library.close();
    expect(notices).toMatchObject([{kind: 'gone', message: expect.stringMatching(/written anew/)}]);
    expect(starsIn(path)).toBe(4);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['library.db']);
  });

  test('with its folder is written anew at the latest when it is closed', () => {
    const {folder, path, ids, library} = aLibrary();
    library.mark([ids[0] ?? ''], {isStarred: true});
    rmSync(folder, {recursive: true});
    library.close();
    expect(starsIn(path)).toBe(1);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('by two who have it open is one again for both', () => {
    const {path, ids, library, notices} = aLibrary();
    const other = open(path);
    expect(other.library.window({query: ''}, 0, 0).total).toBe(40);
    rmSync(path);
    library.mark([ids[0] ?? ''], {isStarred: true});
    other.library.mark([ids[1] ?? ''], {isStarred: true});
    expect(library.window({query: 'is:starred'}, 0, 0).total).toBe(2);
    expect([notices.length, other.notices.length]).toEqual([1, 0]);
    other.library.close();
    library.close();
    expect(starsIn(path)).toBe(2);
  });

  test('where none can be made goes on as long as it is open, says so once, and is written when it can be', () => {
    const {folder, path, ids, library, notices} = aLibrary();
    rmSync(folder, {recursive: true});
    writeFileSync(folder, 'in the way');
    library.mark([ids[0] ?? ''], {isStarred: true});
    library.mark([ids[1] ?? ''], {isStarred: true});
    expect(library.window({query: 'is:starred'}, 0, 0).total).toBe(2);
    expect(notices).toMatchObject([
      {
        message: expect.stringMatching(/could not be written anew/),
        advice: expect.stringMatching(/as long as/),
      },
    ]);
    rmSync(folder);
    library.close();
    expect(starsIn(path)).toBe(2);
  });
});

describe('a library in whose place another is put while it is open', () => {
  test('goes on there, and what it held is kept beside it', () => {
    const {folder, path, ids, library, notices} = aLibrary();
    library.mark(ids.slice(0, 3), {isStarred: true});
    const second = open(join(folder, 'second.db')).library;
    fill(second, numbered(2));
    second.close();
    renameSync(join(folder, 'second.db'), path);
    expect(library.window({query: ''}, 0, 0).total).toBe(2);
    library.mark([ids[0] ?? ''], {isStarred: true});
    library.close();
    expect(notices).toMatchObject([
      {
        message: expect.stringMatching(/stands in the library’s place/),
        advice: expect.stringMatching(/library\.db\.replaced-2026/),
      },
    ]);
    expect(starsIn(path)).toBe(1);
    const kept = readdirSync(folder).find(name => /replaced-[\dT-]+$/.test(name)) ?? '';
    expect(starsIn(join(folder, kept))).toBe(3);
    expect(statSync(join(folder, kept)).mode & 0o777).toBe(0o600);
  });

  test('that is none of ours goes on as it was, says so once, and is kept beside it in the end', () => {
    const {folder, path, ids, library, notices} = aLibrary();
    library.mark(ids.slice(0, 3), {isStarred: true});
    rmSync(path);
    writeFileSync(path, 'a picture '.repeat(500));
    for (const id of ids.slice(3, 6)) library.mark([id], {isStarred: true});
    expect(library.window({query: 'is:starred'}, 0, 0).total).toBe(6);
    library.close();
    expect(notices).toMatchObject([{message: expect.stringMatching(/can’t be used/)}]);
    expect(statSync(path).size).toBe(5000);
    const kept = readdirSync(folder).filter(name => /replaced-[\dT-]+$/.test(name));
    expect(kept.map(name => starsIn(join(folder, name)))).toEqual([6]);
  });

  test('keeps no second copy of one that was only renamed', () => {
    const {folder, path, ids, library, notices} = aLibrary();
    library.mark(ids.slice(0, 3), {isStarred: true});
    renameSync(path, join(folder, 'before.db'));
    const second = open(join(folder, 'second.db')).library;
    second.close();
    renameSync(join(folder, 'second.db'), path);
    expect(library.window({query: ''}, 0, 0).total).toBe(0);
    expect(notices).toEqual([]);
    expect(readdirSync(folder).filter(name => name.includes('replaced'))).toEqual([]);
  });
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder that may not be looked into any more hides the file and costs nothing',
  () => {
    const {folder, path, ids, library} = aLibrary();
    mkdirSync(join(folder, 'x'));
    chmodSync(folder, 0);
    library.mark([ids[0] ?? ''], {isStarred: true});
    chmodSync(folder, 0o700);
    library.close();
    expect(existsSync(path)).toBe(true);
    expect(starsIn(path)).toBe(1);
  },
);
