import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {starsInFile} from '../helpers/shelf.ts';
import {aHome, readerOnBlog, reader} from '../helpers/story.ts';
import type {Terminal} from '../helpers/terminal.ts';

test('q at the root ends with exit 0, the screen and cursor as before', async () => {
  const {terminal} = await readerOnBlog();
  expect(terminal.isAlternate).toBe(true);
  terminal.act('back');
  expect(await terminal.exit()).toEqual({code: 0, signal: undefined});
  expect(terminal.isAlternate).toBe(false);
  expect(terminal.output.lastIndexOf('\u001B[?25h')).toBeGreaterThan(
    terminal.output.lastIndexOf('\u001B[?25l'),
  );
});

test(
  'in an idle moment what was done goes to its place on the disk, for which leaving would wait',
  {tags: 'long'},
  async () => {
    const {terminal, home} = await readerOnBlog();
    terminal.act('toggle-star');
    const library = join(home.folder, 'data/inkwell/library.db');
    await expect.poll(() => starsInFile(library)).toBe(1);
    terminal.act('quit');
    expect((await terminal.exit()).code).toBe(0);
  },
);

test('Q leaves from everywhere at once', async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('open');
  await terminal.until('Watch 1 of entry 1');
  terminal.act('quit');
  expect((await terminal.exit()).code).toBe(0);
});

test('whoever leaves with the key before still being worked on leaves quietly', {tags: 'long'}, async () => {
  for (let times = 0; times < 4; times++) {
    const {terminal} = await readerOnBlog();
    terminal.type('/\u0003');
    expect(await terminal.exit()).toMatchObject({code: 0});
    expect(terminal.output).not.toMatch(/\bat .*file:|is not open/);
  }
});

test('Ctrl-C ends it from wherever it is pressed', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('subscribe');
  await terminal.until('Esc leave');
  terminal.press('ctrl+c');
  const {code} = await terminal.exit();
  expect([0, 130]).toContain(code);
  expect(terminal.isAlternate).toBe(false);
});

describe.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('killed by %s', signal => {
  test('it gives the terminal back', {tags: 'long'}, async () => {
    const {terminal} = await readerOnBlog();
    terminal.kill(signal);
    await terminal.exit();
    expect(terminal.isAlternate).toBe(false);
    expect(terminal.output.lastIndexOf('\u001B[?25h')).toBeGreaterThan(
      terminal.output.lastIndexOf('\u001B[?25l'),
    );
  });
});

test('a window that is too small says so gently, and recovers', async () => {
  const {terminal} = await readerOnBlog();
  terminal.resize(18, 4);
  await terminal.until(/A larger\s+window/);
  terminal.resize(10, 3);
  await terminal.until(/A larger\s+window,\s+please\./);
  terminal.resize(80, 24);
  await terminal.until('12 of 12 unread');
});

/** The screen without the blanks at the ends of lines: some are written, some are left. */
function words(terminal: Terminal): string {
  return terminal
    .lines()
    .map(line => line.trimEnd())
    .join('\n');
}

test('a window that is pulled small and wide again at once is whole again', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  // Nothing is fetched any more.
  await terminal.until(/\? help +1 of 12$/);
  const before = words(terminal);
  for (let time = 0; time < 3; time++) {
    terminal.resize(40, 10);
    terminal.resize(80, 24);
    await terminal.until(one => words(one) === before);
  }
});

test.each([
  [20, 5],
  [30, 6],
  [24, 60],
])(
  'at %i×%i everything still works, and is as before in a larger window',
  {tags: 'long'},
  async (columns, rows) => {
    const {terminal} = await readerOnBlog();
    // Nothing is fetched any more.
    await terminal.until(/\? help +1 of 12$/);
    const before = words(terminal);
    terminal.resize(columns, rows);
    await terminal.until(one => one.lines()[0]?.startsWith('  The Lighthouse') === true);
    terminal.act('down', 'open');
    await terminal.until(/Log|Entry 2/);
    terminal.act('subscribe');
    await terminal.until('Your wish');
    // Escape and what follows it at once could be one key.
    terminal.press('esc');
    await terminal.until(one => !one.screen().includes('Your wish'));
    terminal.press('esc');
    await terminal.until(one => one.lines()[0]?.startsWith('  The Lighthouse') === true);
    terminal.press('k');
    terminal.resize(80, 24);
    await terminal.until(one => words(one) === before);
  },
);

test('a source that is not there says what was tried and what to press', {tags: 'long'}, async () => {
  const home = await aHome();
  const terminal = reader(home, {arguments: ['/nowhere/to/be/found']});
  await terminal.until(/\/nowhere\/to\/be\/found[\s\S]*r tries again/);
});
