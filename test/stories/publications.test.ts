import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {commands} from '../helpers/commands.ts';
import {aHome, aServer, reader} from '../helpers/story.ts';

/** A library that follows three blogs. */
async function library() {
  const home = await aHome();
  const run = commands(home);
  for (const name of ['north', 'south', 'west']) {
    await mkdir(join(home.folder, name));
    const blog = await writeBlog(join(home.folder, name), {articles: 3});
    await run(['add', blog]);
    await run(['config', 'get', 'theme']);
  }
  const terminal = reader(home);
  await terminal.until('9 of 9 unread');
  terminal.act('publications');
  await terminal.until(/Publications[\s\S]*All +9 +9[\s\S]*New since last time[\s\S]*Starred/);
  return {home, terminal};
}

const order = (screen: string): string[] =>
  Array.from(screen.matchAll(/(Northern|Southern|The Lighthouse Log|Western)/g), ([name]) => name);

test('publications are renamed, ordered, filed, muted, hidden and shown again', async () => {
  const {terminal} = await library();
  terminal.act('bottom', 'rename');
  await terminal.until('Name The Lighthouse Log');
  terminal.type('\u0015Western\r');
  await terminal.until(/▌ Western +3 +3/);
  terminal.act('move-up');
  await terminal.until(one => order(one.screen()).indexOf('Western') === 1);
  terminal.act('move-down');
  await terminal.until(one => order(one.screen()).indexOf('Western') === 2);
  terminal.act('mute');
  await terminal.until(/Western +muted/);
  terminal.act('hide');
  await terminal.until(/Western +hidden {2}muted/);
  await terminal.until(/All +6 +6/);
  terminal.act('hide');
  await terminal.until(/All +9 +9/);
  terminal.act('folder');
  await terminal.until(/Folder [^\n]*Esc leaves$/);
  terminal.type('Sea\r');
  await terminal.until(/Sea +3 +3\n[▌ ] {3}Western/);
});

test(
  'a folder is closed and opened, and is as it was left when Inkwell opens again',
  {tags: 'long'},
  async () => {
    const {home, terminal} = await library();
    terminal.act('bottom', 'folder');
    await terminal.until(/Folder [^\n]*Esc leaves$/);
    terminal.type('Sea\r');
    await terminal.until(/▾ Sea +3 +3\n[▌ ] {3}The Lighthouse Log/);
    terminal.act('find');
    terminal.type('sea');
    await terminal.until(one => !one.screen().includes('Continue reading'));
    terminal.press('enter');
    terminal.act('fold');
    await terminal.until(/Sea is closed\./);
    terminal.press('esc');
    await terminal.until(/▸ Sea +3 +3\n\n {2}The Lighthouse Log/);
    terminal.press('Q');
    await terminal.exit();
    const again = reader(home);
    await again.until('9 of 9 unread');
    again.act('publications');
    await again.until(/▸ Sea +3 +3\n\n {2}The Lighthouse Log/);
    again.type('6');
    again.act('bottom', 'fold');
    await again.until(/▌ ▾ Sea +3 +3\n {4}The Lighthouse Log/);
  },
);

test('shelves open as lists, are searched, marked and removed, with a way back', async () => {
  const {terminal} = await library();
  terminal.act('down', 'open');
  await terminal.until(/←[^\n]*Unread +9 of 9 unread/);
  terminal.act('back');
  // "Publications" stands in the way back, too.
  await terminal.until('Continue reading');
  terminal.act('find');
  terminal.type('star');
  await terminal.until(one => !one.screen().includes('Continue reading'));
  terminal.press('esc');
  await terminal.until('Continue reading');
  terminal.act('bottom', 'mark-all-read');
  await terminal.until('Mark all 3 unread articles of The Lighthouse Log as read?');
  terminal.press('y');
  await terminal.until(/All +6 +9/);
  terminal.act('remove');
  await terminal.until('Remove The Lighthouse Log?');
  terminal.press('y');
  await terminal.until(/All +6 +6/);
  terminal.act('undo');
  await terminal.until(/All +6 +9[\s\S]*Following/);
});

test('a blog is added by its address or folder and opens at once', async () => {
  const {home, terminal} = await library();
  await mkdir(join(home.folder, 'east'));
  const blog = await writeBlog(join(home.folder, 'east'), {articles: 5});
  terminal.act('add');
  await terminal.until('Add a blog');
  terminal.type(`${blog}\r`);
  await terminal.until(/←[^\n]*The Lighthouse Log +5 of 5 unread[\s\S]*Added The Lighthouse Log/);
  terminal.act('back', 'add');
  await terminal.until('Add a blog');
  terminal.type('/nowhere/at/all\r');
  await terminal.until('/nowhere/at/all');
});

function named(path: string, title: string): string {
  return `<link rel="alternate" type="application/rss+xml" title="${title}" href="${path}">`;
}

function feed(title: string): string {
  return `<rss version="2.0"><channel><title>${title}</title><item><title>On ${title}</title><guid>1</guid></item></channel></rss>`;
}

test(
  'of a page with feeds of several subjects the first is added, and the others are asked about',
  {tags: 'long'},
  async () => {
    const terminal = reader(await aHome());
    await terminal.until('The Inkwell Journal');
    const server = await aServer();
    server.serve('/', {
      headers: {'content-type': 'text/html'},
      body: `<html><head>${named('/letters', 'Letters')}${named('/talks', 'Talks')}${named('/maps', 'Maps')}</head></html>`,
    });
    for (const title of ['Letters', 'Talks', 'Maps'])
      server.serve(`/${title.toLowerCase()}`, {body: feed(title)});
    terminal.act('add');
    terminal.type(`${server.origin}/\r`);
    await terminal.until(/Other feeds of this site\s+▌ Talks {2}http:\/\/127\.0\.0\.1:\d+\/talks\s+Maps/);
    terminal.act('down', 'open');
    await terminal.until(/Maps +1 of 1 unread[\s\S]*On Maps/);
  },
);

test(
  'all about a publication is on one screen, with where each value comes from',
  {tags: 'long'},
  async () => {
    const {terminal} = await library();
    terminal.act('bottom', 'arrange');
    await terminal.until(/This publication[\s\S]*▌ Name +The Lighthouse Log/);
    terminal.act('down', 'open');
    await terminal.until(/Folder [^\n]*Esc leaves$/);
    terminal.type('Sea\r');
    await terminal.until(/▾ Sea +3 +3\n▌ {3}The Lighthouse Log +3 +3/);
    terminal.act('arrange');
    await terminal.until(/Folder +Sea +this publication/);
    terminal.act('down', 'down', 'open');
    await terminal.until(/Order +(?!as its source)[^\n]+this publication/);
    terminal.act('remove');
    await terminal.until(/Order +as its source has them +your settings/);
    terminal.act('back');
    await terminal.until(/▾ Sea +3 +3\n▌ {3}The Lighthouse Log +3 +3/);
  },
);
