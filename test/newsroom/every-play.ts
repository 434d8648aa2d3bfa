/** Outcomes as a reader meets them at the prompt. */
export type Told =
  | 'check-inbox'
  | 'subscribed'
  | 'already'
  | 'rate-limited'
  | 'refused'
  | 'needs-browser'
  | 'failed-before'
  | 'failed-after';

const COMMON = {busy: 'rate-limited', absent: 'failed-before', cut: 'failed-after'} as const;
const SILENT = {...COMMON, success: 'check-inbox', refused: 'refused', captcha: 'needs-browser'} as const;

/**
 * One situation for every outcome that a service's contract knows. What is not here it never says: Ghost,
 * listmonk, Kit, MailerLite and Brevo tell nobody whether an address was on the list before.
 */
export const EVERY_PLAY: Readonly<Record<string, Readonly<Record<string, Told>>>> = {
  buttondown: {
    ...COMMON,
    confirm: 'check-inbox',
    already: 'already',
    refused: 'refused',
    captcha: 'needs-browser',
  },
  mailchimp: {
    ...COMMON,
    confirm: 'check-inbox',
    subscribed: 'subscribed',
    already: 'already',
    refused: 'refused',
    captcha: 'needs-browser',
  },
  kit: {...SILENT, subscribed: 'subscribed'},
  ghost: {...COMMON, confirm: 'check-inbox', refused: 'refused', captcha: 'needs-browser'},
  listmonk: {
    ...COMMON,
    confirm: 'check-inbox',
    subscribed: 'subscribed',
    refused: 'refused',
    captcha: 'needs-browser',
  },
  mailerlite: SILENT,
  brevo: SILENT,
  sendy: {
    ...COMMON,
    confirm: 'check-inbox',
    already: 'already',
    refused: 'refused',
    captcha: 'needs-browser',
  },
  form: {
    ...COMMON,
    confirm: 'check-inbox',
    subscribed: 'subscribed',
    exists: 'already',
    'refused-field': 'refused',
    captcha: 'needs-browser',
  },
  json: {
    ...COMMON,
    confirm: 'check-inbox',
    subscribed: 'subscribed',
    exists: 'already',
    'refused-field': 'refused',
    captcha: 'needs-browser',
  },
};
