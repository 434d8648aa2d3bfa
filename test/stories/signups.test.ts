import {expect, test} from 'vitest';
import {aServer, reader, readerOnBlog} from '../helpers/story.ts';

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
  await again.until('confirm it by mail');
  again.act('confirmed');
  await again.until(/confirmed +ada/);
  again.act('remove');
  await again.until('It does not unsubscribe you.');
  again.press('y');
  await again.until('Nothing so far.');
});
