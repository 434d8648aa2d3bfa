import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import type {Newsletter} from '../../source/domain/newsletter/newsletter.ts';
import {readPage} from '../../source/newsletters/page/markup.ts';
import {recogniseNewsletter} from '../../source/newsletters/provider/recognise.ts';
import {ends} from '../helpers/work.ts';

const HOME = 'https://blog.example/';
const folder = (name: string): string => new URL(`../fixtures/${name}/`, import.meta.url).pathname;

function recognise(set: string, name: string): Newsletter | undefined {
  return recogniseNewsletter(readPage(readFileSync(`${folder(set)}${name}.html`, 'utf8'), HOME));
}

/** Page, provider, where the address would go. */
const REQUESTS = [
  ['brevo-form', 'brevo', 'https://1a2b3c4d.sibforms.com/serve/MUIFAExampleExampleExample=='],
  ['buttondown-embed', 'buttondown', 'https://buttondown.com/api/emails/embed-subscribe/tidewater'],
  ['buttondown-older-host', 'buttondown', 'https://buttondown.com/api/emails/embed-subscribe/fieldnotes'],
  ['ghost-labelled-form', 'ghost', 'https://signal.example/members/api/send-magic-link/'],
  ['ghost-portal-only', 'ghost', 'https://harbour.example/blog/members/api/send-magic-link/'],
  ['ghost-signup-embed', 'ghost', 'https://independent.ghost.io/members/api/send-magic-link/'],
  ['ghost-theme-form', 'ghost', 'https://lantern.example/members/api/send-magic-link/'],
  ['kit-inline', 'kit', 'https://app.kit.com/forms/5551234/subscriptions'],
  ['kit-older-host', 'kit', 'https://app.convertkit.com/forms/5551234/subscriptions'],
  ['listmonk-form', 'listmonk', 'https://lists.rookery.example/api/public/subscription'],
  [
    'mailchimp-embedded',
    'mailchimp',
    'https://copperfield.us21.list-manage.com/subscribe/post?u=0a1b2c3d4e5f60718293a4b5c&id=9f8e7d6c5b&f_id=00aa11e0f0',
  ],
  ['mailchimp-naked', 'mailchimp', 'https://plaindealer.us5.list-manage.com/subscribe/post?u=aaaa&id=bbbb'],
  [
    'mailerlite-embedded',
    'mailerlite',
    'https://assets.mailerlite.com/jsonp/123456/forms/98765432101234567/subscribe',
  ],
  ['plain-form', 'form', 'https://blog.example/api/subscribe'],
  ['plain-german', 'form', 'https://blog.example/newsletter/anmelden'],
  ['plain-japanese', 'form', 'https://blog.example/mailmag'],
  ['plain-text-field', 'form', 'https://ledger.example/list/join'],
  ['sendy-form', 'sendy', 'https://mail.workshop.example/sendy/subscribe'],
  ['several-forms', 'buttondown', 'https://buttondown.com/api/emails/embed-subscribe/everything'],
  ['wordpress-mc4wp', 'form', HOME],
] as const;

/** Page, provider, the page to open. */
const BROWSERS = [
  [
    'beehiiv-form-script',
    'beehiiv',
    'https://subscribe-forms.beehiiv.com/7a8b9c00-0000-4000-8000-bbbbbbbbbbbb',
  ],
  ['beehiiv-frame', 'beehiiv', 'https://embeds.beehiiv.com/4f6d1c2e-0000-4000-8000-aaaaaaaaaaaa'],
  ['brevo-frame', 'brevo', 'https://9f8e7d6c.sibforms.com/serve/MUIEAExample'],
  ['kit-recaptcha', 'kit', HOME],
  ['kit-script', 'kit', 'https://wren.kit.com/f0e1d2c3b4'],
  ['listmonk-captcha', 'listmonk', HOME],
  ['mailerlite-recaptcha', 'mailerlite', HOME],
  ['plain-consent-box', 'form', HOME],
  ['plain-csrf', 'form', HOME],
  ['plain-over-http', 'form', HOME],
  ['plain-script-form', 'form', HOME],
  ['substack-frame', 'substack', 'https://cartography.substack.com/subscribe'],
  ['substack-link', 'substack', 'https://tworivers.substack.com/subscribe'],
  ['substack-no-script-form', 'substack', 'https://papertrail.substack.com/subscribe'],
  ['substack-own-domain', 'substack', 'https://blog.example/subscribe'],
  ['wordpress-mailpoet', 'form', HOME],
] as const;

