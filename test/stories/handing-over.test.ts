/** @module-tag long */

import {chmod, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {canMount} from '../helpers/child.ts';
import {aHome, aServer, reader, readerOnBlog} from '../helpers/story.ts';
import type {Terminal} from '../helpers/terminal.ts';
import {ENTRY} from '../helpers/terminal.ts';

async function openFirst(environment: Readonly<Record<string, string>> = {}) {
  const {terminal, home} = await readerOnBlog({environment});
  terminal.act('open');
  await terminal.until('Watch 1 of entry 1');
  return {terminal, home};
}

/** The reader is there, where it was, and answers keys. */
async function goesOn(terminal: Terminal): Promise<void> {
  expect(terminal.screen()).toContain('Watch 1 of entry 1');
  terminal.act('back', 'down');
  await terminal.until(/▌ ● Entry 2 of the log/);
  expect(terminal.isAlternate).toBe(true);
}

async function pipeTo(terminal: Terminal, command: string): Promise<void> {
  terminal.act('pipe');
  await terminal.until('Pipe to');
  terminal.type(`${command}\r`);
}

/** What the command printed stays until a key is pressed; an answer of the terminal is none. */
async function returns(terminal: Terminal): Promise<void> {
  await terminal.until(one => !one.isAlternate && one.screen().includes('Press any key'));
  terminal.type('\u001B[?62;22c');
  terminal.type('x');
  await terminal.until(one => one.isAlternate);
}

/** A home with one article, which is larger than a pipe or a terminal takes at once. */
async function readerOnLongArticle() {
  const home = await aHome();
  const blog = join(home.folder, 'blog');
  await mkdir(blog);
  const paragraph = `${'Long words and many of them. '.repeat(20)}\n\n`;
  await writeFile(join(blog, 'long.md'), `# Long\n\nIt begins.\n\n${paragraph.repeat(500)}`);
  const terminal = reader(home, {arguments: [blog]});
  await terminal.until(/Long[\s\S]*1 of 1$/);
  terminal.act('open');
  await terminal.until('It begins.');
  return {terminal, home};
}

describe('a command that the article is piped to', () => {
  test.each([
    ['false', '“false” ended with exit code 1.'],
    ['no-such-command', 'There is no command “no-such-command”.'],
    ['kill -9 $$', '“kill -9 $$” ended with a signal.'],
  ])('and that fails (%s) is told of', async (command, said) => {
    const {terminal} = await openFirst();
    await pipeTo(terminal, command);
    await returns(terminal);
    await terminal.until(one => one.isAlternate && one.screen().includes(said));
    await goesOn(terminal);
  });

  test('and that has read enough of it is no failure', async () => {
    const {terminal, home} = await readerOnLongArticle();
    const file = join(home.folder, 'beginning');
    await pipeTo(terminal, `head -c 6 > ${file}`);
    await returns(terminal);
    await terminal.until('Piped to');
    expect(await readFile(file, 'utf8')).toBe('# Long');
  });

  test('is ended by Ctrl-C, and the reader is not', async () => {
    const {terminal} = await openFirst();
    await pipeTo(terminal, 'echo begun; exec sleep 60');
    await terminal.until(one => !one.isAlternate && one.screen().includes('begun'));
    terminal.press('ctrl+c');
    await returns(terminal);
    await terminal.until(one => one.isAlternate && one.screen().includes('ended with'));
    await goesOn(terminal);
  });
});

describe('an editor', () => {
  test.each([
    [{EDITOR: 'false'}, '“false” ended with exit code 1.'],
    [{EDITOR: 'true', PATH: '/nowhere'}, '“true” could not be started'],
    [{EDITOR: 'true', TMPDIR: '/nowhere'}, '“true” could not be started'],
  ])('that fails (%j) is told of', async (environment, said) => {
    const {terminal} = await openFirst(environment);
    terminal.act('editor');
    await terminal.until(one => one.isAlternate && one.screen().includes(said));
    await goesOn(terminal);
  });
});

/** The reader on a feed whose articles have addresses, with a launcher of this text or none. */
async function readerWithBrowser(launcher?: string) {
  const [home, server] = [await aHome(), await aServer()];
  const item = `<item><title>One</title><link>${server.origin}/it's?a=1&amp;b=2</link></item>`;
  server.serve('/feed', {body: `<rss version="2.0"><channel><title>News</title>${item}</channel></rss>`});
  const bin = join(home.folder, 'bin');
  await mkdir(bin);
  if (launcher !== undefined) {
    await writeFile(join(bin, 'xdg-open'), `#!/bin/sh\n${launcher}\n`);
    await chmod(join(bin, 'xdg-open'), 0o755);
  }
  const terminal = reader(home, {
    arguments: [`${server.origin}/feed`],
    environment: {PATH: bin},
    command: [process.execPath, ENTRY],
  });
  await terminal.until(/● One[\s\S]*1 of 1$/);
  terminal.act('browser');
  return {terminal, home, server};
}

describe('the browser', () => {
  test.skipIf(process.platform !== 'linux').each([
    ['is not there', undefined],
    ['cannot be executed', 'exit 126'],
    ['finds nothing to open with', 'exit 3'],
  ])('that %s is told of, with what to do instead', async (_, launcher) => {
    const {terminal} = await readerWithBrowser(launcher);
    await terminal.until(/No browser could be started for\s+http:\/\/127[\s\S]*y\s+copies\s+the\s+address\./);
    terminal.act('copy-url');
    await terminal.until('Sent the address to the terminal’s clipboard.');
  });

  test.skipIf(process.platform !== 'linux')('that opens gets the address as one word', async () => {
    const {terminal, home, server} = await readerWithBrowser('echo "$#:$1" > "$HOME/opened"');
    await terminal.until(/Opened http:/);
    expect(await readFile(join(home.folder, 'opened'), 'utf8')).toBe(`1:${server.origin}/it%27s?a=1&b=2\n`);
  });
});

describe('what is too much or has no place', () => {
  test('an article that is larger than a terminal copies is not copied, and what to do instead is said', async () => {
    const {terminal} = await readerOnLongArticle();
    terminal.act('copy-article');
    await terminal.until(/is more than a terminal copies\. w saves it to a file\./);
    expect(terminal.output).not.toContain('\u001B]52');
  });

  test.each([
    ['below a file', '/dev/null/kept.md', 'a part of the path is not a folder'],
    ['in no folder', '/no/such/folder/kept.md', 'there is no such folder'],
    ['with too long a name', `/tmp/${'x'.repeat(300)}.md`, 'the name is too long'],
  ])('a file %s is not saved, and the reader says why', async (_, path, said) => {
    const {terminal} = await openFirst();
    terminal.act('save');
    await terminal.until('Save as');
    terminal.type(`\u0015${path}\r`);
    await terminal.until(one => one.lines().join('').replaceAll(/\s+/g, ' ').includes(said.slice(-20)));
    await goesOn(terminal);
  });

  test.skipIf(!canMount)('a file for which the disk has no room is not left behind in part', async () => {
    const small = 'mkdir "$HOME/small" && mount -t tmpfs -o size=64k tmpfs "$HOME/small" && exec "$@"';
    const {terminal, home} = await readerOnBlog({
      command: ['unshare', '-Urm', 'sh', '-c', small, 'sh', process.execPath, ENTRY],
    });
    const folder = join(`/proc/${terminal.pid}/root`, home.folder, 'small');
    const filler = join(folder, 'filler');
    await expect(writeFile(filler, Buffer.alloc(100_000))).rejects.toThrow('ENOSPC');
    const save = async (said: string): Promise<void> => {
      terminal.act('save');
      await terminal.until('Save as');
      terminal.type('\u0015~/small/kept.md\r');
      await terminal.until(one => one.lines().join(' ').includes(said));
    };
    await save('the disk is full');
    expect(await readdir(folder)).toEqual(['filler']);
    await rm(filler);
    await save('Saved');
    expect(await readFile(join(folder, 'kept.md'), 'utf8')).toContain('Watch 6 of entry 1');
  });
});
