/** @module-tag long */

import {describe, expect, test} from 'vitest';
import {readerOnBlog} from '../helpers/story.ts';
import type {Terminal} from '../helpers/terminal.ts';

const many = (count: number, word: (index: number) => string, between = ' '): string =>
  Array.from({length: count}, (_, index) => word(index)).join(between);

async function openPrompt(terminal: Terminal): Promise<void> {
  terminal.act('find');
  await terminal.until(one => one.lines().at(-1)?.startsWith(' /') === true);
}

const LINE = /A line has at most 4000 characters;\s+what was pasted was not taken\./;
const QUERY = 'A query has at most 2000 characters.';

describe('what is pasted', () => {
  test.each([
    ['10,000 letters', 'a'.repeat(10_000), LINE],
    ['a million letters', 'ab'.repeat(500_000), LINE],
    ['5,000 words', many(5000, index => `w${index}`), LINE],
    ['5,000 fields', many(5000, index => `tag:w${index}`), LINE],
    ['5,000 parentheses', '('.repeat(5000), LINE],
    ['a letter under 10,000 marks', `e${'\u0301'.repeat(10_000)}`, LINE],
    ['3,000 letters', 'a'.repeat(3000), QUERY],
    ['300 alternatives', many(300, index => `tag:w${index}`, ' or '), QUERY],
  ])(
    'into the filter as %s is refused, the list stays, and what is typed next is understood',
    async (_, text, said) => {
      const {terminal} = await readerOnBlog();
      await openPrompt(terminal);
      terminal.paste(text);
      await terminal.until(said);
      terminal.press('ctrl+u');
      terminal.type('jon');
      await terminal.until(/6 found/);
      terminal.press('esc');
      terminal.act('down');
      await terminal.until(/▌ ● Entry 2 of the log/);
    },
  );

  test.each([
    ['the same word 400 times', many(400, () => 'log'), /…” · 1 of 12$/],
    ['a letter 900 times', many(900, () => 'e'), /…” · 1 of 12$/],
    ['900 letters', many(900, index => String.fromCodePoint(0x4e00 + index)), /Nothing here matches/],
    ['200 fields', many(200, index => `tag:w${index}`), /Nothing here matches/],
    ['a thousand stars', '*'.repeat(1000), /Nothing here matches/],
  ])('into the filter as %s is looked for', async (_, text, found) => {
    const {terminal} = await readerOnBlog();
    await openPrompt(terminal);
    terminal.paste(text);
    terminal.press('enter');
    await terminal.until(found);
    terminal.act('back');
    await terminal.until(/Enter open.*1 of 12/);
  });

  test('into an article’s search, a command or the prompt for an address is refused by each', async () => {
    const {terminal} = await readerOnBlog({
      newsletter:
        'newsletter:\n  heading: Letters\n  url: https://letters.example/\n  method: json\n  field: address\n',
    });
    terminal.act('open');
    await terminal.until('Watch 1 of entry 1');
    await openPrompt(terminal);
    terminal.paste('watch '.repeat(17_000));
    await terminal.until(LINE);
    terminal.press('esc');
    await terminal.until(one => one.lines().at(-1)?.startsWith(' /') === false);
    terminal.act('command');
    await terminal.until(one => one.lines().at(-1)?.startsWith(' :') === true);
    terminal.paste('quit '.repeat(20_000));
    await terminal.until(LINE);
    terminal.press('enter');
    await terminal.until('Watch 1 of entry 1');
    terminal.act('subscribe');
    await terminal.until('Goes to');
    terminal.paste('ada'.repeat(33_000));
    await terminal.until(LINE);
    terminal.type('ada@');
    await terminal.until(/Email +ada@/);
    expect(terminal.screen()).not.toMatch(LINE);
  });
});
