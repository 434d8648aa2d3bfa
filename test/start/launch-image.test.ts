import {readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {testEach} from '../helpers/test-each.ts';
import {writeBlog} from '../helpers/blog.ts';
import {aHome, reader} from '../helpers/story.ts';
import type {Home} from '../helpers/temporary-home.ts';
import type {Terminal} from '../helpers/terminal.ts';

const READY = '1 of 12';
const HEARS = '\u001B[?2004h';

/**
 * A home that follows a blog, in which the reader has been opened and left once. Nothing is fetched of
 * itself.
 */
async function visitedHome(): Promise<Home> {
  const home = await aHome();
  const setting = reader(home, {arguments: ['config', 'set', 'refresh.onStart', 'false']});
  expect(await setting.exit()).toMatchObject({code: 0});
  const adding = reader(home, {arguments: ['add', await writeBlog(home.folder)]});
  expect(await adding.exit()).toMatchObject({code: 0});
  const first = await reader(home).until(READY);
  await leave(first);
  return home;
}

/** Waits until Ink has the terminal, then leaves. */
async function leave(terminal: Terminal): Promise<void> {
  await terminal.until(() => terminal.output.includes(HEARS));
  terminal.act('quit');
  await terminal.exit();
}

const imageFile = (home: Home): string => join(home.folder, 'cache/inkwell/code/launch.json');

/** What a terminal is sent; it turns line feeds into new lines. */
async function imageOf(home: Home): Promise<string> {
  const {image} = JSON.parse(await readFile(imageFile(home), 'utf8')) as {image: string};
  return image.replaceAll('\n', '\r\n');
}

test('the image is the frame that Ink draws, byte for byte, and no cell is set twice', async () => {
  const home = await visitedHome();
  const image = await imageOf(home);
  const shown = reader(home);
  await shown.until(() => shown.output.includes(HEARS));
  expect(shown.output.startsWith(image)).toBe(true);
  expect(shown.output.slice(image.length)).not.toContain('Entry');
  const cells = shown.cells();
  await leave(shown);

  await rm(imageFile(home));
  const drawn = reader(home);
  await drawn.until(() => drawn.output.includes(HEARS));
  expect(drawn.output).toContain(image.slice('\u001B[?1049h'.length));
  expect(drawn.cells()).toEqual(cells);
});

test('keys that are pressed before Ink is loaded are all heard', {tags: 'long'}, async () => {
  const terminal = reader(await visitedHome());
  await terminal.until(() => terminal.output.length > 0);
  terminal.type('jj');
  terminal.press('down');
  await terminal.until('4 of 12');
  expect(terminal.output).not.toContain('^[');
});

testEach(
  'an image is not shown when %s',
  {
    cases: [
      [
        'another window has marked an article',
        {arguments: ['mark', '--read', '--query', 'title:"Entry 12"']},
        {},
      ],
      ['the window has another size', undefined, {columns: 90}],
      ['colours are not wanted', undefined, {environment: {NO_COLOR: '1'}}],
    ],
    always: 1,
  },
  async (_, between, options) => {
    const home = await visitedHome();
    const image = await imageOf(home);
    if (between) expect(await reader(home, between).exit()).toMatchObject({code: 0});
    const terminal = reader(home, options);
    await terminal.until(() => terminal.output.includes(HEARS));
    expect(terminal.output.startsWith(image)).toBe(false);
    expect(terminal.screen()).toContain(between ? '11 of 12 unread' : '12 of 12 unread');
  },
);

test('a damaged image is as good as none, and is replaced', {tags: 'long'}, async () => {
  const home = await visitedHome();
  await writeFile(imageFile(home), '{"key": ');
  const terminal = await reader(home).until(READY);
  await leave(terminal);
  expect(await imageOf(home)).toContain('Entry 1 of the log');
});

testEach(
  '%s between the image and Ink leaves the screen as it was',
  {cases: ['SIGTERM', 'SIGHUP'], always: 0},
  async signal => {
    const terminal = reader(await visitedHome());
    await terminal.until(one => one.isAlternate);
    terminal.kill(signal);
    await terminal.exit();
    expect(terminal.isAlternate).toBe(false);
    expect(terminal.output).toContain('\u001B[?25h');
  },
);

testEach(
  '%s has an image of its own',
  {
    cases: [
      ['the journal', []],
      ['a folder that is named', ['blog']],
    ],
    always: 1,
  },
  async (_, words) => {
    const home = await aHome();
    await writeBlog(home.folder);
    const start = (): Terminal => reader(home, {arguments: words, cwd: home.folder});
    const caches = join(home.folder, 'cache/inkwell/code');
    const images = async (): Promise<readonly string[]> =>
      (await readdir(caches)).filter(name => name.startsWith('launch'));
    await leave(start());
    await leave(start());
    const [file = '', ...others] = await images();
    expect(others).toEqual([]);
    const {image} = JSON.parse(await readFile(join(caches, file), 'utf8')) as {image: string};
    const shown = start();
    await shown.until(() => shown.output.includes(HEARS));
    expect(shown.output.startsWith(image.replaceAll('\n', '\r\n'))).toBe(true);
    const cells = shown.cells();
    await leave(shown);
    await rm(join(caches, file));
    const drawn = start();
    await drawn.until(() => drawn.output.includes(HEARS));
    expect(drawn.cells()).toEqual(cells);
  },
);

test('an image of named sources is not shown for others, and commands have none', async () => {
  const home = await visitedHome();
  const image = await imageOf(home);
  const named = reader(home, {arguments: [join(home.folder, 'blog')]});
  await named.until(() => named.output.includes(HEARS));
  expect(named.output.startsWith(image)).toBe(false);
  await leave(named);
  const listing = reader(home, {arguments: ['list']});
  await listing.exit();
  expect(listing.output).not.toContain('\u001B[?1049h');
});
