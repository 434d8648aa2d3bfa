import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {aHome, aServer, reader, readerOnBlog} from '../helpers/story.ts';
import type {Home} from '../helpers/temporary-home.ts';

async function prefer(home: Home, preferences: unknown): Promise<void> {
  const folder = join(home.folder, 'config', 'inkwell');
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'config.json'), JSON.stringify(preferences));
}

test('movements take counts, and pages, halves and ends are a key away', async () => {
  const {terminal} = await readerOnBlog();
  terminal.press('5');
  terminal.act('down');
  await terminal.until('6 of 12');
  terminal.press('3');
  terminal.act('up');
  await terminal.until('3 of 12');
  terminal.act('page-down');
  await terminal.until('8 of 12');
  terminal.act('half-down');
  await terminal.until('11 of 12');
  terminal.act('page-up');
  await terminal.until('6 of 12');
  terminal.act('half-up');
  await terminal.until('3 of 12');
  terminal.press('7');
  terminal.act('bottom');
  await terminal.until('7 of 12');
});

test(
  'counts reach far beyond the rows at hand, in the list and from article to article',
  {tags: 'long'},
  async () => {
    const home = await aHome();
    const server = await aServer();
    const items = Array.from({length: 1200}, (_, number) => ({
      id: `tide-${number + 1}`,
      title: `Tide ${number + 1}`,
      content_html: '<p>Water.</p>'.repeat(60),
    }));
    const body = JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'Tides', items});
    server.serve('/feed.json', {headers: {'content-type': 'application/feed+json'}, body});
    const terminal = reader(home, {arguments: [`${server.origin}/feed.json`]});
    await terminal.until('1200 of 1200 unread');
    terminal.type('500');
    terminal.act('bottom');
    await terminal.until(/▌ ● Tide 500 [\s\S]*500 of 1200/);
    terminal.type('400');
    terminal.act('down');
    await terminal.until(/▌ ● Tide 900 [\s\S]*900 of 1200/);
    terminal.act('open');
    await terminal.until(/←[^\n]*Tides\s+Tide 900\s/);
    terminal.type('850');
    terminal.act('previous-article');
    await terminal.until(/←[^\n]*Tides\s+Tide 50\s/);
    terminal.type('30');
    terminal.act('bottom');
    await terminal.until(one => !one.screen().includes('1 min read'));
    terminal.type('2000');
    terminal.act('next-article');
    await terminal.until(/←[^\n]*Tides\s+Tide 1200\s/);
    terminal.act('back');
    await terminal.until(/▌ ● Tide 1200 [\s\S]*1200 of 1200/);
  },
);

test('a key that means nothing here says where it does', async () => {
  const {terminal} = await readerOnBlog();
  terminal.press('t');
  await terminal.until('t (Contents) works in an article.');
  terminal.press('~');
  await terminal.until('~ does nothing. ? shows the keys.');
});

test('a preset and bindings of one’s own are heard, and what is wrong with them is said', async () => {
  const home = await aHome();
  await prefer(home, {keys: {preset: 'vim', bindings: {refresh: ['j'], fly: ['f']}}});
  const terminal = reader(home, {arguments: [await writeBlog(home.folder)]});
  await terminal.until('Entry 1 of the log');
  terminal.act('notices');
  await terminal.until(
    /Messages[\s\S]*“fly”, which is no action[\s\S]*The key j means both down and refresh/,
  );
  terminal.press('esc');
  await terminal.until('Notes from the lamp room');
  terminal.press('ctrl+d');
  await terminal.until(/▌ ● Entry 4 of the log/);
});

test('the command line completes acts, commands and what they want', async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('command');
  terminal.type('toggle-st');
  await terminal.until(/toggle-star +Star/);
  terminal.press('tab', 'enter');
  await terminal.until(/▌ ★ Entry 1[\s\S]*Starred\./);
  terminal.act('command');
  terminal.type('author j');
  await terminal.until('Jon Vale');
  terminal.press('tab', 'enter');
  await terminal.until(/←[^\n]*Jon Vale +6 of 6/);
  terminal.act('command');
  terminal.type('theme nothing\r');
  await terminal.until('No “nothing” here');
  terminal.act('command');
  terminal.type('flurb\r');
  await terminal.until('There is no command “flurb”.');
});

test('what was typed comes back with the arrows', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('command');
  terminal.type('order oldest\r');
  await terminal.until(/▌ ● Entry 1 of the log/);
  terminal.act('command');
  await terminal.until(one => (one.lines().at(-1) ?? '').startsWith(' :'));
  terminal.press('up');
  await terminal.until(':order oldest');
  terminal.press('down');
  await terminal.until(/ : +\d+ commands$/);
});

test('help is of the screen below first, and can be searched', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('open');
  await terminal.until('Watch 1 of entry 1');
  terminal.act('help');
  await terminal.until(/Keys[\s\S]*Every day[\s\S]*Next article/);
  terminal.act('find');
  terminal.type('clipb');
  await terminal.until('No key does “clipb”.');
  terminal.type('\u0015copy');
  await terminal.until(/y +Copy the address[\s\S]*Y +Copy the article/);
});

test('hints follow the context and the width', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  await terminal.until(/Enter open .*p publications .*\? help/);
  terminal.resize(40, 15);
  await terminal.until(one => /Enter open .*\? help/.test(one.lines()[14] ?? ''));
  terminal.act('publications');
  await terminal.until(/Enter open .*q back .*\? help/);
});
