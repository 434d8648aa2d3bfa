import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {testEach} from '../helpers/test-each.ts';
import type {Act} from '../../source/app/keys/keymap.ts';
import {aHome, aServer, reader} from '../helpers/story.ts';
import {DRAWING, Transcript} from '../helpers/transcript.ts';

/* A whole session by ear, as it was said: read it aloud before you change it. */

const ALL = `---
title: Every element of a text
description: One of each.
date: 2026-05-02
author: ada
tags: [Rust, parsing]
---

Lead with *emphasis*, **weight**, \`code()\`, a [link](https://example.org/a), and a footnote[^1].
The sum $\\frac{a}{b}$, x<sup>2</sup> and H<sub>2</sub>O; ~~ten~~ <ins>nine</ins>.

## Lists

- (a) first thing
  1. deep
  2. deeper
- (b) second thing

## Code

\`\`\`python
def f(x):
    if x:
        return {
            "a": 1,
        }

    return None
\`\`\`

## Tables and pictures

| Name | Age |
|---|---|
| Ada | 36 |
| Bob | |

$$\\sum_{i=0}^n i^2 \\leq n^3$$

![A pier at low tide](pier.png)

> Who keeps the lamp keeps the ship.

> [!WARNING]
> Mind the step.

Term
: Its meaning

***

The end → of it.

[^1]: The *note* of it.
`;

const SHORT = `---
title: A short one
date: 2026-04-01
author: jon
category: Log
---

All is well.
`;

test('a whole session by ear, from opening to leaving', async () => {
  const server = await aServer();
  server.serve('/subscribe', {headers: {'content-type': 'application/json'}, body: '{"ok":true}'});
  const home = await aHome();
  const blog = join(home.folder, 'log');
  await mkdir(blog);
  await writeFile(
    join(blog, 'publication.yml'),
    `title: The Log\ntagline: Notes\nauthors:\n  ada:\n    name: Ada Brandt\n    role: Keeper\n  jon:\n    name: Jon Vale\nnewsletter:\n  heading: Letters from the lamp\n  url: ${server.origin}/subscribe\n  method: json\n  field: address\n`,
  );
  await writeFile(join(blog, '1.md'), ALL);
  await writeFile(join(blog, '2.md'), SHORT);
  const terminal = reader(home, {
    arguments: [blog, '--screen-reader'],
    environment: {INKWELL_SPEECH_ROW: 'position,unread,title,author,time', BROWSER: 'true'},
    columns: 100,
    rows: 24,
  });
  const {host} = new URL(server.origin);
  const told = new Transcript(terminal, [[host, 'HOST']]);
  const act = (name: Act) => () => terminal.act(name);

  await told.step('open', () => undefined, /1 of 2, .*minute read$/);
  await told.step('down', act('down'), /2 of 2, .*minute read$/);
  await told.step('down, to the newsletter', act('down'), 'Enter subscribes.');
  await told.step('down, at the end', act('down'), 'This is the end.');
  await told.step('find', act('find'), 'Find in the list:');
  await told.step('type', () => terminal.type('every\r'), /1 article\.\n1 of 1, .*$/);
  await told.step('clear it', act('back'), /Search cleared\. 2 articles\.\n1 of 2, .*$/);
  await told.step('star', act('toggle-star'), 'undoes it.');
  await told.step('undo', act('undo'), /Removed the star from .*$/);
  await told.step('where', act('where'), '2 unread.');
  await told.step('open the article', act('open'), 'Space reads on.');
  await told.step('read on', act('page-down'), 'nine, end of inserted.');
  await told.step('read on', act('page-down'), 'End of list.');
  await told.step('read on', act('page-down'), 'End of code.');
  await told.step('how far', act('where'), 'in Every element of a text.');
  await told.step('read on', act('page-down'), 'Picture: A pier at low tide');
  await told.step('read on', act('page-down'), 'Its meaning');
  await told.step('read on', act('page-down'), 'opens the next unread: A short one.');
  await told.step('to the top', act('top'), 'Title: Every element of a text');
  await told.step('next heading', act('next-heading'), 'Heading level 2: Lists');
  await told.step('find in it', act('find'), 'Find in the article:');
  await told.step('type', () => terminal.type('lamp\r'), 'Who keeps the lamp keeps the ship.');
  await told.step('links', act('links'), 'copies it.');
  await told.step('close', act('back'), 'Who keeps the lamp keeps the ship.');
  await told.step('next link', act('next-link'), /^Link.*$/);
  await told.step('contents', act('contents'), 'Enter goes there.');
  await told.step('to the first', act('top'), '1 of 3, Lists, level 2');
  await told.step('go there', act('open'), 'Heading level 2: Lists');
  await told.step('topics', act('topics'), 'Enter opens it.');
  await told.step('down', act('down'), '2 of 3, Topic: Rust');
  await told.step('open the topic', act('open'), /1 of 1, .*minute read$/);
  await told.step('back', act('back'), 'Heading level 2: Lists');
  await told.step('let go of the link', act('back'), 'No link is chosen now.');
  await told.step('let go of the search', act('back'), 'Search cleared.');
  await told.step('back to the list', act('back'), /Back in The Log, row 1 of 2\.\n.*minute read$/);
  await told.step('more is said', act('speech'), 'full, 3 of 3.');
  await told.step('subscribe', act('subscribe'), 'Your email address:');
  await told.step('what is no address', () => terminal.type('ada\r'), /@ in it\.\nYour email address: ada$/);
  await told.step('the rest of it', () => terminal.type('@example.org'), '@example.org');
  await told.step('send', () => terminal.press('enter'), 'Enter closes.');
  await told.step('close', () => terminal.press('enter'), /Back in The Log, row 1 of 2\.\n.*One of each\.$/);
  await told.step('settings', act('settings'), 'Enter changes it.');
  await told.step('change how much', () => terminal.press('enter'), 'brief, 1 of 3.');
  await told.step('down', act('down'), /2 of \d+, .*$/);
  await told.step('close', act('back'), /Back in The Log, row 1 of 2\.\n.*$/);
  await told.step('help', act('help'), /1 of \d+, Every day:$/);
  await told.step('down', act('down'), /, Open$/);
  await told.step('look for a key', act('find'), 'Find in the help:');
  await told.step('type', () => terminal.type('settings\r'), /1 of \d+, .*$/);
  await told.step('all keys', act('back'), /1 of \d+, Every day:$/);
  await told.step('close', act('back'), /Back in The Log, row 1 of 2\.\n.*$/);
  await told.step('publications', act('publications'), /1 of \d+, All.*$/);
  await told.step('back', act('back'), /Back in The Log, row 1 of 2\.\n.*$/);
  await told.step('sign-ups', act('signups'), /1 of 1, The Log, .*$/);
  await told.step('close', act('back'), /Back in The Log, row 1 of 2\.\n.*$/);
  await told.step('messages', act('notices'), /1 of \d+, \d\d:\d\d, .*$/);
  await told.step('close', act('back'), /Back in The Log, row 1 of 2\.\n.*$/);
  await told.step('mark all read', act('mark-all-read'), 'n for no.');
  await told.step('no', () => terminal.press('n'), /Back in The Log, row 1 of 2\.\n.*$/);
  await told.step('a key that does nothing', () => terminal.press('~'), 'shows the keys.');
  await told.step('quit', act('back'), 'Leaving Inkwell.');
  expect((await terminal.exit()).code).toBe(0);
  const text = told.text.replaceAll(/\d\d:\d\d, /g, 'TIME, ');
  await expect(text).toMatchFileSnapshot('spoken-session.txt');
  // The arrow is its author's.
  expect(text.replace('The end → of it.', '')).not.toMatch(DRAWING);
  expect(terminal.output).not.toContain('\u001B[?1049h');
});

