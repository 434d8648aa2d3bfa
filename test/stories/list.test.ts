import {expect, test} from 'vitest';
import {readerOnBlog} from '../helpers/story.ts';

test('the list names title, author, category and read time, and how many wait', async () => {
  const {terminal} = await readerOnBlog();
  await terminal.until(
    one => (one.lines().at(-1) ?? '').endsWith('1 of 12') && one.screen().includes('on day 1.'),
  );
  const screen = terminal.screen();
  expect(screen).toContain('The Lighthouse Log');
  expect(screen).toContain('12 of 12 unread');
  expect(screen).toContain('Notes from the lamp room');
  expect(screen).toMatch(/▌ ● Entry 1 of the log +Log +\d min/);
  expect(screen).toContain('Ada Brandt · 29 Oct');
  expect(screen).toContain('What the sea did on day 1.');
  expect(screen).toContain('1 of 12');
});

test('the selection moves with the keys and is seen without colour', async () => {
  const {terminal} = await readerOnBlog({environment: {NO_COLOR: '1'}});
  terminal.act('down', 'down');
  await terminal.until(/▌ ● Entry 3 of the log/);
  terminal.act('bottom');
  await terminal.until(/▌ ● Entry 12 of the log/);
  terminal.act('top');
  await terminal.until(/▌ ● Entry 1 of the log/);
});

test('held keys that come in one chunk are all heard', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.type('jjjjj');
  await terminal.until('6 of 12');
});

test('the filter follows each letter, Esc takes it away', async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('find');
  terminal.type('entry 7');
  await terminal.until(
    one => one.screen().includes('1 found') && /▌ ● Entry 7 of the log/.test(one.screen()),
  );
  terminal.press('esc');
  await terminal.until('12 of 12 unread');
});

test('starring and marking are answered and can be undone', async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('toggle-star');
  await terminal.until(/▌ ★ Entry 1[\s\S]*Starred\..*U undoes it/);
  terminal.act('undo');
  await terminal.until(/▌ ● Entry 1[\s\S]*Removed the star/);
  terminal.act('toggle-read');
  await terminal.until('11 of 12 unread');
  terminal.act('mark-all-read');
  await terminal.until('Mark all 11 unread articles of this list as read?');
  terminal.press('y');
  await terminal.until('12 read');
  terminal.act('undo');
  await terminal.until('11 of 12 unread');
});

test('help lists the keys and closes', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('help');
  await terminal.until(/Keys[\s\S]*Every day/);
  terminal.press('esc');
  await terminal.until('12 of 12 unread');
});

test('an empty folder says so, and what to press', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog({articles: 1});
  terminal.act('find');
  terminal.type('nothing like it');
  await terminal.until('Nothing here matches “nothing like it”.');
});
