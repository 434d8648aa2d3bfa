import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {newsletterFrom} from '../../../source/domain/newsletter/newsletter-from.ts';

const BASE = 'https://gazette.example/feed.json';

describe('what a publisher wrote', () => {
  test('is taken as it is written, addresses resolved', () => {
    expect(
      newsletterFrom(
        {
          heading: 'Letters',
          pitch: 'One a week.',
          subscribers: '2,500+',
          promises: ['No spam, ever', 'Free forever'],
          url: '/subscribe',
          method: 'json',
          field: 'mail',
          fixed: {list: 'weekly', tags: ['a', 'b'], year: 2026},
          privacy: '/privacy',
          page: '/newsletter',
        },
        BASE,
      ),
    ).toEqual({
      heading: 'Letters',
      pitch: 'One a week.',
      subscribers: '2,500+',
      promises: ['No spam, ever', 'Free forever'],
      privacy: 'https://gazette.example/privacy',
      signup: {
        kind: 'request',
        provider: 'json',
        url: 'https://gazette.example/subscribe',
        method: 'json',
        field: 'mail',
        fixed: {list: 'weekly', tags: ['a', 'b'], year: '2026'},
        page: 'https://gazette.example/newsletter',
      },
    });
  });

  test('is understood in near spellings', () => {
    expect(
      newsletterFrom({
        title: 'Letters',
        description: 'One a week.',
        subscriber_count: 2500,
        promises: 'No spam',
        endpoint: 'https://gazette.example/s',
        encoding: 'application/json',
        emailField: 'mail',
        privacyUrl: 'https://gazette.example/p',
      }),
    ).toMatchObject({
      heading: 'Letters',
      pitch: 'One a week.',
      subscribers: '2,500',
      promises: ['No spam'],
      privacy: 'https://gazette.example/p',
      signup: {kind: 'request', method: 'json', field: 'mail'},
    });
  });

  test('words alone make a newsletter that nothing can be sent to', () => {
    expect(newsletterFrom({heading: 'Letters'})).toEqual({
      heading: 'Letters',
      promises: [],
      signup: {kind: 'none'},
    });
  });

  test('a page alone is for the browser', () => {
    const signup = {kind: 'browser', provider: 'page', page: 'https://gazette.example/newsletter'};
    expect(newsletterFrom({page: '/newsletter'}, BASE)?.signup).toEqual(signup);
    expect(newsletterFrom('/newsletter', BASE)?.signup).toEqual(signup);
  });

  test('a form is posted as a form unless JSON is asked for', () => {
    expect(newsletterFrom({url: '/s', method: 'POST'}, BASE)?.signup).toMatchObject({
      provider: 'form',
      method: 'form',
      field: 'email',
    });
  });
});

describe('services are known by their addresses', () => {
  test.each([
    [
      'https://buttondown.com/jane',
      'buttondown',
      'https://buttondown.com/api/emails/embed-subscribe/jane',
      'email',
    ],
    ['https://x.us1.list-manage.com/subscribe/post?u=1&id=2', 'mailchimp', undefined, 'EMAIL'],
    ['https://app.convertkit.com/forms/12/subscriptions', 'kit', undefined, 'email_address'],
    ['https://blog.example/members/api/send-magic-link/', 'ghost', undefined, 'email'],
    ['https://lists.example/subscription/form', 'listmonk', undefined, 'email'],
    ['https://lists.example/api/public/subscription', 'listmonk', undefined, 'email'],
    ['https://assets.mailerlite.com/jsonp/1/forms/2/subscribe', 'mailerlite', undefined, 'fields[email]'],
    ['https://abc.sibforms.com/serve/MUI', 'brevo', undefined, 'EMAIL'],
  ])('%s is of %s', (url, provider, sent, field) => {
    expect(newsletterFrom({url})?.signup).toMatchObject({kind: 'request', provider, url: sent ?? url, field});
  });

  test.each([
    ['https://gazette.substack.com', 'substack', 'https://gazette.substack.com/subscribe'],
    ['https://gazette.beehiiv.com/p/one', 'beehiiv', 'https://gazette.beehiiv.com/subscribe'],
    ['https://eepurl.com/abc', 'mailchimp', 'https://eepurl.com/abc'],
  ])('%s has no contract, so its page is opened', (url, provider, page) => {
    expect(newsletterFrom({url})?.signup).toEqual({kind: 'browser', provider, page});
  });

  test('a service behind a custom domain is believed when it is named', () => {
    expect(newsletterFrom({provider: 'Ghost', url: 'https://blog.example/'})?.signup).toMatchObject({
      provider: 'ghost',
      method: 'json',
      url: 'https://blog.example/members/api/send-magic-link/',
    });
  });
});

describe('what is not used', () => {
  test.each([
    'http://gazette.example/s',
    'ftp://gazette.example/s',
    'javascript:alert(1)',
    'https://ada:secret@gazette.example/s',
    'file:///etc/passwd',
    '',
  ])('%j takes no address', url => {
    expect(newsletterFrom({heading: 'Letters', url})?.signup).toEqual({kind: 'none'});
  });

  test.each(['http://127.0.0.1:8027/s', 'http://localhost/s', 'http://[::1]:80/s'])(
    '%s does: this machine',
    url => {
      expect(newsletterFrom({url})?.signup.kind).toBe('request');
    },
  );

  test('a host that only begins like this machine does not', () => {
    for (const host of ['127.0.0.1.example', 'localhost.example'])
      expect(newsletterFrom({url: `http://${host}/s`})).toBeUndefined();
  });

  test.each([null, undefined, 3, [], {}, true, {promises: []}, {url: {}}, {heading: ['a']}])(
    '%j is none',
    value => {
      expect(newsletterFrom(value)).toBeUndefined();
    },
  );
});

test('whatever is written, it never throws and every word is printable', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...KEYS), fc.jsonValue()),
      fc.string({unit: 'binary'}),
      (said, words) => {
        const newsletter = newsletterFrom({...said, heading: words, promises: [words]}, BASE);
        const shown = [
          newsletter?.heading,
          newsletter?.pitch,
          newsletter?.subscribers,
          ...(newsletter?.promises ?? []),
        ];
        expect(shown.join('')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
      },
    ),
    {numRuns: 200},
  );
});

const KEYS = [
  'pitch',
  'subscribers',
  'promises',
  'url',
  'method',
  'field',
  'fixed',
  'privacy',
  'page',
  '__proto__',
];
