import PostalMime from 'postal-mime';
import {expect, test} from 'vitest';
import {claimIn} from '../../../source/sources/mail/confirmation.ts';
import {readLetters} from '../../../source/sources/mail/read-letters.ts';
import {html, letter, mail, PROSE, text} from './mails.ts';

const FROM = ['From: Ada <ada@log.example>', 'Date: Thu, 12 Nov 2026 08:05:00 +0000'];
const claimOf = async (subject: string, ...parts: readonly Parameters<typeof html>[0][]) =>
  claimIn(await PostalMime.parse(mail([...FROM, `Subject: ${subject}`], html(parts.join('')))));

const LEAVE = '<a href="https://log.example/u">Unsubscribe</a>';

test.each([
  [
    'a button that says so',
    'Hello',
    `${LEAVE}<a href="https://log.example/c">Confirm my address</a>`,
    'https://log.example/c',
  ],
  [
    'its subject, by the address of a link',
    'Please confirm',
    `<a href="https://log.example/">Log</a><a href="https://log.example/optin/7">Yes</a>`,
    'https://log.example/optin/7',
  ],
  [
    'its subject in German',
    'Bitte bestätigen',
    `<a href="https://log.example/x">Ja</a>`,
    'https://log.example/x',
  ],
])('a mail asks to confirm by %s', async (_, subject, body, url) => {
  expect((await claimOf(subject, body))?.link.url).toBe(url);
});

test.each([
  ['without a link', 'Please confirm', '<p>Call us.</p>'],
  ['whose only link leaves', 'Please confirm', LEAVE],
  ['about something else', 'Your receipt', '<a href="https://shop.example/order">Order</a>'],
  ['with a link of another kind', 'Please confirm', '<a href="javascript:alert(1)">Confirm</a>'],
])('a mail %s does not', async (_, subject, body) => {
  expect(await claimOf(subject, body)).toBeUndefined();
});

test('a text part has links, too, and no escape sequence comes from a name or a button', async () => {
  const plain = mail(
    ['From: "A\u001B[31mda" <ada@log.example>', 'Subject: Confirm\u202E it', ...FROM.slice(1)],
    text('To confirm:\u001B[2J https://log.example/confirm?t=1'),
  );
  const claim = claimIn(await PostalMime.parse(plain)) ?? expect.fail();
  expect(claim.link.url).toBe('https://log.example/confirm?t=1');
  expect(JSON.stringify(claim)).not.toMatch(/\\u001b|\u202E/iu);
});

test('a mail that confirms is no letter; without a sign-up it is what it was', async () => {
  const awaited = {
    id: 1,
    title: 'The Harbour',
    own: ['harbour.example'],
    service: [],
    at: Date.parse('2026-11-12T07:55:00Z'),
  };
  const confirming = mail(
    letter('Subject: Confirm'),
    html('<a href="https://harbour.example/c">Confirm</a>'),
  );
  const mails = [
    {name: '1', bytes: confirming},
    {
      name: '2',
      bytes: mail(
        letter('Subject: News').map(line => line.replace('one@', 'two@')),
        html(PROSE),
      ),
    },
    {
      name: '3',
      bytes: mail([...FROM, 'Subject: Please confirm'], html('<a href="https://bank.example/c">Confirm</a>')),
    },
  ];
  const {signal} = new AbortController();
  const asked = await readLetters(mails, [awaited], {signal});
  expect(asked.confirmations.map(({id}) => id)).toEqual([1]);
  expect(asked.letters.map(({article}) => article.title?.content)).toEqual(['News']);
  const unasked = await readLetters(mails, [], {signal});
  expect(unasked.confirmations).toEqual([]);
  expect(unasked.letters.map(({article}) => article.title?.content)).toEqual(['Confirm', 'News']);
});
