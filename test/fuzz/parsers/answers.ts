import * as fc from 'fast-check';
import {newsletterFrom} from '../../../source/domain/newsletter/newsletter-from.ts';
import {meaningOf} from '../../../source/newsletters/exchange/meaning.ts';
import type {RequestSignup} from '../../../source/newsletters/provider/provider.ts';
import {PROVIDERS} from '../../../source/newsletters/provider/providers.ts';
import {checkEmail} from '../../../source/domain/email/email.ts';
import {DATA_WORDS, HTML_WORDS} from '../documents.ts';
import {mustBeLine, mustBeLines} from '../judgement.ts';
import {property} from '../property.ts';
import {soupOf, textOf} from '../soup.ts';
import type {Soup} from '../soup.ts';

const WORDS = [
  'already',
  'thank you',
  'check your inbox',
  'captcha',
  'error',
  'result',
  'msg',
  'cb(',
  ')',
  '"data":true',
];

type Case = Readonly<{
  provider: string;
  status: number;
  type: string;
  text: Soup;
  location: string;
  retryAfter: string;
}>;

/** An answer to a sign-up: whatever it holds, one printable sentence comes of it. */
function readAnswer({provider, text, ...answer}: Case): void {
  const signup: RequestSignup = {
    kind: 'request',
    provider,
    url: 'https://blog.example/subscribe',
    method: 'form',
    field: 'email',
    fixed: {},
  };
  const {message, page, outcome} = meaningOf({...answer, text: textOf(text).slice(0, 64 * 1024)}, signup, 0);
  mustBeLine(message, 'the message');
  if (message.length > 2000) throw new Error(`a message of ${message.length} characters`);
  if (outcome === 'needs-browser' && page !== undefined && !/^https?:/.test(page))
    throw new Error(`the browser would open ${page}`);
}

function readDescription(value: unknown): void {
  const newsletter = newsletterFrom(value, 'https://blog.example/');
  if (!newsletter) return;
  const {signup, ...words} = newsletter;
  mustBeLines(words, 'the newsletter');
  if (signup.kind === 'request' && !signup.url.startsWith('https:'))
    throw new Error(`an address would go to ${signup.url}`);
}

const address = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('javascript:x', 'http://e.example', '//e.example', ''),
  fc.jsonValue(),
);

export const ANSWERS = [
  property(
    'answers to a sign-up',
    fc.record({
      provider: fc.constantFrom('form', 'json', ...PROVIDERS.map(({name}) => name)),
      status: fc.constantFrom(200, 201, 204, 302, 303, 307, 400, 403, 404, 409, 422, 429, 500, 503),
      type: fc.constantFrom('', 'text/html', 'application/json', 'text/plain', 'image/png'),
      text: soupOf([...WORDS, ...DATA_WORDS, ...HTML_WORDS]),
      location: fc.oneof(fc.webUrl(), fc.string()),
      retryAfter: fc.oneof(fc.string(), fc.integer().map(String)),
    }),
    readAnswer,
  ),
  property(
    'descriptions of a newsletter',
    fc.record(
      {
        heading: fc.jsonValue(),
        pitch: fc.string({unit: 'binary'}),
        promises: fc.jsonValue(),
        url: address,
        method: fc.jsonValue(),
        field: fc.jsonValue(),
        fixed: fc.jsonValue(),
        privacy: address,
        page: address,
      },
      {requiredKeys: []},
    ),
    readDescription,
  ),
  property(
    'addresses',
    fc.oneof(fc.emailAddress(), fc.string({unit: 'binary', maxLength: 300}), fc.string({unit: 'grapheme'})),
    text => {
      const check = checkEmail(text);
      if (check.ok) mustBeLine(check.email, 'the address');
      else mustBeLine(check.reason, 'the reason');
    },
  ),
];
