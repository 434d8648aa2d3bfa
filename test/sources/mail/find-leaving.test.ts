import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {findLeaving} from '../../../source/sources/mail/find-leaving.ts';
import {mail, text} from './mails.ts';

type Letter = Readonly<{leaving?: string; from?: string; list?: string; at?: number; oneClick?: boolean}>;

/** The way to leave that a mailbox of these letters, oldest first, says. */
async function leaving(...letters: readonly Letter[]) {
  const box = await mkdtemp(join(tmpdir(), 'inkwell-mail-'));
  onTestFinished(() => rm(box, {recursive: true, force: true}));
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(box, part));
  for (const [index, letter] of letters.entries()) {
    const {oneClick = true, at = Date.UTC(2026, 0, 1 + index)} = letter;
    const head = [
      `From: ${letter.from ?? 'Mara Lind <mara@harbour.example>'}`,
      ...(letter.list === '' ? [] : [`List-Id: <${letter.list ?? LIST}>`]),
      ...(letter.leaving === undefined ? [] : [`List-Unsubscribe: <${letter.leaving}>`]),
      ...(oneClick ? ['List-Unsubscribe-Post: List-Unsubscribe=One-Click'] : []),
      `Message-ID: <${index}@harbour.example>`,
      `Date: ${new Date(at).toUTCString()}`,
    ];
    await writeFile(join(box, 'cur', `${index}:2,`), mail(head, text('Words.')));
  }
  return await findLeaving(`letters:${box}?list=${letters.every(({list}) => list === '') ? SENDER : LIST}`);
}

const LIST = 'weekly.harbour.example';
const SENDER = 'mara@harbour.example';
const at = (host: string, count = 1): Letter[] =>
  Array.from({length: count}, (_, index) => ({leaving: `https://${host}/leave/${index}`}));
const leftAt = async (...letters: readonly Letter[]) => (await leaving(...letters))?.url;

test('a newsletter is left the way that its newest letter says', async () => {
  expect(await leftAt(...at('harbour.example', 2))).toBe('https://harbour.example/leave/1');
  expect(await leftAt(...at('a.harbour.example'), ...at('b.harbour.example'))).toContain('//b.');
  expect(await leftAt(...at('harbour.example'))).toBe('https://harbour.example/leave/0');
});

test('one letter in its name does not say where or how it is left', async () => {
  const true9 = at('harbour.example', 9);
  expect(await leftAt(...true9, ...at('thief.example'))).toBe('https://harbour.example/leave/8');
  expect(await leftAt(...true9, ...at('thief.harbour.example:8443'))).toBe('https://harbour.example/leave/8');
  expect(await leftAt(...true9, {leaving: 'http://harbour.example/x', oneClick: false})).toContain('https:');
  const mails = [
    'mailto:x@thief.example#@harbour.example',
    'mailto:x%40thief.example%2C@harbour.example',
    'mailto:boss@thief.example,leave@harbour.example?subject=I%20quit',
    'mailto:leave@harbour.example',
  ];
  for (const mailto of mails)
    expect(await leaving(...true9, {leaving: mailto})).toMatchObject({isOneClick: true});
});

test('letters dated ahead of time are not the newest', async () => {
  const ahead = at('thief.example', 5).map(letter => ({...letter, at: Date.UTC(2090, 0, 1)}));
  expect(await leftAt(...at('harbour.example', 9), ...ahead)).toContain('//harbour.example');
});

test('where letters disagree nothing is left, and the hosts are named', async () => {
  const silent = Array.from({length: 9}, () => ({oneClick: false}));
  const different = ['a.example', 'b.example', 'c.example', 'd.example', 'e.example'].flatMap(host =>
    at(host),
  );
  await expect(leftAt(...different, ...at('thief.example', 2))).rejects.toThrow('do not agree');
  await expect(leftAt(...at('harbour.example'), ...at('thief.example'))).rejects.toThrow(
    'Its letters do not agree how to leave: thief.example, harbour.example.',
  );
  expect(await leftAt(...silent)).toBeUndefined();
});

test('where most letters say nothing nothing is sent', async () => {
  const silent = Array.from({length: 9}, () => ({oneClick: false}));
  for (const few of [1, 2, 4])
    expect(await leaving(...silent, ...at('harbour.example', few))).toMatchObject({isOneClick: false});
  expect(await leaving(...silent, ...at('harbour.example', 5))).toMatchObject({isOneClick: true});
});

test('a name that looks like the sender is not the sender', async () => {
  const forged = {from: `"${SENDER}" <spam@thief.example>`, list: '', leaving: 'https://thief.example/leave'};
  const own = {list: '', leaving: 'https://harbour.example/leave'};
  expect(await leftAt(own, forged, forged)).toBe('https://harbour.example/leave');
});

test('a newsletter that moved is left where it is now', async () => {
  expect(await leftAt(...at('old.example', 20), ...at('new.example', 5))).toBe('https://new.example/leave/4');
});

const mailFrom = async (mailto: string) => (await leaving({leaving: mailto, oneClick: false}))?.mailto;

test('a mail to leave goes to one person, with a subject and a text at most', async () => {
  expect(
    await mailFrom('mailto:leave@harbour.example?subject=leave&cc=boss@thief.example&bcc=x@y.example'),
  ).toBe('mailto:leave@harbour.example?subject=leave');
  expect(await mailFrom('mailto:a@harbour.example,b@thief.example')).toBeUndefined();
  const owner = Array.from({length: 5}, () => ({leaving: 'mailto:owner@mail.example', oneClick: false}));
  const forged = {leaving: 'mailto:thief@mail.example', oneClick: false};
  expect((await leaving(...owner, forged))?.mailto).toBe('mailto:owner@mail.example');
});

test('a page in the reader’s own network is no way to leave', async () => {
  expect(await leaving({leaving: 'http://192.168.1.1/apply?reboot=1', oneClick: false})).toBeUndefined();
});
