import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Outcome} from '../../source/domain/newsletter/newsletter.ts';
import {expectContract} from './received.ts';
import {EMAIL, openSender} from './sender.ts';
import type {Sender} from './sender.ts';

let sender: Sender;
beforeAll(async () => {
  sender = await openSender();
});
afterAll(() => sender.close());

/** Services that say neither "already" nor "subscribed", so that nobody learns who reads what. */
const HUSHED = {
  success: 'check-inbox',
  refused: 'refused',
  busy: 'rate-limited',
  captcha: 'needs-browser',
} as const;

const OUTCOMES = {
  buttondown: {
    confirm: 'check-inbox',
    redirect: 'check-inbox',
    already: 'already',
    captcha: 'needs-browser',
    refused: 'refused',
    silent: 'check-inbox',
    busy: 'rate-limited',
  },
  mailchimp: {
    confirm: 'check-inbox',
    subscribed: 'subscribed',
    already: 'already',
    refused: 'refused',
    captcha: 'needs-browser',
    busy: 'rate-limited',
    page: 'failed',
  },
  kit: {
    success: 'check-inbox',
    confirm: 'check-inbox',
    subscribed: 'subscribed',
    refused: 'refused',
    captcha: 'needs-browser',
    busy: 'rate-limited',
  },
  ghost: {confirm: 'check-inbox', refused: 'refused', busy: 'rate-limited', captcha: 'needs-browser'},
  listmonk: {
    confirm: 'check-inbox',
    subscribed: 'subscribed',
    older: 'check-inbox',
    refused: 'refused',
    broken: 'failed',
    busy: 'rate-limited',
    captcha: 'needs-browser',
  },
  mailerlite: HUSHED,
  sendy: {
    confirm: 'check-inbox',
    plain: 'check-inbox',
    already: 'already',
    refused: 'refused',
    busy: 'rate-limited',
    captcha: 'needs-browser',
  },
  brevo: HUSHED,
} as const;

const PLAIN_OUTCOMES = {
  empty: 'check-inbox',
  blank: 'check-inbox',
  okay: 'check-inbox',
  created: 'check-inbox',
  confirm: 'check-inbox',
  subscribed: 'subscribed',
  already: 'already',
  exists: 'already',
  thanks: 'check-inbox',
  redirect: 'check-inbox',
  'redirect-error': 'refused',
  'refused-detail': 'refused',
  'refused-field': 'refused',
  'refused-page': 'refused',
  'refused-text': 'refused',
  gone: 'refused',
  busy: 'rate-limited',
  'busy-until': 'rate-limited',
  broken: 'failed',
  closed: 'failed',
  'same-form': 'needs-browser',
  captcha: 'needs-browser',
  'escape-words': 'refused',
} as const;

const cases = Object.entries({...OUTCOMES, form: PLAIN_OUTCOMES, json: PLAIN_OUTCOMES}).flatMap(
  ([service, situations]) =>
    Object.entries(situations).map(([situation, outcome]) => [service, situation, outcome] as const),
);

describe('each service in each situation', () => {
  test.each(cases)('%s, %s: %s', async (service, situation, expected) => {
    const {outcome, arrived} = await sender.play(service, situation);
    expect(outcome).toMatchObject({outcome: expected, host: new URL(sender.room.origin).host});
    expectContract(arrived, {service, situation, email: EMAIL});
    expect(outcome.message).toMatch(/^\S.*[.!?…]$/);
    expect(outcome.message).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});

describe.each(Object.keys({...OUTCOMES, form: 0, json: 0}))('%s is out of reach', service => {
  test('before anything was sent, and that is sure', async () => {
    const {outcome, arrived} = await sender.play(service, 'absent');
    expect(outcome).toMatchObject({outcome: 'failed', isUnknown: false});
    expect(outcome.message).toMatch(/^Nothing was sent\. /);
    expect(arrived).toEqual([]);
  });

  test.each(['cut', 'half'])('after it was sent (%s), and nobody can know', async situation => {
    const {outcome, arrived} = await sender.play(service, situation);
    expect(outcome).toMatchObject({outcome: 'failed', isUnknown: true});
    expectContract(arrived, {service, situation, email: EMAIL});
  });
});

describe('what the reader is told', () => {
  test("a refusal carries the service's own words, cleaned of markup and escapes", async () => {
    const {message} = await told('mailchimp', 'refused');
    expect(message).toBe('Mailchimp refused: Please enter a value.');
    expect((await told('json', 'escape-words')).message).toMatch(/refused: Invalid address\.$/);
    expect((await told('json', 'refused-field')).message).toMatch(/refused: email is invalid\.$/);
    expect((await told('json', 'refused-detail')).message).toMatch(
      /refused: value is not a valid email address\.$/,
    );
  });

  test('a rate limit says how long to wait, given in seconds or as a date', async () => {
    expect(await told('form', 'busy')).toMatchObject({
      retryAt: '2027-01-01T00:02:00.000Z',
      message: expect.stringMatching(/in 2 minutes\.$/),
    });
    expect(await told('form', 'busy-until')).toMatchObject({retryAt: '2027-01-01T00:10:00.000Z'});
  });

  test('a page that says neither yes nor no is not called a success', async () => {
    const {message} = await told('buttondown', 'silent');
    expect(message).toMatch(/neither yes nor no/);
  });

  test('a puzzle gives the page where it can be solved', async () => {
    expect(await told('kit', 'captcha')).toMatchObject({page: 'https://app.kit.com/forms/123456/guard'});
    expect((await told('mailchimp', 'captcha')).page).toMatch(/\/subscribe\?u=abc&id=def&f_id=9$/);
  });

  test("a service's own breakdown leaves open whether the address is subscribed", async () => {
    expect(await told('listmonk', 'broken')).toMatchObject({
      isUnknown: true,
      message: expect.stringContaining('Error processing request. Please retry'),
    });
  });
});

async function told(service: string, situation: string): Promise<Outcome> {
  return (await sender.play(service, situation)).outcome;
}