testEach(
  'at %i cells every line fits, and a question stands alone',
  {cases: [40, 20], always: 0},
  async columns => {
    const home = await aHome();
    await writeFile(join(home.folder, 'a.md'), ALL);
    const terminal = reader(home, {
      arguments: [home.folder, '--screen-reader'],
      columns,
      rows: 24,
    });
    const told = new Transcript(terminal);
    const act = (name: Act) => () => terminal.act(name);
    await told.step('open', () => undefined, /minute\s+read$/);
    await told.step('article', act('open'), /Space reads on\.$/);
    for (let count = 0; count < 3; count++) await told.step('read on', act('page-down'), /\S$/);
    await told.step('question', act('find'), /Find in the\s+article:$/);
    await told.step('typed', () => terminal.type('return\r'), /Match\s+1\s+of/);
    for (const line of told.text.split('\n').filter(one => !one.startsWith('---')))
      expect(line.length).toBeLessThanOrEqual(columns);
    // Nothing stands in columns: a blank inside a line of words is one blank.
    const words = told.text.split('\n').filter(line => !line.startsWith(' '));
    expect(words.filter(line => / {2,}/.test(line))).toEqual([]);
  },
);

test('with TERM=dumb the mode opens, and no sequence at all is written', async () => {
  const home = await aHome();
  await writeFile(join(home.folder, 'a.md'), SHORT);
  const terminal = reader(home, {
    arguments: [home.folder, '--screen-reader'],
    environment: {TERM: 'dumb'},
  });
  const told = new Transcript(terminal);
  await told.step('open', () => undefined, /1 of 1, .*minute read$/);
  await told.step('article', () => terminal.act('open'), 'Space reads on.');
  await told.step('quit', () => terminal.act('quit'), 'Leaving Inkwell.');
  expect((await terminal.exit()).code).toBe(0);
  expect(terminal.output).not.toContain('\u001B');
});

test('with TERM=dumb alone the list is printed, and how to read on is said', async () => {
  const home = await aHome();
  await writeFile(join(home.folder, 'a.md'), SHORT);
  const terminal = reader(home, {arguments: [home.folder], environment: {TERM: 'dumb'}});
  expect((await terminal.exit()).code).toBe(0);
  expect(terminal.output).toContain('"inkwell --screen-reader" opens the reader as plain lines.');
  expect(terminal.output).toContain('A short one');
});
