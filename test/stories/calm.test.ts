/** @module-tag long */

import {expect, test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {aHome, reader} from '../helpers/story.ts';
import type {Terminal} from '../helpers/terminal.ts';

/** The numbers of the lines that differ between two moments, looks included. */
async function changedBy(terminal: Terminal, act: () => void, isDone: () => boolean): Promise<number[]> {
  const before = terminal.cells().map(cells => JSON.stringify(cells));
  act();
  await terminal.until(isDone);
  return terminal.cells().flatMap((cells, row) => (JSON.stringify(cells) === before[row] ? [] : [row]));
}

const bold = (terminal: Terminal, title: string): boolean =>
  terminal.cells().some(cells => {
    const text = cells.map(({text: one}) => one).join('');
    const at = text.indexOf(title);
    return at >= 0 && cells[at]?.isBold === true && /^[^\w]*[▌┃│|>]/.test(text.trimStart());
  });

test.each([
  [80, 24],
  [140, 40],
])('in calm a move draws the rows that it is about, and nothing else, at %i×%i', async (columns, rows) => {
  const home = await aHome();
  const blog = await writeBlog(home.folder);
  const terminal = reader(home, {arguments: [blog], environment: {INKWELL_CALM: '1'}, columns, rows});
  // In calm the place in the list is not said.
  await terminal.until(/Entry 3 of the log[\s\S]*\? help$/);
  // The article does not stand beside the list, however wide the window is.
  expect(terminal.screen()).not.toContain('On watch 1 of day 1');
  const rowOf = (title: string): number => terminal.lines().findIndex(line => line.includes(title));
  const [first, second, third] = [1, 2, 3].map(number => rowOf(`Entry ${number} of the log`)) as [
    number,
    number,
    number,
  ];
  const changed = await changedBy(
    terminal,
    () => terminal.act('down'),
    () => bold(terminal, 'Entry 2 of the log'),
  );
  expect(changed.length).toBeGreaterThan(0);
  for (const row of changed) expect(row >= first && row < third).toBe(true);
  expect(second).toBeGreaterThan(first);
});
