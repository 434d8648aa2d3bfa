/** @module-tag long */

import {expect, test} from 'vitest';
import {commands} from '../helpers/commands.ts';
import {aHome, aServer, reader, readerOnBlog} from '../helpers/story.ts';

const NEWSLETTER = (url: string): string =>
  `newsletter:\n  heading: Letters from the lamp\n  promises: [No spam]\n  url: ${url}\n  method: json\n  field: address\n`;

test('a wish made offline waits, is offered, and is sent only by the reader', async () => {
  const server = await aServer();
  server.serve('/subscribe', {headers: {'content-type': 'application/json'}, body: '{"ok":true}'});
  const newsletter = NEWSLETTER(`${server.origin}/subscribe`);
  const {terminal, home, blog} = await readerOnBlog({newsletter, arguments: ['--offline']});
  terminal.act('subscribe');
  await terminal.until('Goes to');
  terminal.press('ctrl+r');
  await terminal.until('[x] remember');
  terminal.type('ada@example.com\r');
  await terminal.until(/Inkwell is offline[\s\S]*Enter done/);
  terminal.press('enter');
  terminal.act('signups');
  await terminal.until(/The Lighthouse Log +waits to be sent +ada@example\.com/);
  terminal.press('ctrl+c');
  await terminal.exit();
  expect(server.requests).toEqual([]);

  const again = reader(home, {arguments: [blog]});
  await again.until('12 of 12 unread');
  again.act('signups');
  await again.until('waits to be sent');
  again.act('open');
  await again.until(/Email +ada@example\.com[\s\S]*Goes to/);
  expect(server.requests).toEqual([]);
  again.press('enter');
  await again.until('Enter done');
  expect(server.requests.map(({body}) => body)).toEqual(['{"address":"ada@example.com"}']);
  again.press('enter');
  again.act('signups');
  await again.until('confirm by mail');
  again.act('confirmed');
  await again.until(/confirmed +ada/);
  again.act('remove');
  await again.until(/Sign-ups[\s\S]*confirmed +ada[\s\S]*It does not unsubscribe you\./);
  again.press('n');
  await again.until(/Sign-ups[\s\S]*confirmed +ada[\s\S]*Enter more {2}m not confirmed {2}x forget/);
  again.act('remove');
  await again.until('It does not unsubscribe you.');
  again.press('y');
  await again.until('Nothing so far.');
});

test('when the network is back a wish that waits is offered, and Enter sends it once', async () => {
  const server = await aServer();
  const home = await aHome();
  const url = `${server.origin}/subscribe`;
  const newsletter = {heading: 'Letters from the lamp', promises: [], url, method: 'json', field: 'address'};
  const body = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Tides',
    items: [{id: 'tide', title: 'High tide', content_html: '<p>Water.</p>'}],
    _inkwell: {newsletter},
  });
  server.serve('/feed.json', {headers: {'content-type': 'application/feed+json'}, body});
  server.serve('/subscribe', {headers: {'content-type': 'application/json'}, body: '{"ok":true}'});
  const posts = () => server.requests.filter(({method}) => method === 'POST');
  expect((await commands(home)(['add', `${server.origin}/feed.json`])).code).toBe(0);

  const offline = reader(home, {arguments: ['--offline']});
  await offline.until('1 of 1 unread');
  offline.act('subscribe');
  await offline.until('Goes to');
  offline.press('ctrl+r');
  await offline.until('[x] remember');
  offline.type('ada@example.com\r');
  await offline.until(/Inkwell is offline[\s\S]*Enter done/);
  offline.press('ctrl+c');
  await offline.exit();

  const online = reader(home);
  await online.until('1 of 1 unread');
  online.act('refresh');
  await online.until(/a sign-up waits to be\s+sent: @ shows it\./);
  expect(posts()).toEqual([]);
  online.act('signups');
  await online.until('waits to be sent');
  online.act('open');
  await online.until(/Email +ada@example\.com[\s\S]*Goes to/);
  online.press('enter', 'enter');
  await online.until(/Enter done|1 of 1 unread/);
  online.press('enter');
  await online.until('1 of 1 unread');
  expect(posts().map(({body: sent}) => sent)).toEqual(['{"address":"ada@example.com"}']);
});

test('who leaves before an answer has come is not kept waiting, and finds it in the ledger', async () => {
  const server = await aServer();
  server.hold('/subscribe');
  const {terminal, home, blog} = await readerOnBlog({newsletter: NEWSLETTER(`${server.origin}/subscribe`)});
  terminal.act('subscribe');
  await terminal.until('Goes to');
  terminal.type('ada@example.com\r');
  await expect.poll(() => server.requests.map(({path}) => path)).toContain('/subscribe');
  terminal.press('ctrl+c');
  expect(await terminal.exit()).toMatchObject({code: 0});
  const again = reader(home, {arguments: [blog]});
  await again.until('12 of 12 unread');
  again.act('signups');
  await again.until(/The Lighthouse Log +may have arrived/);
  again.act('open');
  await again.until('Inkwell ended before an answer came.');
  expect(server.requests.filter(({path}) => path === '/subscribe')).toHaveLength(1);
});
