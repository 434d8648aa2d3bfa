import {expect, test} from 'vitest';
import {
  awaitedFor,
  confirmedBy,
  isAwaited,
  signupOfLetters,
} from '../../../source/domain/newsletter/awaited.ts';
import type {Claim} from '../../../source/domain/newsletter/awaited.ts';
import type {Signup} from '../../../source/domain/newsletter/signup.ts';

const SIGNUP: Signup = {
  id: 7,
  publicationId: 'log',
  publicationTitle: 'The Harbour Log',
  host: 'letters.harbour.example',
  at: '2026-11-12T08:00:00.000Z',
  state: 'requested',
};
const PUBLICATION = {homepage: 'https://harbour.example/', location: 'https://harbour.example/feed.xml'};
const awaited = awaitedFor(SIGNUP, PUBLICATION);
const onButtondown = awaitedFor(
  {...SIGNUP, id: 8, host: 'buttondown.com', provider: 'buttondown', publicationTitle: 'Tides'},
  {location: 'https://tides.example/feed'},
);

const claim = (change: Partial<Claim> & {address?: string; url?: string} = {}): Claim => ({
  sender: {name: 'The Harbour Log', address: change.address ?? 'log@harbour.example'},
  subject: 'Please confirm',
  link: {url: change.url ?? 'https://letters.harbour.example/confirm?t=1', words: 'Confirm'},
  at: change.at ?? Date.parse('2026-11-12T08:05:00.000Z'),
});

test('a mail from the newsletter with a link to it confirms the sign-up, and has no doubt', () => {
  expect(confirmedBy([awaited], claim())).toEqual({
    id: 7,
    confirmation: {
      sender: 'The Harbour Log <log@harbour.example>',
      button: 'Confirm',
      url: 'https://letters.harbour.example/confirm?t=1',
      host: 'letters.harbour.example',
      at: '2026-11-12T08:05:00.000Z',
    },
  });
});

test.each([
  ['of another site', claim({address: 'a@other.example', url: 'https://other.example/confirm'})],
  ['that is older than the sign-up', claim({at: Date.parse('2026-11-11T08:00:00Z')})],
  ['that is weeks younger', claim({at: Date.parse('2026-12-12T08:00:00Z')})],
])('a mail %s is not taken for its confirmation, whatever it says', (_, mail) => {
  expect(confirmedBy([awaited], mail)).toBeUndefined();
});

test.each([
  'https://letters.harb0ur.example/confirm',
  'https://harbuor.example/confirm',
  'https://harbour.example.evil.test/confirm',
  'https://harbour-login.test/confirm',
  'https://xn--harbur-yxa.example/confirm',
])('%s is shown as a look-alike', url => {
  expect(confirmedBy([awaited], claim({url}))?.confirmation).toMatchObject({
    doubt: 'look-alike',
    imitated: 'harbour.example',
  });
});

test('a known sender whose link leads to a stranger is shown with a doubt', () => {
  expect(confirmedBy([awaited], claim({url: 'https://clicks.test/c'}))?.confirmation.doubt).toBe('elsewhere');
});

test('a doubtful mail never takes the place of one without doubt, and the reverse does', () => {
  const good = confirmedBy([awaited], claim())?.confirmation ?? expect.fail();
  const doubtful = claim({url: 'https://harbuor.example/confirm'});
  expect(confirmedBy([{...awaited, confirmation: good}], doubtful)).toBeUndefined();
  const forged = confirmedBy([awaited], doubtful)?.confirmation ?? expect.fail();
  expect(confirmedBy([{...awaited, confirmation: forged}], claim())?.confirmation).toEqual(good);
});

test('of two sign-ups at one service the one that the mail names is meant', () => {
  const other = {...onButtondown, id: 9, title: 'Moorings'};
  const mail = claim({address: 'hi@buttondown.email', url: 'https://buttondown.com/x/confirm'});
  const named = {...mail, subject: 'Confirm your subscription to Moorings'};
  expect(confirmedBy([onButtondown, other], named)?.id).toBe(9);
  expect(confirmedBy([other, onButtondown], named)?.id).toBe(9);
});

test('letters belong to a sign-up by their site or their name, never by a service that many share', () => {
  const at = Date.parse('2026-11-20T08:00:00Z');
  const find = (title: string, host: string, when = at) =>
    signupOfLetters([awaited, onButtondown], {title, hosts: [host], at: when})?.id;
  expect(find('Mara', 'mail.harbour.example')).toBe(7);
  expect(find('tides', 'buttondown.email')).toBe(8);
  expect(find('Somebody else', 'buttondown.email')).toBeUndefined();
  expect(find('Mara', 'mail.harbour.example', Date.parse('2026-11-01T08:00:00Z'))).toBeUndefined();
});

test('a confirmation is waited for two weeks, and only where something was sent', () => {
  const soon = Date.parse('2026-11-13T08:00:00Z');
  expect(isAwaited(SIGNUP, soon)).toBe(true);
  expect(isAwaited({...SIGNUP, state: 'confirmed'}, soon)).toBe(false);
  expect(isAwaited({...SIGNUP, state: 'waiting'}, soon)).toBe(false);
  expect(isAwaited(SIGNUP, Date.parse('2026-12-13T08:00:00Z'))).toBe(false);
});
