/** @module-tag long */

import {chmod, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {program} from '../helpers/program.ts';
import {aHome, aServer, reader} from '../helpers/story.ts';
import {html, mail, PROSE} from '../sources/mail/mails.ts';

/** A newsletter service whose mails are delivered to a Maildir, and a browser that notes what it opens. */
async function world() {
  const home = await aHome();
  const server = await aServer();
  const mailbox = join(home.folder, 'Mail');
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(mailbox, part), {recursive: true});
  let count = 0;
  const deliver = async (headers: readonly string[], body: string): Promise<void> => {
    count++;
    const date = `Date: ${new Date().toUTCString()}`;
    await writeFile(
      join(mailbox, 'new', `${count}.loop`),
      mail([...headers, date, `Message-ID: <${count}@lighthouse.example>`], html(body)),
    );
  };
  const from = 'From: The Lighthouse Log <log@lighthouse.example>';
  const pixel = `<img src="${server.origin}/pixel" width="1" height="1"><img src="${server.origin}/cover.png">`;
  server.serve('/subscribe', {headers: {'content-type': 'application/json'}, body: '{"ok":true}'});
  server.serve('/leave', {body: 'You have left.'});
  const confirmation = () =>
    deliver(
      [from, 'Subject: Please confirm your subscription'],
      `<p>Hello. <a href="${server.origin}/confirm?token=sesame">Yes, subscribe me</a></p>${pixel}`,
    );
  const letter = (subject: string) =>
    deliver(
      [
        from,
        'List-Id: <log.lighthouse.example>',
        `List-Unsubscribe: <${server.origin}/leave>`,
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        `Subject: ${subject}`,
      ],
      `${pixel}${PROSE}<p><a href="${server.origin}/read">More</a></p>`,
    );
  const stranger = () =>
    deliver(
      ['From: Evil Weekly <a@evil.example>', 'Subject: Confirm your subscription to Evil Weekly'],
      '<a href="https://evil.example/confirm">Confirm</a>',
    );
  const blog = await writeBlog(home.folder, {
    newsletter: `newsletter:\n  url: ${server.origin}/subscribe\n  method: json\n  field: address\n`,
  });
  const opened = join(home.folder, 'opened');
  const browser = join(home.folder, 'browser.sh');
  await writeFile(browser, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${opened}'\n`);
  await chmod(browser, 0o755);
  await writeFile(opened, '');
  const environment = {...home.environment, BROWSER: browser};
  const inkwell = program({...home, environment});
  expect((await inkwell(['add', blog, mailbox])).code).toBe(0);
  const asked = () => server.requests.map(({method, path}) => `${method} ${path}`);
  return {
    home: {...home, environment},
    inkwell,
    confirmation,
    letter,
    stranger,
    asked,
    opened: () => readFile(opened, 'utf8'),
    origin: server.origin,
  };
}

test('a sign-up is followed from the prompt to its letters and to leaving, and nothing is sent unasked', async () => {
  const {home, confirmation, letter, stranger, asked, opened, origin} = await world();
  const host = origin.slice('http://'.length);
  const terminal = reader(home, {columns: 100, rows: 30});
  await terminal.until('12 of 12 unread');
  terminal.act('subscribe');
  await terminal.until('Goes to');
  terminal.type('ada@example.com\r');
  await terminal.until('Enter done');
  await stranger();
  await confirmation();
  // Shown where the reader waits for it. The watch begins after the first frame: mails come until it has
  // heard of one.
  const hearing = new AbortController();
  const heard = terminal
    .until(/The mail came: “Yes, subscribe me” from The Lighthouse\s+Log/)
    .finally(() => hearing.abort());
  while (!hearing.signal.aborted) {
    await Promise.race([heard, new Promise(resolve => void setTimeout(resolve, 1000))]);
    if (!hearing.signal.aborted) await stranger();
  }
  await heard;
  expect(terminal.screen()).toContain(`leads to ${host}`);
  expect(terminal.screen()).not.toContain('Evil');
  expect(asked()).toEqual(['POST /subscribe']);
  terminal.press('enter');
  await terminal.until(/Open it in the\s+browser\?/);
  terminal.press('n');
  await terminal.until('Enter confirm');
  expect(await opened()).toBe('');
  terminal.press('esc');
  await terminal.until('12 of 12 unread');
  // And in the ledger.
  terminal.act('signups');
  await terminal.until(/The Lighthouse Log +mail came +“Yes, subscribe me”/);
  terminal.act('open');
  await terminal.until(/Open it in the\s+browser\?/);
  terminal.press('y');
  await expect.poll(opened).toBe(`${origin}/confirm?token=sesame\n`);
  expect(asked()).toEqual(['POST /subscribe']);
  // The person has confirmed in the browser, and the first letter is sent.
  await letter('First light');
  await terminal.until(/The Lighthouse Log +confirmed +1 letter, the last on \d/);
  terminal.press('esc');
  await terminal.until(/of 13 unread/);
  terminal.type('/First light\r');
  await terminal.until(/▌[^\n]*First light/);
  terminal.act('open');
  await terminal.until('Paragraph 0 about tides');
  expect(asked()).toEqual(['POST /subscribe']);
  terminal.act('leave');
  await terminal.until(`Leave The Lighthouse Log? ${host} is told to stop sending.`);
  expect(asked()).toEqual(['POST /subscribe']);
  terminal.press('y');
  await terminal.until('has unsubscribed you');
  expect(asked()).toEqual(['POST /subscribe', 'POST /leave']);
  terminal.act('signups');
  await terminal.until(/The Lighthouse Log +unsubscribed +1 letter/);
});

test('the same by commands alone', async () => {
  const {inkwell, confirmation, letter, stranger, asked, opened, origin} = await world();
  const ledger = async () =>
    (
      JSON.parse((await inkwell(['subscriptions', '--json'])).stdout) as {
        subscriptions: readonly Record<string, unknown>[];
      }
    ).subscriptions;
  await inkwell(['subscribe', 'ada@example.com', '--to', 'The Lighthouse Log', '--yes']);
  expect(await ledger()).toMatchObject([{state: 'requested'}]);
  expect((await inkwell(['subscriptions', '--open', '1', '--yes'])).code).not.toBe(0);
  await stranger();
  await confirmation();
  await inkwell(['refresh', '--force']);
  expect(await ledger()).toMatchObject([
    {
      state: 'requested',
      confirmation: {button: 'Yes, subscribe me', host: origin.slice('http://'.length)},
    },
  ]);
  const listed = (await inkwell(['subscriptions'])).stdout;
  expect(listed).toContain('the mail to confirm it came');
  expect(listed).not.toContain('Evil');
  // A link that lets a person in stays on this machine, and mail that is no letter is nowhere.
  for (const words of [
    ['export', '--state'],
    ['list', '--json'],
    ['search', 'subscription'],
  ])
    expect((await inkwell(words)).stdout).not.toMatch(/sesame|Evil/);
  // Nobody is there to be asked.
  expect((await inkwell(['subscriptions', '--open', '1'])).code).not.toBe(0);
  expect(await opened()).toBe('');
  expect((await inkwell(['subscriptions', '--open', '1', '--yes'])).stderr).toContain('leads to 127.0.0.1');
  await expect.poll(opened).toBe(`${origin}/confirm?token=sesame\n`);
  await letter('First light');
  await letter('Second light');
  await inkwell(['refresh', '--force']);
  const [confirmed] = await ledger();
  expect(confirmed).toMatchObject({state: 'confirmed', letters: {count: 2}});
  expect(confirmed).not.toHaveProperty('confirmation');
  const id = confirmed?.['lettersId'] as string;
  expect((await inkwell(['list', '--query', 'title:light', '--json'])).stdout).toContain(id);
  expect(asked()).toEqual(['POST /subscribe']);
  expect(JSON.parse((await inkwell(['unsubscribe', id, '--yes', '--json'])).stdout)).toMatchObject({
    outcome: 'left',
  });
  expect(asked()).toEqual(['POST /subscribe', 'POST /leave']);
  expect(await ledger()).toMatchObject([{state: 'left', letters: {count: 2}}]);
});
