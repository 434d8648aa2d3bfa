import {expect, test} from 'vitest';
import {readerOnBlog} from '../helpers/story.ts';

test('the filter is loose on titles and names, and counts what it finds', async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('find');
  terminal.type('jon');
  await terminal.until(/6 found/);
  terminal.press('enter');
  await terminal.until(/“jon” · 1 of 6/);
  terminal.act('next-match');
  await terminal.until(/▌ ● Entry 4 of the log/);
  terminal.act('previous-match');
  await terminal.until(/▌ ● Entry 2 of the log/);
});

test(
  'a word with a colon is the query language, and its errors point at the word',
  {tags: 'long'},
  async () => {
    const {terminal} = await readerOnBlog();
    terminal.act('toggle-star', 'find');
    await terminal.until(one => one.lines().at(-1)?.startsWith(' /') === true);
    terminal.type('is:star');
    await terminal.until('“is:” knows unread, read, starred');
    const cells = terminal.cells().at(-1) ?? [];
    expect(
      cells
        .filter(({isUnderlined}) => isUnderlined)
        .map(({text}) => text)
        .join(''),
    ).toBe('star');
    await terminal.until('12 of 12 unread');
    terminal.type('red');
    await terminal.until('1 found');
    terminal.press('enter');
    await terminal.until(/▌ ★ Entry 1 of the log/);
  },
);

test('Tab completes fields and their values', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('find');
  terminal.type('au');
  terminal.press('tab');
  await terminal.until(/\/author:/);
  terminal.type('J');
  await terminal.until('author:Jon Vale');
  terminal.press('tab');
  await terminal.until(/\/author:"Jon Vale"[\s\S]*6 found/);
});

test(
  'Esc gives a search up and the selection is where it was; after Enter it clears, then leaves',
  {tags: 'long'},
  async () => {
    const {terminal} = await readerOnBlog();
    terminal.press('4');
    terminal.act('down', 'find');
    terminal.type('entry 9');
    await terminal.until(/▌ ● Entry 9/);
    terminal.press('esc');
    await terminal.until(/▌ ● Entry 5 of the log[\s\S]*5 of 12/);
    terminal.act('find');
    terminal.type('entry 9\r');
    await terminal.until('“entry 9” · 1 of 1');
    terminal.press('esc');
    await terminal.until(/▌ ● Entry 9 of the log[\s\S]*9 of 12/);
  },
);

test('in an article matches are lit and counted, and n and N go through them', async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('open');
  await terminal.until('Watch 1 of entry 1');
  terminal.act('find');
  terminal.type('harbour');
  await terminal.until('1 of 1');
  await terminal.until('The harbour keeps');
  terminal.press('esc');
  await terminal.until(one => one.lines().at(-1)?.startsWith(' /') === false);
  terminal.act('find');
  terminal.type('forty fathoms\r');
  await terminal.until(/\d of 6 “forty fathoms”/);
  const lit = terminal
    .cells()
    .flat()
    .filter(({isInverse, paper}) => isInverse || paper !== undefined);
  expect(lit.length).toBeGreaterThan(5);
  const before = terminal.lines().at(-1);
  terminal.act('next-match');
  await terminal.until(one => one.lines().at(-1) !== before && /\d of 6/.test(one.screen()));
  terminal.act('previous-match');
  await terminal.until(one => one.lines().at(-1) === before);
  terminal.press('esc');
  await terminal.until(one => !one.screen().includes('“forty fathoms”'));
  terminal.press('esc');
  await terminal.until('12 unread');
});

test('a search is kept and stands among the publications', async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('find');
  terminal.type('author:jon\r');
  await terminal.until('“author:jon” · 1 of 6');
  terminal.act('save-search');
  await terminal.until('Keep this search as');
  terminal.press('ctrl+u');
  terminal.type('By the boatman\r');
  await terminal.until('Kept “By the boatman”');
  terminal.act('publications');
  await terminal.until(/By the boatman/);
});

test('what is kept of a search finds what the search has found', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('find');
  terminal.type('jon\r');
  await terminal.until('“jon” · 1 of 6');
  terminal.act('save-search');
  await terminal.until('Keep this search as jon');
  terminal.press('enter');
  await terminal.until('Kept “jon”');
  terminal.act('publications');
  await terminal.until(/ jon +6$/m);
});

test('a search of whole texts shows in each row where the words stand', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog({rows: 30});
  terminal.press(':');
  terminal.type('search fathoms rope\r');
  await terminal.until(/Search: fathoms rope[\s\S]*Entry \d+ of the log[\s\S]*rope, forty fathoms/);
  const cell = terminal
    .cells()
    .flat()
    .find(({isInverse, text}) => isInverse && text === 'r');
  expect(cell).toBeDefined();
  terminal.act('bottom');
  await terminal.until(/12 of 12/);
  await terminal.until(/Entry 12 of the log[\s\S]*rope, forty fathoms/);
});

test('what can’t be understood is never called nothing found', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('find');
  terminal.type('colour');
  await terminal.until(/Nothing here matches “colour”[\s\S]*nothing found$/);
  terminal.type(':red ');
  await terminal.until(/There is no “colour:” to search by\.\n \/colour:red$/);
  expect(terminal.screen()).not.toContain('Nothing here');
  terminal.press('enter');
  await terminal.until(/ {4}There is no “colour:” to search by\.\n\n {4}Esc clears the search\./);
});
