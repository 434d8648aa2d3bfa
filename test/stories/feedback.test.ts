import {expect, test} from 'vitest';
import {aHome, aServer, reader, readerOnBlog} from '../helpers/story.ts';

const feed = (titles: readonly string[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Tide Table',
    items: titles.map(title => ({id: title, title, content_text: `${title}: high water at noon.`})),
  });

const TITLES = Array.from({length: 60}, (_, index) => `Tide ${index + 1}`);

test('every act is answered, and what can be undone says so', async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('toggle-read');
  await terminal.until(/Marked as read\. {2}U undoes it/);
  terminal.act('undo');
  await terminal.until('Undone');
  terminal.act('notices');
  await terminal.until(/Messages[\s\S]*Undone[\s\S]*Marked as read/);
});

test('an answer makes way for the next screen’s hints, and can be read again', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('toggle-star', 'help');
  await terminal.until(/Keys[\s\S]* \/ search {2}Esc close$/);
  terminal.act('back');
  await terminal.until('Notes from the lamp room');
  terminal.act('notices');
  await terminal.until(/Messages[\s\S]*Starred\.[\s\S]*Esc close$/);
});

test('an end is told of, and zen is broken for an answer', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('up');
  await terminal.until(/This is the top\. +1 of 12$/);
  terminal.act('open');
  await terminal.until('Watch 1 of entry 1');
  terminal.act('zen');
  await terminal.until(one => !one.screen().includes('← The Lighthouse Log'));
  terminal.act('toggle-star');
  await terminal.until(/Starred\. {2}U undoes it$/);
});

test('a refresh while the reader scrolls moves nothing', async () => {
  const server = await aServer();
  const home = await aHome();
  server.serve('/feed.json', {headers: {'content-type': 'application/feed+json'}, body: feed(TITLES)});
  const terminal = reader(home, {arguments: [`${server.origin}/feed.json`]});
  await terminal.until('60 of 60 unread');
  terminal.press('3', '0');
  terminal.act('down');
  await terminal.until('31 of 60');
  const before = terminal.lines().slice(3, 22);
  const news = ['News 1', 'News 2', 'News 3', ...TITLES];
  server.serve('/feed.json', {headers: {'content-type': 'application/feed+json'}, body: feed(news)});
  terminal.act('refresh');
  await terminal.until('34 of 63');
  expect(terminal.lines().slice(3, 22)).toEqual(before);

  // Its older page comes in below, and again nothing moves.
  const headers = {'content-type': 'application/feed+json', link: '</2>; rel="next"'};
  server.serve('/feed.json', {headers, body: feed(news)});
  server.serve('/2', {headers: {'content-type': 'application/feed+json'}, body: feed(['Long ago'])});
  terminal.act('older');
  await terminal.until(/1 older article\.[^]*34 of 64|34 of 64[^]*1 older article\./);
  expect(terminal.lines().slice(3, 22)).toEqual(before);
});

test('long work is told of and Esc stops it; keys are heard meanwhile', async () => {
  const server = await aServer();
  const home = await aHome();
  server.serve('/feed.json', {headers: {'content-type': 'application/feed+json'}, body: feed(TITLES)});
  const terminal = reader(home, {arguments: [`${server.origin}/feed.json`]});
  await terminal.until('60 of 60 unread');
  server.hold('/feed.json');
  terminal.act('refresh');
  await terminal.until(/Fetching The Tide Table {2}Esc stops/);
  terminal.act('down');
  await terminal.until('2 of 60');
  terminal.press('esc');
  await terminal.until('Stopped after 0 of 1.');
  terminal.act('refresh');
  await terminal.until('Esc stops');
  terminal.act('cancel');
  await terminal.until('Stopped after 0 of 1.');
});

test(
  'a row that was marked stays under the cursor until the selection moves on',
  {tags: 'long'},
  async () => {
    const {terminal} = await readerOnBlog();
    terminal.act('find');
    terminal.type('is:unread\r');
    await terminal.until('1 of 12');
    terminal.act('toggle-read');
    await terminal.until(/▌ {3}Entry 1 of the log/);
    terminal.act('down');
    await terminal.until(/▌ ● Entry 2 of the log[\s\S]*1 of 11/);
  },
);
