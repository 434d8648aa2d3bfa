import {test} from 'vitest';
import {readerOnBlog} from '../helpers/story.ts';

test('T gives tags, completes them, says what is none, and U takes them back', async () => {
  const {terminal} = await readerOnBlog();
  await terminal.until('12 of 12 unread');
  terminal.act('tag');
  await terminal.until('words of your own');
  terminal.type('later sea-side');
  terminal.press('enter');
  await terminal.until('Tags: later, sea-side.');

  terminal.act('down', 'tag');
  terminal.type('sea');
  await terminal.until(/^ +sea-side *$/m);
  terminal.press('tab', 'enter');
  await terminal.until('Tags: sea-side.');
  terminal.act('undo');
  await terminal.until('Removed the tag sea-side from “Entry 2 of the log”.');

  terminal.act('tag');
  terminal.type('a,b(c');
  terminal.press('enter');
  await terminal.until('A tag is one word');

  terminal.act('find');
  terminal.type('tag:sea-side');
  await terminal.until('1 found');
});
