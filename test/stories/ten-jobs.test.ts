/** @module-tag long */

import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {homeWithTwoBlogs, reader} from '../helpers/story.ts';
import type {Terminal} from '../helpers/terminal.ts';

/** Jobs of every day: newsboat's stock keys, ours, and the sign on the screen that each is done. */
type Job = Readonly<{
  job: string;
  newsboat: readonly string[];
  inkwell: readonly string[];
  /** Brings the reader to where the job begins; its keys are not counted. */
  before?: (terminal: Terminal) => Promise<unknown>;
  /** Typed after the keys, in both programs: not counted. */
  words?: string;
  done: (terminal: Terminal, opened: () => Promise<string>) => Promise<unknown>;
}>;

const inFirst = async (terminal: Terminal): Promise<void> => {
  terminal.press(']');
  await terminal.until(/← All articles {2}North/);
};
const inArticle = async (terminal: Terminal): Promise<void> => {
  await inFirst(terminal);
  terminal.press('enter');
  await terminal.until('Watch 1 of entry 1');
};
const until = (wanted: RegExp | string) => (terminal: Terminal) => terminal.until(wanted);
const browses = (address: string) => async (terminal: Terminal, opened: () => Promise<string>) => {
  await terminal.until(`Opened ${address}`);
  await expect.poll(opened).toContain(address);
};

const JOBS: readonly Job[] = [
  {
    job: 'next unread',
    newsboat: ['n'],
    inkwell: ['n'],
    before: async terminal => {
      await inFirst(terminal);
      terminal.press('m');
      await terminal.until('2 of 3 unread');
    },
    done: until(/▌ ● Entry 2/),
  },
  {
    job: 'only unread of this feed',
    newsboat: ['l'],
    inkwell: ['.'],
    before: async terminal => {
      await inFirst(terminal);
      terminal.press('m');
      await terminal.until('2 of 3 unread');
    },
    done: until(/▌ ● Entry 2[\s\S]*1 of 2/),
  },
  {job: 'mark feed read', newsboat: ['A', 'y'], inkwell: ['A', 'y'], before: inFirst, done: until('3 read')},
  {job: 'refresh', newsboat: ['r'], inkwell: ['r'], done: until(/Nothing new|Fetching/)},
  {
    job: 'browser',
    newsboat: ['o'],
    inkwell: ['o'],
    before: inFirst,
    done: browses('https://example.com/1'),
  },
  {
    job: 'browser and mark',
    newsboat: ['O'],
    inkwell: ['O'],
    before: inFirst,
    done: async (terminal, opened) => {
      await browses('https://example.com/1')(terminal, opened);
      await terminal.until('2 of 3 unread');
    },
  },
  {
    job: 'third link in the browser',
    newsboat: ['3'],
    inkwell: ['alt+3'],
    before: inArticle,
    done: browses('https://example.com/third'),
  },
  {
    job: 'oldest first',
    newsboat: ['G', 'd'],
    inkwell: ['R', 'o'],
    before: inFirst,
    done: until(/▌ ● Entry 3/),
  },
  {
    job: 'search all text',
    newsboat: ['/', 'enter'],
    inkwell: ['ctrl+f', 'enter'],
    words: '"watch 4 of day 3"',
    done: until(/Search: "watch 4 of day 3"/),
  },
  {
    job: 'next feed',
    newsboat: ['ctrl+n'],
    inkwell: [']'],
    before: inFirst,
    done: until(/← All articles {2}South/),
  },
];

test.each(JOBS)('$job takes no more keys than in newsboat, and is done by them', async job => {
  expect(job.inkwell.length).toBeLessThanOrEqual(job.newsboat.length);
  const home = await homeWithTwoBlogs(addAddresses);
  const log = join(home.folder, 'opened');
  const browser = join(home.folder, 'browser.sh');
  await writeFile(browser, `#!/bin/sh\necho "$1" >> ${log}\n`, {mode: 0o755});
  const terminal = reader(home, {environment: {BROWSER: browser}});
  await terminal.until(/6 of 6 unread[\s\S]*1 of 6/);
  await job.before?.(terminal);
  const [first = '', ...rest] = job.inkwell;
  terminal.press(first);
  if (job.words !== undefined) {
    await terminal.until('Search all text:');
    terminal.type(job.words);
  }
  terminal.press(...rest);
  await job.done(terminal, () => readFile(log, 'utf8').catch(() => ''));
});

/** Addresses of the entries, and a third link in each. */
async function addAddresses(blog: string): Promise<void> {
  for (const number of [1, 2, 3]) {
    const file = join(blog, `0${number}-entry.md`);
    const text = await readFile(file, 'utf8');
    const addressed = text.replace('author:', `canonical: https://example.com/${number}\nauthor:`);
    await writeFile(file, `${addressed}\n[the third link](https://example.com/third)\n`);
  }
}
