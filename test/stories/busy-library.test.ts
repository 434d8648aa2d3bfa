/** @module-tag long */

import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {expect, onTestFinished, test} from 'vitest';
import {readerOnBlog} from '../helpers/story.ts';
import type {Home} from '../helpers/temporary-home.ts';
import type {Terminal} from '../helpers/terminal.ts';

/** Another process that has begun to write into the library, and takes its time. */
type Other = {letGo: () => void; starred: () => unknown[]; places: () => unknown};

async function readerBesideAWriter(): Promise<{terminal: Terminal; home: Home; other: Other}> {
  const {terminal, home} = await readerOnBlog();
  await terminal.until(/\? help +1 of 12/);
  const library = new DatabaseSync(join(home.folder, 'data/inkwell/library.db'));
  onTestFinished(() => library.close());
  library.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE');
  const other = {
    letGo: () => library.exec('ROLLBACK'),
    starred: () =>
      library
        .prepare('SELECT title FROM article JOIN entry USING (key) WHERE is_starred ORDER BY title')
        .all()
        .map(({title}) => title),
    places: () => library.prepare('SELECT count(*) places FROM entry WHERE progress > 0').get()?.['places'],
  };
  return {terminal, home, other};
}

const FIRST_STARRED = /★.*Entry 1 of the log|Entry 1 of the log.*★/;

test('while another process writes, an act is shown at once and keys are answered; it is kept and confirmed afterwards', async () => {
  const {terminal, other} = await readerBesideAWriter();
  terminal.act('toggle-star');
  await terminal.until(FIRST_STARRED);
  terminal.act('down');
  await terminal.until(/▌ ● Entry 2 of the log/);
  terminal.act('toggle-read');
  await terminal.until(/▌ {3}Entry 2 of the log/);
  terminal.act('down');
  await terminal.until(/▌ ● Entry 3 of the log/);
  await terminal.until('Another Inkwell is writing');
  expect(terminal.output).not.toMatch(/Starred|Marked/);
  expect(other.starred()).toEqual([]);
  other.letGo();
  await terminal.until(/▌ ● Entry 3[\s\S]*Marked as read\./);
  expect(other.starred()).toEqual(['Entry 1 of the log']);
  expect(terminal.screen()).toMatch(FIRST_STARRED);
});

test('what is taken back before it could be kept never was, and what was done before it is kept', async () => {
  const {terminal, other} = await readerBesideAWriter();
  terminal.act('toggle-star', 'down', 'toggle-star');
  await terminal.until(/★[\s\S]*★/);
  terminal.act('undo');
  await terminal.until(one => (one.screen().match(/★/g) ?? []).length === 1);
  other.letGo();
  await terminal.until('Removed the star from “Entry 2 of the log”.');
  expect(other.starred()).toEqual(['Entry 1 of the log']);
  terminal.act('undo');
  await terminal.until('Removed the star from “Entry 1 of the log”.');
  expect(other.starred()).toEqual([]);
});

test('an article is opened, read and left again, and comes back to the same place, while another process writes', async () => {
  const {terminal, other} = await readerBesideAWriter();
  terminal.act('open');
  await terminal.until('Watch 1 of entry 1');
  terminal.act('half-down', 'half-down', 'back');
  await terminal.until(/▌ ..Entry 1 of the log/);
  await terminal.until(/\d+ % read/);
  terminal.act('open');
  await terminal.until(one => /Watch [23] of entry 1/.test(one.screen()) && !/Watch 1 of/.test(one.screen()));
  await terminal.until('Another Inkwell is writing');
  expect(other.places()).toBe(0);
  other.letGo();
  await terminal.until('Your waiting changes are saved.');
  expect(other.places()).toBe(1);
});

test('leaving waits for what is not kept yet', async () => {
  const {terminal, other} = await readerBesideAWriter();
  terminal.act('toggle-star');
  await terminal.until(FIRST_STARRED);
  terminal.act('quit');
  await terminal.until(one => !one.isAlternate && one.screen().includes('waiting a moment for it'));
  other.letGo();
  expect(await terminal.exit()).toMatchObject({code: 0});
  expect(other.starred()).toEqual(['Entry 1 of the log']);
});

test.each(['nobody waits any longer', 'it has taken too long'])(
  'leaving says what could not be kept when %s',
  async why => {
    const {terminal, other} = await readerBesideAWriter();
    terminal.act('toggle-star', 'down', 'toggle-star', 'quit');
    await terminal.until('waiting a moment for it');
    if (why.startsWith('nobody')) terminal.press('ctrl+c');
    expect((await terminal.exit()).code).toBeGreaterThan(0);
    expect(terminal.lines().join('')).toMatch(/Not saved: your last 2 /);
    expect(other.starred()).toEqual([]);
  },
);
