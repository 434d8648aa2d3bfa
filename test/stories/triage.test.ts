import {expect, test} from 'vitest';
import {commands} from '../helpers/commands.ts';
import {homeWithTwoBlogs, reader} from '../helpers/story.ts';
import type {TerminalOptions} from '../helpers/terminal.ts';

/** A library that follows North and South, three entries each, in a reader on the list of everything. */
async function twoBlogs(options: TerminalOptions = {}) {
  const home = await homeWithTwoBlogs();
  const run = commands(home);
  const terminal = reader(home, options);
  await terminal.until(/6 of 6 unread[\s\S]*1 of 6/);
  return {home, run, terminal};
}

test('n goes from unread to unread, and from the end of a publication to the next one', async () => {
  const {terminal} = await twoBlogs();
  terminal.act('next-publication');
  await terminal.until(/North +3 of 3 unread[\s\S]*▌ ● Entry 1/);
  terminal.act('toggle-read', 'next-unread', 'toggle-read');
  await terminal.until(/1 of 3 unread[\s\S]*▌ {3}Entry 2/);
  terminal.act('previous-unread');
  await terminal.until(/▌ ● Entry 3/);
  terminal.act('toggle-read', 'next-unread');
  await terminal.until(/South +3 of 3 unread[\s\S]*▌ ● Entry 1/);

  terminal.act('open');
  await terminal.until('Watch 1 of entry 1');
  terminal.act('next-unread');
  await terminal.until('Watch 1 of entry 2');
  terminal.act('previous-unread');
  await terminal.until('Watch 1 of entry 1');
  terminal.act('back', 'mark-below-read', 'toggle-read');
  await terminal.until('3 read');
  terminal.act('next-unread');
  await terminal.until('Nothing unread is left here.');
});

test('a list shows the unread only by one key, says so when they are gone, and is remembered', async () => {
  const {terminal} = await twoBlogs();
  terminal.act('next-publication');
  await terminal.until(/North +3 of 3 unread/);
  terminal.act('toggle-read', 'unread-only');
  await terminal.until(one => !one.screen().includes('Entry 1 of') && one.screen().includes('1 of 2'));
  terminal.act('back', 'next-publication');
  await terminal.until(/North[\s\S]*1 of 2/);
  terminal.act('bottom', 'mark-above-read');
  await terminal.until('Marked 2 as read.');
  terminal.act('unread-only');
  await terminal.until(/North +3 read[\s\S]*Entry 1/);
});

test('a part of a list, what matches a query, and everything are marked and taken back', async () => {
  const {terminal} = await twoBlogs();
  terminal.act('down', 'mark-above-read');
  await terminal.until(/4 of 6 unread[\s\S]*Marked 2 as read\. +U undoes it/);
  terminal.act('mark-below-read');
  await terminal.until(/6 read[\s\S]*Marked 4 as read/);
  terminal.act('undo', 'undo');
  await terminal.until('6 of 6 unread');
  terminal.act('mark-query-read');
  await terminal.until('Mark read:');
  terminal.type('title:"entry 2"\r');
  await terminal.until('4 of 6 unread');
  terminal.act('mark-everything-read');
  await terminal.until('Mark all 4 unread articles of every publication as read?');
  terminal.press('y');
  await terminal.until('6 read');
});

test('a list is sorted by a letter, the other way round too', {tags: 'long'}, async () => {
  const {terminal} = await twoBlogs();
  terminal.act('next-publication');
  await terminal.until(/North[\s\S]*▌ ● Entry 1/);
  terminal.act('sort');
  await terminal.until(/Sort[\s\S]*o {2}Oldest first/);
  terminal.press('o');
  await terminal.until(/Oldest first\.[\s\S]*$/);
  expect(terminal.screen()).toMatch(/▌ ● Entry 3/);
  terminal.act('sort-reversed');
  await terminal.until('By title, from Z to A');
  terminal.press('d');
  await terminal.until(/▌ ● Entry 3/);
  terminal.act('sort');
  terminal.press('t');
  await terminal.until(/▌ ● Entry 1[\s\S]*By title\./);
});

test(
  'all text is searched by one key, and n stays with what was found in an article',
  {tags: 'long'},
  async () => {
    const {terminal} = await twoBlogs();
    terminal.act('search');
    await terminal.until('Search all text:');
    terminal.type('"watch 4 of day 3"\r');
    await terminal.until(/Search: "watch 4 of day 3" +2 of 2 unread/);
    terminal.act('open');
    await terminal.until('Watch 1 of entry 3');
    terminal.act('find');
    terminal.type('wind\r');
    await terminal.until(/1 of \d+ “wind”/);
    terminal.act('next-match');
    await terminal.until(/2 of \d+ “wind”/);
  },
);

test('publications are shown with unread articles only', {tags: 'long'}, async () => {
  const {terminal} = await twoBlogs();
  terminal.act('next-publication');
  await terminal.until(/North +3 of 3/);
  terminal.act('mark-all-read');
  terminal.press('y');
  await terminal.until('3 read');
  terminal.act('publications');
  await terminal.until(/North +3[\s\S]*South +3 +3/);
  terminal.act('unread-only');
  await terminal.until(one => !one.screen().includes('North') && one.screen().includes('South'));
});

test(
  'U undoes this session alone, and says in the screen’s words what; older changes are chosen from a list',
  {tags: 'long'},
  async () => {
    const {home, run, terminal} = await twoBlogs();
    terminal.act('toggle-star');
    await terminal.until('Starred.');
    terminal.act('quit');
    await terminal.exit();

    const again = reader(home);
    await again.until(/▌★[\s\S]*1 of 6/);
    again.act('undo');
    await again.until('Nothing to undo.');
    again.act('publications');
    await again.until('Publications');
    again.act('bottom', 'hide');
    await again.until(/South +hidden/);
    again.act('rename');
    again.type('\u0015Coast\r');
    await again.until(/Coast +hidden/);
    again.act('undo');
    await again.until(/South[\s\S]*Named it South again\./);
    again.act('undo');
    await again.until('Showing South again.');
    again.act('history');
    await again.until(/What can be undone[\s\S]*▌ Starred “Entry 1 of the log” +earlier/);
    again.act('open');
    await again.until(/Removed the star from “Entry 1 of the log”\./);
    again.act('quit');
    await again.exit();
    expect((await run(['history'])).stdout).toMatch(
      /^\d+\tRenamed .* to South\n\d+\tRenamed .* to North\n$/m,
    );
  },
);

test(
  'any unread is gone to, publications backwards, everything is fetched, links and articles go to the browser',
  {tags: 'long'},
  async () => {
    const {terminal} = await twoBlogs({
      environment: {BROWSER: 'true', INKWELL_REFRESH_ON_START: 'false'},
    });
    terminal.act('random-unread');
    await terminal.until(/[1-6] of 6/);
    terminal.act('previous-publication');
    await terminal.until(/South +3 of 3 unread/);
    terminal.act('refresh-all');
    await terminal.until('Nothing new.');
    terminal.act('browser-read');
    await terminal.until('This article has no address on the web.');
    terminal.act('open');
    await terminal.until('Watch 1 of entry 1');
    terminal.act('browser-link');
    await terminal.until('Opened https://example.org/ships');
    terminal.press('9');
    terminal.act('browser');
    await terminal.until('No link here has the number 9.');
  },
);