test.each(REQUESTS)('%s: an address can be sent by way of %s', (name, provider, url) => {
  expect(recognise('with-signup', name)?.signup).toMatchObject({kind: 'request', provider, url});
});

test.each(BROWSERS)('%s: only a browser can sign up by way of %s', (name, provider, page) => {
  expect(recognise('with-signup', name)?.signup).toEqual({kind: 'browser', provider, page});
});

const without = readdirSync(folder('without-signup')).map(file => file.replace('.html', ''));

test('there are enough pages without a sign-up to mean something', () => {
  expect(without.length).toBeGreaterThanOrEqual(30);
});

test.each(without)('%s: nothing is found', name => {
  expect(recognise('without-signup', name)).toBeUndefined();
});

function fixed(name: string) {
  const signup = recognise('with-signup', name)?.signup;
  return signup?.kind === 'request' ? {field: signup.field, ...signup.fixed} : undefined;
}

describe('what a form sends besides the address', () => {
  test('hidden fields and empty honeypots stay as the form has them', () => {
    expect(fixed('plain-form')).toEqual({field: 'email', source: 'home', website: ''});
    expect(fixed('mailchimp-embedded')).toMatchObject({
      field: 'EMAIL',
      b_0a1b2c3d4e5f60718293a4b5c_9f8e7d6c5b: '',
    });
    expect(fixed('brevo-form')).toEqual({field: 'EMAIL', email_address_check: '', locale: 'en'});
  });

  test('the chosen option and the first named button are sent, as a browser does', () => {
    expect(fixed('plain-text-field')).toEqual({field: 'addr', frequency: 'weekly', go: 'Keep me posted'});
  });

  test('of the lists only those that are ticked', () => {
    expect(fixed('listmonk-form')).toEqual({
      field: 'email',
      list_uuids: ['0f5a1b2c-0000-4000-8000-000000000001', '0f5a2b2c-0000-4000-8000-000000000002'],
    });
  });
});

describe('the words beside a form', () => {
  test('heading, pitch, count and promises of a card', () => {
    expect(recognise('with-signup', 'plain-form')).toMatchObject({
      heading: 'Stone Soup in your inbox',
      pitch: 'Join 2,500+ readers. One recipe for a calmer codebase every week.',
      subscribers: '2,500+',
      promises: ['No spam, ever', 'Free forever'],
    });
  });

  test('the words of an embedded form of Ghost, which stand in its script', () => {
    expect(recognise('with-signup', 'ghost-signup-embed')).toMatchObject({
      heading: 'The Independent Letter',
      pitch: 'Short essays, twice a month.',
    });
  });

  test('no words are taken from the articles of the page', () => {
    const {heading, pitch, promises} = recognise('with-signup', 'buttondown-embed') ?? {};
    expect({heading, pitch, promises}).toEqual({heading: undefined, pitch: undefined, promises: []});
  });

  test('escape sequences in them never come through', () => {
    const html = `<form action="/newsletter" method="post"><h3>News&#27;[31mletter</h3><input type="email" name="e"></form>`;
    expect(recogniseNewsletter(readPage(html, HOME))?.heading).toBe('Newsletter');
  });
});

const COSTLY = [
  '<form action="/newsletter"><input type="email" name="e">'.repeat(20_000),
  `<form>${'<div><input>'.repeat(20_000)}</form>`,
  '<br>'.repeat(300_000),
  `<script data-uid="x" src="https://a.kit.com/${'/index.js?'.repeat(50_000)}\n">`,
];

test.each(COSTLY.map(html => [html.slice(0, 30), html]))(
  'a page that only wants to cost time is read to its end: %s',
  (_, html) => {
    expect(ends(() => recogniseNewsletter(readPage(html, HOME)) ?? 'none')).toBeDefined();
  },
);

function nested(levels: number): string {
  return `${'<div>'.repeat(levels)}<form action="/newsletter" method="post"><input type="email" name="e"></form>`;
}

test('a form nested nine hundred deep is found, and a page of forty thousand levels is read without a fault', () => {
  const found = recogniseNewsletter(readPage(nested(900), HOME))?.signup;
  expect(found).toMatchObject({kind: 'request', field: 'e'});
  // It is read as deep as pages are.
  expect(recogniseNewsletter(readPage(nested(40_000), HOME))).toBeUndefined();
});
