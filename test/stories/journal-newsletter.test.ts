/** @module-tag long */

import {cp, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {aHome, reader} from '../helpers/story.ts';
import type {Terminal} from '../helpers/terminal.ts';
import {openNewsroom} from '../newsroom/newsroom.ts';
import {signUpDesk} from '../newsroom/sign-up-desk.ts';
import type {Letter} from '../newsroom/sign-up-desk.ts';

const JOURNAL = new URL('../../journal/', import.meta.url).pathname;
const SHIPPED = 'http://127.0.0.1:8027/subscribe';

/** The journal as it ships, but for the port: another newsroom may run on this machine. */
async function journalAt(endpoint: string): Promise<Terminal> {
  const home = await aHome();
  const folder = join(home.folder, 'journal');
  await cp(JOURNAL, folder, {recursive: true});
  const file = join(folder, 'publication.yml');
  const said = await readFile(file, 'utf8');
  expect(said).toContain(`url: ${SHIPPED}\n`);
  await writeFile(file, said.replace(SHIPPED, endpoint));
  const terminal = reader(home, {arguments: [folder], rows: 30});
  await terminal.until(/The Inkwell Journal[\s\S]*unread/);
  terminal.act('bottom');
  await terminal.until(/Letters from the well[\s\S]*One essay a week/);
  terminal.act('subscribe');
  await terminal.until(/For show: see “About the Journal”/);
  await terminal.until(`Goes to ${new URL(endpoint).host}, on this machine.`);
  return terminal;
}

/** Wherever its lines end. */
async function says(terminal: Terminal, words: string): Promise<void> {
  await terminal.until(one => one.screen().replaceAll(/\s+/g, ' ').includes(words));
}

test('with the newsroom running the card works: a letter, its link, and then it is known', async () => {
  const letters: Letter[] = [];
  const room = await openNewsroom([signUpDesk(letter => letters.push(letter))]);
  onTestFinished(() => room.close());
  const terminal = await journalAt(`${room.origin}/subscribe`);
  terminal.type('ada@example.com\r');
  await says(terminal, 'Look in your inbox for a mail with a link to confirm. Enter done');
  expect(room.requests.map(({method, url, body}) => ({method, url, body}))).toEqual([
    {method: 'POST', url: '/subscribe', body: '{"email":"ada@example.com"}'},
  ]);
  expect(letters.map(({email}) => email)).toEqual(['ada@example.com']);
  expect(await (await fetch(letters[0]?.link ?? '')).text()).toContain('You are subscribed.');
  terminal.press('enter');
  await terminal.until('unread');
  terminal.act('subscribe');
  await terminal.until('Goes to');
  terminal.type('ada@example.com\r');
  await says(terminal, 'says that the address is already subscribed.');
});

test('without it, the card says that nobody answers there and that nothing was sent', async () => {
  const room = await openNewsroom([]);
  await room.close();
  const terminal = await journalAt(`${room.origin}/subscribe`);
  terminal.type('ada@example.com\r');
  const host = new URL(room.origin).host;
  await says(terminal, `Nothing was sent. ${host} refused the connection: nobody answers there.`);
  expect(terminal.screen()).toContain('e edit and try again');
});
