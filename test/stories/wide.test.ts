/** @module-tag long */

import {expect, test} from 'vitest';
import {readerOnBlog} from '../helpers/story.ts';

test('from 110 columns list and article stand side by side, and the preview follows', async () => {
  const {terminal} = await readerOnBlog({columns: 130, rows: 36});
  await terminal.until(/│[\s\S]*Watch 1 of entry 1/);
  terminal.act('down', 'down', 'down');
  await terminal.until(/Watch 1 of entry 4[\s\S]*▌ ● Entry 4/);
  terminal.act('bottom', 'top');
  await terminal.until(/▌ ● Entry 1 of[\s\S]*Watch 1 of entry 1/);
});

test('the one that has the keys is seen: the bar of the other is quiet', async () => {
  const {terminal} = await readerOnBlog({columns: 130, rows: 36});
  await terminal.until('Watch 1 of entry 1');
  const barLook = () => terminal.cells()[3]?.[0]?.ink;
  const inList = barLook();
  terminal.act('open');
  await terminal.until(/│ {2}← The Lighthouse Log/);
  expect(barLook()).not.toEqual(inList);
  terminal.act('back');
  await terminal.until(one => !one.screen().includes('← The Lighthouse'));
});

test('beside the newsletter card no article stands', async () => {
  const newsletter = 'newsletter:\n  heading: Letters from the lamp\n';
  const {terminal} = await readerOnBlog({columns: 130, rows: 36, newsletter});
  await terminal.until('Watch 1 of entry 1');
  terminal.act('bottom');
  await terminal.until(one => /▌ +Letters/.test(one.screen()) && !one.screen().includes('Watch'));
  terminal.act('up');
  await terminal.until('Watch 1 of entry 12');
});

test('how far an article is read stands under it, not under the list', async () => {
  const {terminal} = await readerOnBlog({columns: 130, rows: 36});
  await terminal.until('Watch 1 of entry 1');
  terminal.act('open', 'bottom');
  await terminal.until(/━$|━ /);
  const text = terminal.lines().find(line => line.includes('tide table')) ?? '';
  await terminal.until(one => one.lines().at(-1)?.indexOf('━') === text.search(/(?<=│ +)[^│ ]/));
});

test('a key parts them, and zen hides the list', async () => {
  const {terminal} = await readerOnBlog({columns: 130, rows: 36});
  await terminal.until('Watch 1 of entry 1');
  terminal.act('side-by-side');
  await terminal.until(one => !one.screen().includes('│'));
  terminal.act('side-by-side');
  await terminal.until(/│[\s\S]*Watch 1 of entry 1/);
  terminal.act('open');
  await terminal.until(/│ {2}← The Lighthouse Log/);
  terminal.act('zen');
  await terminal.until(one => !one.screen().includes('│'));
});

test('the wheel comes as arrow keys, and the mouse stays the terminal’s', async () => {
  const {terminal} = await readerOnBlog();
  expect(terminal.output).toContain('\u001B[?1007h');
  expect(terminal.output).not.toMatch(/\u001B\[\?100[0236]h/);
  terminal.type('\u001BOB\u001BOB\u001BOB');
  await terminal.until('4 of 12');
});
