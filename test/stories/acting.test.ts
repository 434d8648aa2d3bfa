import {chmod, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {aHome, reader, readerOnBlog} from '../helpers/story.ts';
import {ENTRY} from '../helpers/terminal.ts';
import type {Terminal} from '../helpers/terminal.ts';
import {copied} from '../helpers/copied.ts';

async function openFirst(environment: Readonly<Record<string, string>> = {}) {
  const {terminal, home} = await readerOnBlog({environment});
  terminal.act('open');
  await terminal.until('Watch 1 of entry 1');
  return {terminal, home};
}

/**
 * What can be seen of the screen, to be compared after the terminal was handed over: blanks show no letters.
 */
function picture(terminal: Terminal): string {
  const cells = terminal.cells().slice(0, -1).flat();
  const seen = cells.map(cell =>
    cell.text === ' ' && !cell.isUnderlined && !cell.isInverse ? cell.paper : cell,
  );
  return JSON.stringify(seen);
}

test('the article is copied as Markdown, and a code block alone', {tags: 'long'}, async () => {
  const {terminal} = await openFirst();
  terminal.act('copy-article');
  await terminal.until('Sent the article to the terminal’s clipboard.');
  expect(copied(terminal.output)).toMatch(/^# Entry 1 of the log[\s\S]*## Watch 1 of entry 1/);
  terminal.act('copy-code');
  await terminal.until('This article has no code.');
  terminal.act('copy-url');
  await terminal.until('This article has no address on the web.');
  terminal.act('browser');
  await terminal.until('no address');
});

test('the code block in view is copied as it stands', {tags: 'long'}, async () => {
  const terminal = reader(await aHome());
  await terminal.until('A cache is a promise');
  terminal.act('down', 'open');
  await terminal.until('At 9:00 on a Monday');
  terminal.act('copy-code');
  await terminal.until('Sent the code block to the terminal’s clipboard.');
  expect(copied(terminal.output)).toMatch(/^[^│]+\n[^│]+$/);
});

test('a file is saved where the reader says, and never over another', {tags: 'long'}, async () => {
  const {terminal, home} = await openFirst();
  const file = join(home.folder, 'kept.md');
  terminal.act('save');
  await terminal.until('Save as entry-1-of-the-log.md');
  terminal.type(`\u0015${file}\r`);
  await terminal.until('Saved');
  expect(await readFile(file, 'utf8')).toContain('## Watch 6 of entry 1');
  await writeFile(file, 'mine');
  terminal.act('save');
  await terminal.until('Save as entry');
  terminal.type(`\u0015${file}\r`);
  await terminal.until(/is there already/);
  expect(await readFile(file, 'utf8')).toBe('mine');
});

test('the article is piped to a command, without a prompt of its own', {tags: 'long'}, async () => {
  const {terminal, home} = await openFirst();
  const file = join(home.folder, 'counted');
  terminal.act('pipe');
  await terminal.until('Pipe to');
  terminal.type(`wc -l > ${file}\r`);
  await terminal.until('Press any key');
  terminal.press('space');
  await terminal.until('Piped to');
  expect(Number(await readFile(file, 'utf8'))).toBeGreaterThan(20);
});

test.each([
  ['editor', 'EDITOR'],
  ['pager', 'PAGER'],
] as const)('the %s gets the terminal, and it comes back as it was', async (act, variable) => {
  const tools = await aHome();
  const {terminal} = await openFirst({[variable]: await program(tools.folder, act)});
  const before = picture(terminal);
  terminal.act(act);
  await terminal.until(one => !one.isAlternate && one.screen().includes('Reading Entry-1'));
  terminal.type('\r');
  await terminal.until(one => one.isAlternate && one.screen().includes('Back in Inkwell.'));
  expect(picture(terminal)).toBe(before);
});

test('a command that is not there is told of', {tags: 'long'}, async () => {
  const {terminal} = await openFirst({EDITOR: 'no-such-editor'});
  terminal.act('editor');
  await terminal.until('There is no command “no-such-editor”.');
});

test('Ctrl-Z gives the shell the terminal, fg brings the reader back', async () => {
  const home = await aHome();
  const blog = await writeBlog(home.folder);
  const terminal = reader(home, {command: ['bash', '--norc', '-i'], environment: {PS1: 'shell> '}});
  await terminal.until('shell>');
  terminal.type(`${process.execPath} ${ENTRY} ${blog}\r`);
  await terminal.until(/12 of 12 unread[\s\S]*1 of 12$/);
  const before = picture(terminal);
  terminal.act('suspend');
  await terminal.until(one => !one.isAlternate && /Stopped/.test(one.screen()));
  terminal.type('fg\r');
  await terminal.until(one => one.isAlternate && picture(one) === before);
  terminal.act('down');
  await terminal.until(/▌ ● Entry 2 of the log/);
});

test('Ctrl-L draws a spoilt screen anew', {tags: 'long'}, async () => {
  const {terminal} = await openFirst();
  const before = picture(terminal);
  terminal.act('redraw');
  await terminal.until(one => one.isAlternate && picture(one) === before);
});

/** A program that shows which file it was given, and waits for Enter. */
async function program(folder: string, name: string): Promise<string> {
  const file = join(folder, 'bin', name);
  await mkdir(join(folder, 'bin'), {recursive: true});
  await writeFile(file, '#!/bin/sh\necho "Reading $(basename "$1")"\nread line\n');
  await chmod(file, 0o755);
  return file;
}
