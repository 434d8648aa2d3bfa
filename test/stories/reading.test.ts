import {test} from 'vitest';
import type {Terminal} from '../helpers/terminal.ts';
import {readerOnBlog} from '../helpers/story.ts';

async function openFirst(options: Parameters<typeof readerOnBlog>[0] = {}) {
  const {terminal, home} = await readerOnBlog(options);
  terminal.act('open');
  await terminal.until('Watch 1 of entry 1');
  return {terminal, home};
}

/** The first lines of the text, below the way back. */
const top = (terminal: Terminal): string => terminal.lines().slice(2, 6).join('\n');

test('scrolls by line, half page and page, to the ends and back', async () => {
  const {terminal} = await openFirst();
  const start = terminal.screen();
  terminal.press('8');
  terminal.act('down');
  await terminal.until(one => !one.screen().includes('What the sea did'));
  terminal.press('7');
  terminal.act('up', 'up');
  await terminal.until(one => one.screen() === start);
  terminal.act('half-down');
  await terminal.until(one => !top(one).includes('Entry 1 of the log\n'));
  terminal.act('half-up');
  await terminal.until(one => one.screen() === start);
  terminal.act('page-down');
  await terminal.until('Watch 2 of entry 1');
  terminal.act('page-up');
  await terminal.until(one => one.screen() === start);
  terminal.act('bottom');
  await terminal.until('More to read');
  terminal.act('top');
  await terminal.until(one => top(one).includes('Entry 1 of the log'));
});

test('a resize keeps the paragraph under the eyes', {tags: 'long'}, async () => {
  const {terminal} = await openFirst();
  terminal.press('4');
  terminal.act('next-heading');
  await terminal.until(one => top(one).includes('Watch 4 of entry 1'));
  terminal.resize(50, 30);
  await terminal.until(one => top(one).includes('Watch 4 of entry 1') && one.lines().length === 30);
  terminal.resize(140, 20);
  await terminal.until(/Watch 4 of entry 1/);
});

test('the outline shows the place, and headings are jumped to', {tags: 'long'}, async () => {
  const {terminal} = await openFirst();
  terminal.act('next-heading', 'next-heading', 'next-heading', 'previous-heading');
  await terminal.until(one => top(one).includes('Watch 2 of entry 1'));
  terminal.act('contents');
  await terminal.until(/Contents[\s\S]*▌ · *Watch 2 of entry 1/);
  terminal.act('down', 'down', 'open');
  await terminal.until(one => top(one).includes('Watch 4 of entry 1'));
});

test('at the end the next unread is named, and Space opens it', async () => {
  const {terminal} = await openFirst();
  terminal.act('bottom');
  await terminal.until('Space next: Entry 2 of the log');
  terminal.act('page-down');
  await terminal.until('Watch 1 of entry 2');
  terminal.act('back');
  await terminal.until(/11 of 12 unread[\s\S]*▌ ● Entry 2 of the log/);
});

test('the neighbours in the list are a key away, and the selection goes along', {tags: 'long'}, async () => {
  const {terminal} = await openFirst();
  terminal.act('next-article', 'next-article');
  await terminal.until('Watch 1 of entry 3');
  terminal.act('previous-article');
  await terminal.until('Watch 1 of entry 2');
  terminal.act('back');
  await terminal.until(/▌ ● Entry 2 of the log/);
});

test('an article opens where it was left, and is offered on the first list', async () => {
  const {terminal} = await openFirst();
  terminal.press('3');
  terminal.act('next-heading');
  await terminal.until(one => top(one).includes('Watch 3 of entry 1'));
  terminal.act('back');
  await terminal.until(/c continue “Entry 1 of the log”, \d+ %/);
  terminal.act('down', 'down', 'continue');
  await terminal.until(one => top(one).includes('Watch 3 of entry 1'));
});

test('zen leaves nothing but the text', {tags: 'long'}, async () => {
  const {terminal} = await openFirst();
  terminal.act('zen');
  await terminal.until(one => !one.screen().includes('Lighthouse') && !one.screen().includes('contents'));
  await terminal.until(/Nothing but the text; z brings the rest back\.$/);
  // A page that is opened from it is as it always is.
  terminal.act('author');
  await terminal.until(/←[^\n]*Ada Brandt[\s\S]*\? help +1 of 6$/);
  terminal.act('back');
  await terminal.until(/^ {5}Log\n/);
  terminal.press('esc');
  await terminal.until('← The Lighthouse Log');
});

test('related articles are chosen by Tab and by their numbers', {tags: 'long'}, async () => {
  const {terminal} = await openFirst();
  terminal.act('bottom');
  await terminal.until('3  Entry 3 of the log');
  terminal.press('5');
  await terminal.until('Watch 1 of entry 7');
});
