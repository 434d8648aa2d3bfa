/** @module-tag long */

import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {halves, pngOf} from '../helpers/images.ts';
import {aHome, aServer, reader} from '../helpers/story.ts';
import type {Terminal, TerminalOptions} from '../helpers/terminal.ts';

const PICTURE = pngOf(halves(320, 96, [200, 0, 0], [0, 0, 200]));
const COLOURS = {COLORTERM: 'truecolor'};

/** A feed with one article: text, a picture, a long text, another picture. */
async function aBlog(first = '/one.png') {
  const server = await aServer();
  server.serve('/one.png', {body: PICTURE});
  server.serve('/two.png', {body: PICTURE});
  const body = `<p>Before it.</p><p><img src="${first}" alt="The lamp"></p><p>${'After it. '.repeat(400)}</p><p><img src="/two.png" alt="The boat"></p><p>The end.</p>`;
  server.serve('/feed.json', {
    headers: {'content-type': 'application/feed+json'},
    body: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Lighthouse Log',
      items: [{id: '1', url: `${server.origin}/1`, title: 'The lamp room', content_html: body}],
    }),
  });
  return {
    server,
    asked: () => server.requests.filter(({path}) => path.endsWith('.png')).map(({path}) => path),
  };
}

async function openOn(location: string, options: TerminalOptions = {}): Promise<Terminal> {
  const terminal = reader(await aHome(), {...options, arguments: [location, ...(options.arguments ?? [])]});
  await terminal.until('The lamp room');
  terminal.act('open');
  return terminal.until(/← [\s\S]*Before it\.[\s\S]*\? help/);
}

/** The colours of the half blocks on the screen, row by row, each once. */
function blocks(terminal: Terminal): string[][] {
  return terminal
    .cells()
    .map(row => [
      ...new Set(row.filter(({text}) => text === '▀').map(({ink, paper}) => `${ink} on ${paper}`)),
    ])
    .filter(row => row.length > 0);
}

test('pictures are fetched when the reader asks, as they are come to, and put away again', async () => {
  const {server, asked} = await aBlog();
  const terminal = await openOn(`${server.origin}/feed.json`, {environment: COLOURS});
  await terminal.until('Image: i shows it');
  expect(asked()).toEqual([]);
  terminal.act('pictures');
  await terminal.until(() => blocks(terminal).length === 6);
  expect(blocks(terminal)[0]).toEqual(['#c80000 on #c80000', '#0000c8 on #0000c8']);
  expect(terminal.screen()).toMatch(/▀\n +The lamp/);
  expect(asked()).toEqual(['/one.png']);
  terminal.act('bottom');
  // The line at the top stays where it is, so what comes grows downwards.
  await terminal.until(() => asked().length === 2 && blocks(terminal).length > 0);
  terminal.act('bottom');
  await terminal.until(/▀\n +The boat/);
  expect(asked()).toEqual(['/one.png', '/two.png']);
  terminal.act('top', 'pictures');
  await terminal.until('Image: i shows it');
  expect(blocks(terminal)).toEqual([]);
});

test('the paragraph under the reader’s eyes stays where it is when a picture above it comes', async () => {
  const {server} = await aBlog();
  const terminal = await openOn(`${server.origin}/feed.json`, {environment: COLOURS, rows: 20});
  server.hold('/one.png');
  terminal.act('pictures');
  await terminal.until('Image: being fetched');
  terminal.act('page-down');
  await terminal.until(() => !terminal.screen().includes('being fetched'));
  const before = terminal.lines().slice(2, 16);
  server.release('/one.png');
  terminal.act('top');
  await terminal.until('being fetched');
  terminal.act('page-down');
  await terminal.until(() => terminal.lines().slice(2, 16).join() === before.join());
});

test('one picture has the whole screen, and any key gives it back', async () => {
  const {server, asked} = await aBlog();
  const terminal = await openOn(`${server.origin}/feed.json`, {environment: COLOURS});
  const before = terminal.screen();
  terminal.act('picture');
  await terminal.until(/\n ?The lamp$/);
  expect(blocks(terminal).length).toBeGreaterThan(10);
  // What the terminal has been asked before may be answered only now, on a slow line.
  terminal.type('\u001B[6;16;8t\u001B[?62;22c');
  await terminal.untilQuiet();
  expect(blocks(terminal).length).toBeGreaterThan(10);
  expect(asked()).toEqual(['/one.png']);
  terminal.press('x');
  await terminal.until(/← [\s\S]*Before it\./);
  terminal.act('back');
  await terminal.until('1 of 1');
  expect(before).toContain('The lamp');
});

test('always fetches by itself, never not at all, and no colours are no pictures', async () => {
  const {server, asked} = await aBlog();
  const never = await openOn(`${server.origin}/feed.json`, {
    environment: {...COLOURS, INKWELL_IMAGES: 'never'},
  });
  never.act('pictures');
  await never.until('Pictures are switched off in the settings.');
  expect(never.screen()).not.toContain('shows it');
  const bare = await openOn(`${server.origin}/feed.json`, {
    environment: {NO_COLOR: '1', FORCE_COLOR: undefined, INKWELL_IMAGES: 'always'},
  });
  bare.act('pictures', 'pictures');
  await bare.until('This terminal shows no pictures');
  bare.act('picture');
  await bare.until('This terminal shows no pictures');
  expect(asked()).toEqual([]);
  const always = await openOn(`${server.origin}/feed.json`, {
    environment: {...COLOURS, INKWELL_IMAGES: 'always'},
  });
  await always.until(() => blocks(always).length === 6);
  expect(asked()).toEqual(['/one.png']);
});

test('a picture near the reader is refused, and the frame says so', async () => {
  const near = await aServer();
  const {server} = await aBlog(`http://localhost:${new URL(near.origin).port}/secret.png`);
  const terminal = await openOn(`${server.origin}/feed.json`, {environment: COLOURS});
  terminal.act('pictures');
  await terminal.until(/It can’t be fetched: [\s\S]*private address/);
  expect(near.requests).toEqual([]);
});

test('kitty gets the picture and its placeholders, and at the end it is taken away', async () => {
  const {server} = await aBlog();
  const terminal = await openOn(`${server.origin}/feed.json`, {
    environment: {...COLOURS, TERM: 'xterm-kitty'},
  });
  terminal.act('pictures');
  await terminal.until(() => terminal.output.includes('\u{10EEEE}'));
  const [, id = ''] = /\u001B_Ga=T,U=1,i=(\d+),c=40,r=6,f=24,o=z,s=320,v=96,q=2/.exec(terminal.output) ?? [];
  const number = Number(id);
  expect(terminal.output).toContain(
    `38;2;${number >> 16};${(number >> 8) & 255};${number & 255}m\u{10EEEE}\u0305\u0305`,
  );
  terminal.act('quit');
  await terminal.until(() => terminal.output.includes(`\u001B_Ga=d,d=I,i=${id},q=2\u001B\\`));
});

test('a picture of a folder is read from the folder', async () => {
  const home = await aHome();
  const blog = join(home.folder, 'blog');
  await mkdir(join(blog, 'img'), {recursive: true});
  await writeFile(join(blog, 'img', 'lamp.png'), PICTURE);
  await writeFile(join(blog, 'one.md'), '# The lamp room\n\nBefore it.\n\n![The lamp](img/lamp.png)\n');
  const terminal = await openOn(blog, {environment: COLOURS});
  terminal.act('pictures');
  await terminal.until(() => blocks(terminal).length === 6);
});
