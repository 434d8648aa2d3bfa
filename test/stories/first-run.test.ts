import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {program} from '../helpers/program.ts';
import {aHome, reader, readerOnBlog} from '../helpers/story.ts';

test('with nothing configured the journal greets and shows how to add a blog', async () => {
  const terminal = reader(await aHome());
  await terminal.until(/The Inkwell Journal[\s\S]*\+ adds a blog of yours[\s\S]*p publications/);
  expect(terminal.screen()).not.toContain('+ add a blog');
  // Where the masthead has no room for it, it is the first of the hints.
  terminal.resize(40, 15);
  await terminal.until(/^ \+ add a blog/m);
  terminal.act('add');
  await terminal.until('Add a blog: address or folder');
});

test('an empty list says why and what to press', {tags: 'long'}, async () => {
  const home = await aHome();
  await mkdir(join(home.folder, 'nothing'));
  const terminal = reader(home, {arguments: [join(home.folder, 'nothing')]});
  await terminal.until(/There are no articles here yet\.[\s\S]*r fetches them/);
});

test('offline, what was never fetched says so, and offers no key that would fetch', async () => {
  const home = await aHome();
  const terminal = reader(home, {arguments: ['--offline', 'https://example.org/feed.xml']});
  await terminal.until(/^ {2}example\.org\/feed\.xml$/m);
  await terminal.until(/Inkwell is offline, and this blog was not fetched before\.\s+p shows the others/);
  expect(terminal.screen()).not.toContain('r fetches');
});

test('on a terminal that can draw nothing the list is printed', async () => {
  const home = await aHome();
  const terminal = reader(home, {environment: {TERM: 'dumb'}});
  expect((await terminal.exit()).code).toBe(0);
  expect(terminal.output).toContain('The second thousand users');
  expect(terminal.output).not.toContain('\u001B[?1049h');
  expect((await program(home)(['--plain'])).code).toBe(0);
});

test('a window of 20 by 5 is small, and still a reader', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.resize(20, 5);
  await terminal.until(/▌● Entry 1/);
  terminal.act('down');
  await terminal.until(/▌● Entry 2/);
  terminal.act('open');
  await terminal.until('← The Lighthous…');
  await terminal.until('0 %');
  terminal.act('page-down', 'page-down', 'page-down');
  await terminal.until(/%/);
  for (const line of terminal.lines()) expect(line.length).toBeLessThanOrEqual(20);
  terminal.resize(100, 30);
  await terminal.until(/Ada Brandt|Jon Vale/);
});
