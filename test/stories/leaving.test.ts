import {describe, expect, test} from 'vitest';
import {aHome, readerOnBlog, reader} from '../helpers/story.ts';

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

test('Q leaves from everywhere at once', async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('open');
  await terminal.until('Watch 1 of entry 1');
  terminal.act('quit');
  expect((await terminal.exit()).code).toBe(0);
});

test('Ctrl-C ends it from wherever it is pressed', async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('subscribe');
  await terminal.until('Email');
  terminal.press('ctrl+c');
  const {code} = await terminal.exit();
  expect([0, 130]).toContain(code);
  expect(terminal.isAlternate).toBe(false);
});

describe.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('killed by %s', signal => {
  test('it gives the terminal back', async () => {
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
  await terminal.until('A larger window');
  terminal.resize(80, 24);
  await terminal.until('12 of 12 unread');
});

test('a source that is not there says what was tried and what to press', async () => {
  const home = await aHome();
  const terminal = reader(home, {arguments: ['/nowhere/to/be/found']});
  await terminal.until(/\/nowhere\/to\/be\/found[\s\S]*r tries again/);
});
