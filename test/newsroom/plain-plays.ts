import {json, page, text} from './newsroom.ts';
import type {Reply} from './newsroom.ts';
import type {Play} from './plays.ts';

/** What hand-made sign-ups answer, as people write them. */
const ANSWERS: Readonly<Record<string, Reply>> = {
  empty: {status: 204},
  blank: {status: 200},
  okay: json({ok: true}),
  created: json({ok: true}, 201),
  confirm: json({message: 'Check your inbox'}, 202),
  subscribed: json({subscribed: true}),
  already: json({ok: false, error: 'already subscribed'}),
  exists: json({error: 'exists'}, 409),
  thanks: page('<title>Gazette</title><body>Thanks</body>'),
  redirect: {status: 302, headers: {location: '/thanks'}},
  'redirect-error': {status: 303, headers: {location: '/?error=invalid_email'}},
  'refused-detail': json({detail: [{msg: 'value is not a valid email address'}]}, 400),
  'refused-field': json({errors: {email: ['is invalid']}}, 422),
  'refused-page': page('<title>Gazette</title><h1>Sorry</h1><p>That address cannot be used.</p>', 400),
  'refused-text': text('no', 403),
  gone: text('Not found', 404),
  busy: {status: 429, headers: {'retry-after': '120', 'content-type': 'text/plain'}, body: 'slow down'},
  'busy-until': {status: 429, headers: {'retry-after': 'Fri, 01 Jan 2027 00:10:00 GMT'}},
  broken: page('<h1>\u001B[31mInternal</h1>', 500),
  closed: {status: 503},
  'same-form': page('<title>Gazette</title><form method="post"><input type="email" name="email"></form>'),
  captcha: page('<title>Just a moment...</title><h1>Checking your browser</h1>', 403),
  'escape-words': json({message: '\u001B]0;owned\u0007Invalid\u202E address', errors: true}, 400),
};

export const PLAIN_PLAYS: Readonly<Record<string, Play>> = {
  form: {path: 'subscribe', method: 'form', fixed: {list: 'weekly', website: ''}, answers: ANSWERS},
  json: {path: 'subscribe', method: 'json', fixed: {list: 'weekly'}, answers: ANSWERS},
};
