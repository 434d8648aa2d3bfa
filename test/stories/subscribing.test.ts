import {describe, expect, test} from 'vitest';
import type {Answer} from '../helpers/web-server.ts';
import {aServer, readerOnBlog} from '../helpers/story.ts';

const NEWSLETTER = (url: string, method: string): string =>
  `newsletter:\n  heading: Letters from the lamp\n  pitch: One letter a month.\n  subscribers: 2,500+\n  promises: [No spam]\n  url: ${url}\n  method: ${method}\n  field: address\n  fixed:\n    list: keepers\n`;

async function prompt(method: 'json' | 'form', answer: Answer) {
  const server = await aServer();
  server.serve('/subscribe', answer);
  const {terminal, home} = await readerOnBlog({newsletter: NEWSLETTER(`${server.origin}/subscribe`, method)});
  terminal.act('subscribe');
  await terminal.until(
    /Letters from the lamp[\s\S]*One letter a month\.[\s\S]*Join 2,500\+ subscribers[\s\S]*No spam/,
  );
  await terminal.until(`Goes to ${new URL(server.origin).host}`);
  return {server, terminal, home};
}

test('posts the address exactly once as JSON, with what the publication fixed', async () => {
  const {server, terminal} = await prompt('json', {
    body: '{"ok":true}',
    headers: {'content-type': 'application/json'},
  });
  terminal.type('reader@example.com');
  await terminal.until('reader@example.com');
  terminal.press('enter');
  await terminal.until('Enter done');
  const posts = server.requests.filter(({method}) => method === 'POST');
  expect(posts).toHaveLength(1);
  expect(JSON.parse(posts[0]?.body ?? '')).toEqual({address: 'reader@example.com', list: 'keepers'});
});

test('posts the address exactly once as a form', {tags: 'long'}, async () => {
  const {server, terminal} = await prompt('form', {
    body: '{}',
    headers: {'content-type': 'application/json'},
  });
  terminal.type('reader@example.com\r');
  await terminal.until('Enter done');
  const posts = server.requests.filter(({method}) => method === 'POST');
  expect(posts.map(({body}) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
    {address: 'reader@example.com', list: 'keepers'},
  ]);
});

test('an address that can be none is never sent', {tags: 'long'}, async () => {
  const {server, terminal} = await prompt('json', {});
  terminal.type('nobody at all\r');
  await terminal.until(/Email +nobody at all[\s\S]*Esc leave/);
  terminal.press('esc');
  await terminal.until('12 of 12 unread');
  expect(server.requests).toEqual([]);
});

describe('the answer is told for what it is', () => {
  test('refused, with the reason of the server', async () => {
    const {terminal} = await prompt('json', {
      status: 400,
      body: '{"message":"We know this address."}',
      headers: {'content-type': 'application/json'},
    });
    terminal.type('reader@example.com\r');
    await terminal.until(/We know this address\.[\s\S]*e edit and try again/);
  });

  test('rate limited', {tags: 'long'}, async () => {
    const {terminal} = await prompt('json', {status: 429, headers: {'retry-after': '60'}});
    terminal.type('reader@example.com\r');
    await terminal.until(/again[\s\S]*Enter done/);
  });

  test('no server', {tags: 'long'}, async () => {
    const {server, terminal} = await prompt('json', {});
    await server.close();
    terminal.type('reader@example.com\r');
    await terminal.until(/e edit and try again/);
  });
});

test('a mistyped domain is asked about, and Tab takes what was meant', async () => {
  const {terminal} = await prompt('json', {});
  terminal.type('reader@gmial.com');
  await terminal.until('Did you mean reader@gmail.com?');
  terminal.press('tab');
  await terminal.until(/Email +reader@gmail\.com/);
});

test('of several pasted lines the first is taken', {tags: 'long'}, async () => {
  const {terminal} = await prompt('json', {});
  terminal.paste('  reader@example.com \nsecond line\n');
  await terminal.until(/Email +reader@example\.com$/m);
});

test(
  'of a pasted name with its address the address is taken, and its domain looked at',
  {tags: 'long'},
  async () => {
    const {server, terminal} = await prompt('json', {
      body: '{"ok":true}',
      headers: {'content-type': 'application/json'},
    });
    terminal.paste('Ada Lovelace <ada@gmial.com>\n');
    await terminal.until(/Email +ada@gmial\.com\n[\s\S]*Did you mean ada@gmail\.com\?/);
    terminal.press('tab');
    await terminal.until(/Email +ada@gmail\.com/);
    terminal.press('enter');
    await terminal.until('Enter done');
    expect(server.requests.map(({body}) => JSON.parse(body) as unknown)).toEqual([
      {address: 'ada@gmail.com', list: 'keepers'},
    ]);
  },
);
