import {test} from 'vitest';
import {readerOnBlog} from '../helpers/story.ts';

test("the author's page has the card and all their articles", async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('author');
  await terminal.until(
    /←[^\n]*Ada Brandt {2}Keeper +6 of 6 unread\s+Ada has kept the lamp for nine winters\./,
  );
  terminal.act('back');
  await terminal.until('12 of 12 unread');
});

test('category and tags have pages of their own', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('topics');
  await terminal.until(/by +Ada Brandt +Keeper[\s\S]*in +Log[\s\S]*about +sea[\s\S]*about +lamp/);
  terminal.act('down', 'down', 'open');
  await terminal.until(/←[^\n]*#sea +12 of 12 unread/);
  terminal.act('topics', 'down', 'open');
  await terminal.until(/←[^\n]*Log +12 of 12 unread/);
});

test('Ctrl-O goes back through everything that was opened, Ctrl-N forward', async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('open');
  await terminal.until('Watch 1 of entry 1');
  terminal.act('next-article');
  await terminal.until('Watch 1 of entry 2');
  terminal.act('author');
  await terminal.until(/←[^\n]*Jon Vale/);
  terminal.act('backward');
  await terminal.until('Watch 1 of entry 2');
  terminal.act('backward');
  await terminal.until('Watch 1 of entry 1');
  terminal.act('forward', 'forward');
  await terminal.until(/←[^\n]*Jon Vale/);
  terminal.act('forward');
  await terminal.until('There is nothing further on.');
  terminal.act('backward', 'backward', 'backward', 'backward');
  await terminal.until('This is where you began.');
});
