import {DatabaseSync} from 'node:sqlite';
import {setTimeout as wait} from 'node:timers/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {bundled, start} from '../../helpers/child.ts';
import {NOW} from '../../helpers/drafts.ts';
import {temporaryFolder} from '../../helpers/shelf.ts';

/** INKWELL_CRASHES=200 for the long version. */
const CRASHES = Number(process.env['INKWELL_CRASHES'] ?? 16);

test('a reader killed at any moment has lost nothing that it had confirmed', async () => {
  const folder = temporaryFolder();
  const program = bundled(join(import.meta.dirname, '../programs/busy-reader.ts'), folder);
  for (let crash = 0; crash < CRASHES; crash++) {
    // Every other time the library is new, so that it may be in the middle of being made.
    const path = join(folder, `${crash >> 1}.db`);
    const child = start(program, path, `run${crash}`);
    await wait(40 + ((crash * 37) % 160));
    child.process.kill('SIGKILL');
    await child.ended;
    expect(child.lines.filter(line => line.startsWith('notice'))).toEqual([]);
    expectKept(path, child.lines);
  }
});

function expectKept(path: string, lines: readonly string[]): void {
  const notices: string[] = [];
  const library = openLibrary(path, {now: () => NOW, onNotice: ({message}) => notices.push(message)});
  for (const line of lines) {
    const [act, what = '', block] = line.split(' ');
    if (act === 'stored')
      expect(library.window({query: ''}, 0, 0).total).toBeGreaterThanOrEqual(Number(what));
    if (act === 'starred') expect(library.article(what)).toMatchObject({isStarred: true});
    if (act === 'kept')
      expect(library.article(what)).toMatchObject({readingPosition: {block: Number(block)}});
  }
  const {total, unread, rows} = library.window({query: ''}, 0, 100_000);
  expect([total, unread]).toEqual([rows.length, rows.filter(({isRead}) => !isRead).length]);
  library.close();
  const file = new DatabaseSync(path);
  expect(file.prepare('PRAGMA integrity_check').get()).toEqual({integrity_check: 'ok'});
  file.close();
  expect(notices).toEqual([]);
}
