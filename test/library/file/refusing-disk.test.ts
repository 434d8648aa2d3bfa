import {chmodSync, mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Problem} from '../../../source/domain/problem.ts';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {bundled, canMount, runMounted} from '../../helpers/child.ts';
import {fill, NOW, numbered} from '../../helpers/drafts.ts';
import {open, temporaryFolder} from '../../helpers/shelf.ts';

type Seen = {
  notices: Problem[];
  before: number;
  after: number;
  starred: number;
  refused?: Problem;
  problem?: Problem;
};

const NOT_STARRED = 'The mark was not stored: the library cannot be written (read-only, or not yours).';

const READ_ONLY = 'mount --bind "$FOLDER" "$FOLDER" && mount -o remount,bind,ro "$FOLDER"';
const READ_ONLY_FILE =
  'mount --bind "$FOLDER/library.db" "$FOLDER/library.db" && mount -o remount,bind,ro "$FOLDER/library.db"';
const SMALL = 'mount -t tmpfs -o size=3m tmpfs "$FOLDER"';

describe('where the disk refuses', () => {
  test.skipIf(!canMount)('a file that is read-only is shown as it was, and keeps what it has', () => {
    const {folder, program} = place();
    const path = join(folder, 'library.db');
    const library = openLibrary(path, {now: () => NOW});
    fill(library, numbered(3));
    library.close();
    const before = readFileSync(path);
    const seen = JSON.parse(runMounted(READ_ONLY_FILE, folder, program, path, '50')) as Seen;
    expect(seen).toMatchObject({
      before: 3,
      after: 3,
      starred: 0,
      refused: {kind: 'denied', message: NOT_STARRED},
    });
    expect(seen.notices).toMatchObject([
      {
        kind: 'denied',
        message: expect.stringMatching(/nothing is stored in this run\.$/u) as string,
        advice: 'Make its file and its folder yours and writable.',
      },
    ]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test.skipIf(!canMount)(
    'a library on a read-only disk is shown as it was, and the run goes on in memory',
    () => {
      const {folder, program} = place();
      const library = openLibrary(join(folder, 'library.db'), {now: () => NOW});
      fill(library, numbered(3));
      library.close();
      const seen = JSON.parse(
        runMounted(READ_ONLY, folder, program, join(folder, 'library.db'), '50'),
      ) as Seen;
      expect(seen).toMatchObject({
        before: 3,
        after: 3,
        starred: 0,
        refused: {kind: 'denied', message: NOT_STARRED},
      });
      expect(seen.notices).toEqual([
        {
          kind: 'denied',
          message: `The library ${join(folder, 'library.db')} is not in use: the library cannot be written (read-only, or not yours). It is shown as it was; nothing is stored in this run.`,
          advice: 'Make its file and its folder yours and writable.',
        },
      ]);
      expect(open(join(folder, 'library.db')).library.window({query: 'is:starred'}, 0, 0).total).toBe(0);
    },
  );

  test.skipIf(!canMount)('a full disk costs what did not fit any more, and nothing that was there', () => {
    const {folder, program} = place();
    const seen = JSON.parse(runMounted(SMALL, folder, program, join(folder, 'library.db'), '1000')) as Seen;
    expect(seen.problem).toEqual({
      kind: 'full',
      message: 'What was fetched could not be stored: the disk is full, so the library cannot be written.',
      advice: 'Free some space and try again; nothing that was stored is lost.',
    });
    expect(seen.after).toBeGreaterThanOrEqual(50);
    expect(seen.after % 50).toBe(0);
    expect(seen.notices).toEqual([]);
  });

  test('a folder that cannot be made is reported, and reading goes on in memory', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'file');
    openLibrary(file, {now: () => NOW}).close();
    const {library, notices} = open(join(file, 'below', 'library.db'));
    expect(() => fill(library, numbered(2))).toThrow(/could not be added: the library cannot be written/u);
    expect(library.follow('https://pier.example/', {isListed: false}).location).toBe('https://pier.example/');
    expect(notices).toMatchObject([
      {kind: 'denied', message: expect.stringMatching(/nothing is stored in this run\.$/u)},
    ]);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a file without the right to write is shown as it was',
    () => {
      const path = join(temporaryFolder(), 'library.db');
      const made = openLibrary(path, {now: () => NOW});
      fill(made, numbered(2));
      made.close();
      chmodSync(path, 0o400);
      const {library, notices} = open(path);
      expect(library.window({query: ''}, 0, 0).total).toBe(2);
      expect(notices).toMatchObject([{kind: 'denied'}]);
    },
  );
});

function place(): {folder: string; program: string} {
  const root = temporaryFolder();
  const folder = join(root, 'data');
  mkdirSync(folder);
  return {folder, program: bundled(join(import.meta.dirname, '../programs/look.ts'), root)};
}
