import {readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {expect, test} from 'vitest';
import {testEach} from '../helpers/test-each.ts';
import {canMount} from '../helpers/child.ts';
import {commands} from '../helpers/commands.ts';
import {aHome, readerOnBlog} from '../helpers/story.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {ENTRY} from '../helpers/terminal.ts';

const FAULTY = [
  process.execPath,
  '--import',
  join(import.meta.dirname, '../helpers/fault.ts'),
  ENTRY,
] as const;

testEach(
  '%s that nobody catches gives the terminal back and leaves a report without private data',
  {cases: ['an exception', 'a rejection'], always: 1},
  async kind => {
    const {terminal, home} = await readerOnBlog({command: FAULTY, environment: {FAULT: kind}});
    terminal.act('open');
    await terminal.until('Watch 1 of entry 1');
    terminal.kill('SIGUSR2');
    expect(await terminal.exit()).toEqual({code: 1, signal: undefined});
    expect(terminal.isAlternate).toBe(false);
    for (const [on, off] of [
      ['?25l', '?25h'],
      ['?2004h', '?2004l'],
      ['?1007h', '?1007r'],
      ['?1049h', '?1049l'],
    ])
      expect(terminal.output.lastIndexOf(`\u001B[${off}`)).toBeGreaterThan(
        terminal.output.lastIndexOf(`\u001B[${on}`),
      );
    expect(terminal.screen()).toContain('inkwell: Something went wrong that Inkwell was not ready for');
    const data = join(home.folder, 'data/inkwell');
    const name = readdirSync(data).find(file => file.startsWith('fault-')) ?? '';
    const path = join(data, name);
    expect(terminal.lines().join('')).toContain(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(`Node: ${process.version}`);
    expect(text).toContain('Terminal: 80×24');
    expect(text).toMatch(/RangeError: [\s\S]*\n +at process\./);
    expect(text).not.toMatch(/ada|pass@|hush|page=2|Watch|entry/);
    expect(text).not.toContain(home.folder);
  },
);

test(
  'a library that is deleted while it is read is written anew, with the marks before and after; the reader says so',
  {tags: 'long'},
  async () => {
    const {terminal, home} = await readerOnBlog();
    const data = join(home.folder, 'data/inkwell');
    terminal.act('toggle-star');
    await terminal.until('Starred.');
    rmSync(data, {recursive: true});
    terminal.act('down', 'toggle-star');
    await terminal.until(/▌ ★ Entry 2 of the log/);
    // It may have been said before the key that put it away.
    terminal.act('notices');
    await terminal.until(/Messages[\s\S]*The library’s file was deleted/);
    terminal.press('esc');
    await terminal.until(/Lighthouse Log[\s\S]*▌ ★ Entry 2 of the log/);
    terminal.act('quit');
    expect(await terminal.exit()).toEqual({code: 0, signal: undefined});
    expect(starred(home)).toEqual(['Entry 1 of the log', 'Entry 2 of the log']);
  },
);

test(
  'a library in whose place another is put goes on there, and the one before is kept',
  {tags: 'long'},
  async () => {
    const {terminal, home, blog} = await readerOnBlog();
    const data = join(home.folder, 'data/inkwell');
    terminal.act('toggle-star');
    await terminal.until('Starred.');
    const elsewhere = join(home.folder, 'elsewhere');
    await commands(home)(['add', blog], {environment: {XDG_DATA_HOME: elsewhere}});
    renameSync(join(elsewhere, 'inkwell/library.db'), join(data, 'library.db'));
    await terminal.until('Another file now stands in the library’s place');
    await terminal.until(/▌ ● Entry 1 of the log/);
    terminal.act('down', 'toggle-star');
    await terminal.until(/▌ ★ Entry 2 of the log/);
    terminal.act('quit');
    expect(await terminal.exit()).toEqual({code: 0, signal: undefined});
    expect(starred(home)).toEqual(['Entry 2 of the log']);
    const kept = readdirSync(data).find(name => /^library\.db\.replaced-[\dT-]+$/.test(name)) ?? '';
    expect(starred(home, kept)).toEqual(['Entry 1 of the log']);
  },
);

/** Titles of what has a star, in the library's file or another one of its folder. */
function starred(home: Home, name = 'library.db'): unknown[] {
  const file = new DatabaseSync(join(home.folder, 'data/inkwell', name));
  const rows = file
    .prepare('SELECT title FROM article JOIN entry USING (key) WHERE is_starred ORDER BY title')
    .all();
  file.close();
  return rows.map(({title}) => title);
}

test('where there is no browser the reader says so', async () => {
  const open = commands(await aHome());
  const ran = await open(['open', 'https://blog.example/'], {environment: {PATH: '/nowhere'}});
  expect(ran).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No browser could be started') as string,
  });
});

const SMALL_DISK =
  'mkdir -p "$XDG_DATA_HOME" && mount -t tmpfs -o size=4m tmpfs "$XDG_DATA_HOME" && exec "$@"';

test.skipIf(!canMount)(
  'a disk that fills up refuses a mark with a reason, and takes it when there is space',
  async () => {
    const {terminal, home} = await readerOnBlog({
      command: ['unshare', '-Urm', 'sh', '-c', SMALL_DISK, 'sh', process.execPath, ENTRY],
    });
    const filler = join(`/proc/${terminal.pid}/root`, home.folder, 'data/filler');
    expect(() => {
      for (;;) writeFileSync(filler, Buffer.alloc(4096), {flag: 'a'});
    }).toThrow('ENOSPC');
    const refused = 'the disk is full';
    // What has space in the file already may still be taken.
    const isStarred = () => terminal.screen().includes('▌ ★');
    for (let times = 0; times < 200 && !terminal.screen().includes(refused); times++) {
      const was = isStarred();
      terminal.act('toggle-star');
      await terminal.until(one => one.screen().includes(refused) || isStarred() !== was);
    }
    expect(terminal.screen()).toContain(refused);
    rmSync(filler);
    terminal.act('down', 'toggle-star');
    await terminal.until('Starred.');
    terminal.act('quit');
    expect(await terminal.exit()).toMatchObject({code: 0});
  },
);
