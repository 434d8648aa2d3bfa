import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {meaningOf} from '../../source/newsletters/exchange/meaning.ts';
import type {Answer, RequestSignup} from '../../source/newsletters/provider/provider.ts';
import {PROVIDERS} from '../../source/newsletters/provider/providers.ts';
import {NOW} from './sender.ts';

function signupOf(provider: string): RequestSignup {
  const url = 'https://letters.example/subscribe';
  return {kind: 'request', provider, url, method: 'form', field: 'email', fixed: {}};
}

function isTold(answer: Answer, provider: string): boolean {
  const {message, page, retryAt} = meaningOf(answer, signupOf(provider), NOW);
  const isPrintable = !/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u.test(message);
  const isSafe = page === undefined || /^https?:\/\//.test(page);
  return (
    isPrintable && isSafe && message.length < 400 && (retryAt === undefined || Date.parse(retryAt) > NOW)
  );
}

const piece = fc.oneof(
  fc.string({unit: 'binary', maxLength: 20}),
  fc.constantFrom(
    '<h1>',
    '</h1>',
    '<form>',
    '<input type="email">',
    '{"errors":',
    '[',
    '}',
    '"message":"',
    'already subscribed',
    'captcha',
    '\u001B]8;;x\u0007',
    '&#27;[2J',
    '\u202E',
    'cb(',
    ')',
  ),
);
const answers = fc.record({
  status: fc.constantFrom(200, 201, 204, 301, 302, 307, 400, 403, 409, 418, 422, 429, 500, 503),
  type: fc.constantFrom('', 'text/html', 'application/json', 'image/png', 'text/plain'),
  text: fc.array(piece, {maxLength: 12}).map(pieces => pieces.join('')),
  location: fc.string({unit: 'binary', maxLength: 40}),
  retryAfter: fc.oneof(fc.string({maxLength: 12}), fc.integer().map(String)),
});

test('any answer at all gets one printable sentence and a page that a browser may open', () => {
  const providers = fc.constantFrom('form', 'json', ...PROVIDERS.map(({name}) => name));
  expect(fc.check(fc.property(answers, providers, isTold), {numRuns: 400})).toMatchObject({failed: false});
});

test('a line of text that a service sends back is cleaned before it is repeated', () => {
  const answer = {status: 200, type: '', text: '\u001B]8;;x\u0007No such list\u202E'};
  expect(meaningOf(answer, signupOf('sendy'), NOW).message).toBe('Sendy refused: No such list.');
});

test.each([
  [
    'thanks although the page has a puzzle for its comments',
    '<h1>Thank you</h1><div class="g-recaptcha"></div>',
    'check-inbox',
  ],
  [
    'chrome that asks whether one has subscribed',
    '<h1>Letters</h1><p>Already subscribed? Sign in.</p>',
    'check-inbox',
  ],
  [
    'an error that only the heading tells',
    `<h1>Something went wrong</h1><p>${'word '.repeat(200)}</p>`,
    'refused',
  ],
  ['the word error deep in an article', `<h1>Thanks</h1><p>${'word '.repeat(200)} error</p>`, 'check-inbox'],
  ['text without markup', 'Check your email to confirm.', 'check-inbox'],
])('a page with %s', (_, text, outcome) => {
  const answer = {status: 200, type: 'text/html', text};
  expect(meaningOf(answer, signupOf('form'), NOW).outcome).toBe(outcome);
});

test('a wait of a year is told as a day', () => {
  const {retryAt} = meaningOf(
    {status: 429, type: '', text: '', retryAfter: '31536000'},
    signupOf('form'),
    NOW,
  );
  expect(retryAt).toBe('2027-01-02T00:00:00.000Z');
});

test('a redirect to the same page with an error in its address is no success', () => {
  const answer = {status: 302, type: '', text: '', location: '/?error=invalid'};
  expect(meaningOf(answer, signupOf('form'), NOW).outcome).toBe('refused');
});
