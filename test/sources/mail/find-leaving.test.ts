import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {findLeaving} from '../../../source/sources/mail/find-leaving.ts';
import {mail, text} from './mails.ts';

/** A mailbox of one letter for each host that they name for leaving, oldest first. */
async function leftAt(...hosts: readonly string[]): Promise<string | undefined> {
  const box = await mkdtemp(join(tmpdir(), 'inkwell-mail-'));
  onTestFinished(() => rm(box, {recursive: true, force: true}));
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(box, part));
  for (const [index, host] of hosts.entries()) {
    const head = [
      'From: Mara Lind <mara@harbour.example>',
      'List-Id: The Harbour <weekly.harbour.example>',
      `List-Unsubscribe: <https://${host}/leave/${index}>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      `Message-ID: <${index}@harbour.example>`,
      `Date: ${new Date(Date.UTC(2026, 10, 1 + index)).toUTCString()}`,
    ];
    await writeFile(join(box, 'cur', `${index}:2,`), mail(head, text('Words.')));
  }
  return (await findLeaving(`letters:${box}?list=weekly.harbour.example`))?.url;
}

test('a newsletter is left the way that its newest letter says', async () => {
  expect(await leftAt('harbour.example', 'harbour.example')).toBe('https://harbour.example/leave/1');
  expect(await leftAt('a.harbour.example', 'b.harbour.example')).toBe('https://b.harbour.example/leave/1');
});

test('one letter in its name does not say where it is left', async () => {
  expect(await leftAt('harbour.example', 'harbour.example', 'thief.example')).toBe(
    'https://harbour.example/leave/1',
  );
});

test('a newsletter that moved is left where it is now', async () => {
  const moved = [...Array<string>(20).fill('old.example'), ...Array<string>(5).fill('new.example')];
  expect(await leftAt(...moved)).toBe('https://new.example/leave/24');
});
