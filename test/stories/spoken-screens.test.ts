import {expect, test} from 'vitest';
import type {Act} from '../../source/app/keys/keymap.ts';
import {commands} from '../helpers/commands.ts';
import {homeWithTwoBlogs, reader} from '../helpers/story.ts';
import {DRAWING, Transcript} from '../helpers/transcript.ts';

/* The screens that a reader of several publications has, as they are said: read it aloud before you change it. */

test('every screen of a library by ear', async () => {
  const home = await homeWithTwoBlogs();
  const run = commands(home);
  await run(['rules', 'add', 'title:"entry 9"', 'star']);
  const terminal = reader(home, {
    arguments: ['--screen-reader'],
    environment: {INKWELL_SPEECH_ROW: 'position,unread,title,publication,time', BROWSER: 'true'},
    columns: 100,
    rows: 24,
  });
  const told = new Transcript(terminal);
  const act = (name: Act) => () => terminal.act(name);

  await told.step('open', () => undefined, /1 of 6, .*minute read$/);
  await told.step('unread only', act('unread-only'), 'Unread articles only.');
  await told.step('all again', act('unread-only'), /[Aa]ll articles[^\n]*\.$/);
  await told.step('select', act('select'), 'capital Z ends it.');
  await told.step('down', act('down'), /2 of 6, .*minute read$/);
  await told.step('star both', act('toggle-star'), 'Starred 2 articles. Capital U undoes it.');
  await told.step('sort', act('sort'), 'Enter sorts by it.');
  await told.step('by title', () => terminal.press('t'), 'By title.');
  await told.step('next unread', act('next-unread'), /of 6, .*minute read$/);
  await told.step('mark up to here', act('mark-above-read'), 'undoes it.');
  await told.step('search all text', act('search'), 'Search all text:');
  await told.step('type', () => terminal.type('wind\r'), /6 articles.*\n1 of 6, .*minute read$/);
  await told.step('back', act('back'), /Back in All articles.*\n.*minute read$/);
  await told.step('what can be undone', act('history'), 'Enter takes it back.');
  await told.step('close', act('back'), /Back in All articles.*\n.*minute read$/);
  await told.step('rules', act('rules'), 'x removes it.');
  await told.step('remove it', act('remove'), 'undoes it.');
  await told.step('close', act('back'), /Back in All articles.*\n.*minute read$/);
  await told.step('topics', act('topics'), 'Enter opens it.');
  await told.step('close', act('back'), /Back in All articles.*\n.*minute read$/);
  await told.step('publications', act('publications'), /1 of 7, All.*$/);
  await told.step('the last', act('bottom'), /7 of 7, South.*$/);
  await told.step('everything about it', act('arrange'), 'x takes the usual value.');
  await told.step('down', act('down'), /2 of \d+, Folder, none.*$/);
  await told.step('change it', act('open'), 'Folder of this publication:');
  await told.step('type', () => terminal.type('Sea\r'), 'South is in the folder Sea now.');
  await told.step('mute', act('mute'), 'counts as read.');
  await told.step('hide', act('hide'), 'shows it.');
  await told.step('undo', act('undo'), 'Showing South again.');
  await told.step('back', act('back'), /Back in All articles.*\n.*minute read$/);
  await told.step('quit', act('quit'), 'Leaving Inkwell.');
  expect((await terminal.exit()).code).toBe(0);
  await expect(told.text).toMatchFileSnapshot('spoken-screens.txt');
  expect(told.text).not.toMatch(DRAWING);
});
