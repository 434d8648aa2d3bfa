import {expect, test} from 'vitest';
import {copied} from '../helpers/copied.ts';
import {aServer, readerOnBlog} from '../helpers/story.ts';

/** An entry whose last paragraph links to a page of a server of ours. */
async function onLinks() {
  const server = await aServer();
  server.serve('/ships', {
    headers: {'content-type': 'text/html'},
    body: `<html><head><title>Ships in the harbour</title></head><body><article><h1>Ships in the harbour</h1>${'<p>The brig Aurora lies at the eastern quay and takes in rope and tar before the autumn gales begin in earnest.</p>'.repeat(8)}</article></body></html>`,
  });
  const {terminal, home} = await readerOnBlog({ships: `${server.origin}/ships`});
  terminal.act('open');
  await terminal.until('Watch 1 of entry 1');
  return {terminal, home, server};
}

test('Tab walks the links, Enter opens one as an article, and the way back is kept', async () => {
  const {terminal, server} = await onLinks();
  terminal.act('next-link');
  await terminal.until(`${server.origin}/ships`);
  terminal.act('next-link');
  await terminal.until('https://example.org/tides');
  terminal.act('previous-link');
  await terminal.until(`${server.origin}/ships`);
  terminal.act('open');
  await terminal.until('The brig Aurora lies');
  terminal.act('backward');
  await terminal.until('The harbour keeps');
  terminal.act('forward');
  await terminal.until('The brig Aurora lies');
  terminal.act('back');
  await terminal.until('The harbour keeps');
  terminal.act('back');
  await terminal.until('Notes from the lamp room');
  terminal.act('backward');
  await terminal.until('The harbour keeps');
});

test('a digit opens the link with that number', async () => {
  const {terminal} = await onLinks();
  terminal.press('1');
  await terminal.until('The brig Aurora lies');
});

test('a digit before a movement is a count', {tags: 'long'}, async () => {
  const {terminal} = await onLinks();
  terminal.press('2');
  terminal.act('next-heading');
  await terminal.until(one => /Watch 2 of entry 1/.test(one.lines().slice(2, 5).join('\n')));
});

test('the list of links opens, copies and leaves', {tags: 'long'}, async () => {
  const {terminal, server} = await onLinks();
  terminal.act('links');
  await terminal.until(/Links[\s\S]*a list of ships[\s\S]*a tide table/);
  terminal.act('down', 'copy-url');
  await terminal.until('Sent the address to the terminal’s clipboard.');
  expect(copied(terminal.output)).toBe('https://example.org/tides');
  terminal.act('up', 'open');
  await terminal.until('The brig Aurora lies');
  expect(server.requests.map(({path}) => path)).toEqual(['/ships']);
});

test('in the list of links words are underlined, and no blanks', {tags: 'long'}, async () => {
  const {terminal} = await onLinks();
  terminal.act('links');
  await terminal.until(/Links[\s\S]*a list of ships[\s\S]*a tide table/);
  const row = terminal.lines().findIndex(line => line.includes('a tide table'));
  const isUnderlined = terminal.cells()[row]?.map(cell => cell.isUnderlined) ?? [];
  expect(isUnderlined.filter(Boolean)).toHaveLength('a tide table'.length);
});

test('a page that is not there says so, and what to press', {tags: 'long'}, async () => {
  const {terminal, server} = await onLinks();
  await server.close();
  terminal.press('1');
  await terminal.until(/o\s+opens\s+it\s+in\s+the\s+browser/);
  // What can be done is about the link that failed, not about the article.
  terminal.act('copy-url');
  await terminal.until('Sent the address to the terminal’s clipboard.');
  expect(copied(terminal.output)).toBe(`${server.origin}/ships`);
});
