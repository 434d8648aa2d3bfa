/** @module-tag long */

import {expect, test} from 'vitest';
import type {Act} from '../../source/app/keys/keymap.ts';
import {readerOnBlog} from '../helpers/story.ts';
import {commands} from '../helpers/commands.ts';

/* The keys are the same on the screen and by ear, and so is what they do. */

const MODES = [
  ['on the screen', []],
  ['by ear', ['--screen-reader']],
] as const;

/** A key or, behind a colon, what is typed; and the words that tell that it was done, on the screen and by ear. */
type Press = readonly [press: Act | `:${string}`, wanted: RegExp];

const STARRED: readonly Press[] = [
  ['down', /2 of 12/],
  ['toggle-star', /Starred\./],
  ['down', /3 of 12/],
  ['toggle-read', /Marked as read\./],
];

const TAGGED: readonly Press[] = [
  ['tag', /[Tt]ags.*/],
  [':later\r', /Tags: later|#?later/],
];

const FOUND: readonly Press[] = [
  ['find', /\/|Find in the list/],
  [':Entry 7\r', /Entry 7 of the log/],
  ['toggle-star', /Starred\./],
];

const ARTICLE: readonly Press[] = [
  ['open', /Ada Brandt.* Keeper/],
  ['contents', /Contents/],
  ['back', /Entry 1 of the log/],
  ['toggle-star', /Starred\./],
  ['back', /1 of 12/],
];

const SETTINGS: readonly Press[] = [
  ['density', /airy|compact|lines|Entry/],
  ['settings', /Settings/],
  ['back', /Entry 1 of the log/],
];

const isTyped = (press: Act | `:${string}`): press is `:${string}` => press.startsWith(':');

const SESSIONS: Readonly<Record<string, readonly Press[]>> = {
  'marks and stars': STARRED,
  'tags of one’s own': TAGGED,
  'a filter': FOUND,
  'an article': ARTICLE,
  settings: SETTINGS,
};

test.each(Object.entries(SESSIONS))('the same keys do the same in both modes: %s', async (_, presses) => {
  const stored: string[] = [];
  for (const [, flags] of MODES) {
    const {terminal, home, blog} = await readerOnBlog({arguments: flags, rows: 40, columns: 100});
    for (const [press, wanted] of presses) {
      if (isTyped(press)) terminal.type(press.slice(1));
      else terminal.act(press);
      await terminal.until(wanted);
    }
    terminal.act('quit');
    expect((await terminal.exit()).code).toBe(0);
    const run = commands(home);
    const {stdout} = await run(['list', blog, '--format', '{title} {isRead} {isStarred} {ownTags}']);
    const {stdout: starred} = await run(['search', 'is:starred', '--format', '{title}']);
    const {stdout: settings} = await run(['config', 'get', 'density']);
    stored.push(stdout + starred + (presses === SETTINGS ? 'density changed' : settings));
  }
  expect(stored[1]).toBe(stored[0]);
});
