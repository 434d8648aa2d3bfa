import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {served} from '../helpers/feeds.ts';
import {aHome, aServer, reader, readerOnBlog} from '../helpers/story.ts';
import type {Home} from '../helpers/temporary-home.ts';

async function prefer(home: Home, preferences: object): Promise<void> {
  await mkdir(join(home.folder, 'config/inkwell'), {recursive: true});
  await writeFile(join(home.folder, 'config/inkwell/config.json'), JSON.stringify(preferences));
}

/** A home that follows a feed of three articles, the first with a recording and a page for comments. */
async function homeWithFeed(): Promise<Home> {
  const [home, web] = [await aHome(), await aServer()];
  const items = ['A cache', 'A queue', 'A river'].map(
    (title, index) =>
      `<item><title>${title}</title><link>https://example.com/${index}</link><guid>${index}</guid>
       <pubDate>Tue, ${10 - index} Nov 2026 04:00:00 GMT</pubDate><description>Words about ${title}.</description>
       ${index === 0 ? '<comments>https://talk.example.com/1</comments><enclosure url="https://example.com/one.mp3?a=$(x)&amp;b=c" type="audio/mpeg" length="24000000"/>' : ''}</item>`,
  );
  web.serve(
    '/feed.xml',
    served(`<rss version="2.0"><channel><title>The Well</title>${items.join('')}</channel></rss>`),
  );
  expect(await reader(home, {arguments: ['add', `${web.origin}/feed.xml`]}).exit()).toMatchObject({code: 0});
  return home;
}

const out = (home: Home, name: string) => readFile(join(home.folder, name), 'utf8').catch(() => '');

test('a search becomes a rule, is done with what is here, listed, removed, and taken back', async () => {
  const terminal = await reader(await homeWithFeed()).until('3 of 3 unread');
  terminal.act('make-rule');
  await terminal.until('Search for something first');
  terminal.act('find');
  terminal.type('title:/^a (cache|queue)/i');
  await terminal.until('2 found');
  terminal.press('enter');
  terminal.act('make-rule');
  await terminal.until('Do with what comes in');
  terminal.type('burn\r');
  await terminal.until('No rule was made: “burn” is no act');
  terminal.act('make-rule');
  terminal.type('star tag later\r');
  await terminal.until('Do it also with the 2 articles here that match?');
  terminal.type('y');
  await terminal.until('The rule changed 2 articles.');
  terminal.act('undo');
  await terminal.until('Took back what the rules did to 2 articles.');
  terminal.act('rules');
  await terminal.until(/1 {2}star, tag later {2}title:\/\^a \(cache\|queue\)\/i/);
  terminal.act('remove');
  await terminal.until('No rules yet.');
  terminal.press('esc');
  await terminal.until('unread');
  terminal.act('undo');
  await terminal.until('Added the rule star, tag later for title:/^a (cache|queue)/i again.');
});

test(
  'several articles are selected, marked and tagged at once, and taken back at once',
  {tags: 'long'},
  async () => {
    const {terminal} = await readerOnBlog();
    await terminal.until('12 of 12 unread');
    terminal.type('3');
    terminal.act('select');
    await terminal.until('3 selected');
    terminal.act('toggle-read');
    await terminal.until('Marked 3 articles as read.');
    await terminal.until('9 of 12 unread');
    terminal.act('undo');
    await terminal.until('12 of 12 unread');
    terminal.act('select', 'up', 'up', 'tag');
    await terminal.until('Tags');
    terminal.type('later\r');
    await terminal.until('Added later to 3 articles.');
    terminal.act('select');
    await terminal.until('1 selected');
    terminal.press('esc');
    await terminal.until(one => !one.screen().includes('selected'));
  },
);

describe.skipIf(process.platform === 'win32')('programs of the reader’s own', () => {
  test('get an article by a key, by name and by a macro, and one that fails says so', async () => {
    const home = await homeWithFeed();
    await prefer(home, {
      commands: [
        {name: 'keep', run: 'cat >> "$HOME/kept"', input: 'url', key: 'K'},
        {name: 'broken', run: 'echo "no room" >&2; exit 4'},
        {name: 'both', run: 'cat > "$HOME/both"', input: 'url', on: 'selection', key: 'ctrl+b'},
      ],
      keys: {macros: {'ctrl+x': ['run keep', 'toggle-star', 'down']}},
    });
    const terminal = await reader(home).until('3 of 3 unread');
    terminal.type('K');
    await terminal.until('Ran keep.');
    terminal.type(':run broken\r');
    await terminal.until('The command broken ended with exit code 4: no room');
    terminal.type(':run nothing\r');
    await terminal.until('You have no command called nothing.');
    terminal.press('down');
    terminal.type('\u0018');
    await terminal.until(/★ A queue/);
    await expect.poll(() => out(home, 'kept')).toBe('https://example.com/0\nhttps://example.com/1\n');
    terminal.act('select', 'up');
    await terminal.until('2 selected');
    terminal.type('\u0002');
    await terminal.until('Ran both on 2 articles.');
    expect(await out(home, 'both')).toBe('https://example.com/1\nhttps://example.com/2\n');
  });

  test(
    'open recordings by their kind, and comments in the browser; the address is an argument',
    {tags: 'long'},
    async () => {
      const home = await homeWithFeed();
      await prefer(home, {
        browser: 'printf "browser %s\\n" %s >> "$HOME/opened" #',
        browsers: [{for: 'audio', run: 'printf "player %s\\n" %s >> "$HOME/opened" #'}],
        readInBrowser: true,
      });
      const terminal = await reader(home).until('3 of 3 unread');
      terminal.act('enclosure');
      await terminal.until('Opened https://example.com/one.mp3');
      terminal.act('comments');
      await terminal.until('Opened https://talk.example.com/1');
      terminal.act('browser');
      await terminal.until(/2 of 3 unread[\s\S]*Opened https:\/\/example\.com\/0/);
      terminal.act('down', 'enclosure');
      await terminal.until('No file comes with this article.');
      await expect
        .poll(() => out(home, 'opened'))
        .toBe(
          'player https://example.com/one.mp3?a=$(x)&b=c\nbrowser https://talk.example.com/1\nbrowser https://example.com/0\n',
        );
    },
  );

  test('a player that is not there is named', {tags: 'long'}, async () => {
    const home = await homeWithFeed();
    await prefer(home, {browsers: [{for: 'audio', run: 'no-such-player', terminal: true}]});
    const terminal = await reader(home).until('3 of 3 unread');
    terminal.act('enclosure');
    await terminal.until(/“no-such-player” could not open/);
    terminal.act('down');
    await terminal.until('2 of 3');
  });
});
