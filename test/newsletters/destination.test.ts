import {expect, test} from 'vitest';
import type {Newsletter, Signup} from '../../source/domain/newsletter/newsletter.ts';
import type {Publication} from '../../source/domain/publication/publication.ts';
import {createHttp} from '../../source/http/http.ts';
import {reachOf, whyUnreachable} from '../../source/newsletters/exchange/destination.ts';
import {createNewsletters} from '../../source/newsletters/newsletters.ts';
import {openNewsroom} from '../newsroom/newsroom.ts';

type Request = Extract<Signup, {kind: 'request'}>;

const EMAIL = 'ada@example.com';
const page = (body: string, title = 'Gazette') =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`;

async function sent(
  signup: Partial<Request>,
  {
    answer = {status: 200, body: '{"ok":true}'},
    location,
    paused = [],
    ...more
  }: Partial<Newsletter> & {
    answer?: {status: number; body: string; headers?: Record<string, string>};
    location?: string;
    paused?: number[];
  } = {},
) {
  const room = await openNewsroom([
    () => ({type: answer.body.startsWith('<') ? 'text/html' : 'application/json', ...answer}),
  ]);
  const http = createHttp({environment: {}});
  const newsletters = createNewsletters({
    http,
    now: () => Date.parse('2026-01-05T12:00:00Z'),
    pause: async milliseconds => paused.push(milliseconds),
  });
  const publication: Publication = {
    id: 'p',
    title: 'Gazette',
    location: location ?? `${room.origin}/feed.xml`,
    isPrivate: location === undefined,
  };
  const newsletter: Newsletter = {
    promises: [],
    ...more,
    signup: {
      kind: 'request',
      provider: signup.method ?? 'form',
      method: 'form',
      field: 'email',
      fixed: {},
      ...signup,
      url: room.origin + (signup.url ?? '/s'),
    },
  };
  try {
    const outcome = await newsletters.subscribe(publication, newsletter, EMAIL, new AbortController().signal);
    return {
      outcome,
      paused,
      requests: room.requests.map(({method, url, body}) => ({method, url, body})),
    };
  } finally {
    await http.close();
    await room.close();
  }
}

const RIVALS: readonly Request['fixed'][] = [
  {email: 'eve@evil.example'},
  {Email: 'eve@evil.example', EMAIL: 'eve@evil.example'},
  {'e-mail': 'eve@evil.example'},
  {email: ['eve@evil.example', 'mallory@evil.example']},
  {'email[]': ['eve@evil.example']},
  {'contact[email]': 'eve@evil.example'},
  {'subscriber.e_mail': 'eve@evil.example'},
  {to: 'eve@evil.example'},
];

test.each(RIVALS.flatMap(fixed => (['form', 'json'] as const).map(method => ({fixed, method}))))(
  'no fixed field takes the place of the address: %o',
  async ({fixed, method}) => {
    const {requests} = await sent({fixed: {...fixed, list: 'weekly'}, method});
    const body = decodeURIComponent(requests[0]?.body ?? '');
    expect(body).toContain(EMAIL);
    expect(body).not.toContain('evil');
    expect(body).toContain('weekly');
  },
);

test('no query takes the place of the address', async () => {
  const {requests} = await sent({url: '/s?email=eve@evil.example&id=7'});
  expect(requests[0]?.url).toBe('/s?id=7');
});

test('a nested name of the field keeps the address', async () => {
  const {requests} = await sent({
    field: 'contact[email]',
    fixed: {'contact[email]': 'eve@evil.example', 'contact[name]': 'x'},
  });
  expect(decodeURIComponent(requests[0]?.body ?? '')).toBe('contact[email]=ada@example.com&contact[name]=x');
});

test('what was fetched from elsewhere names no host on this machine; its own host, a folder and the settings may', async () => {
  const elsewhere = await sent({}, {location: 'https://gazette.example/feed.xml'});
  expect(elsewhere.outcome).toMatchObject({
    outcome: 'refused',
    message: expect.stringContaining('Nothing was sent.'),
  });
  expect(elsewhere.requests).toEqual([]);
  expect((await sent({})).requests).toHaveLength(1);
  expect((await sent({}, {location: '/home/ada/blog'})).requests).toHaveLength(1);
  expect((await sent({}, {location: 'https://gazette.example/feed.xml', isOwn: true})).requests).toHaveLength(
    1,
  );
});

test('a folder names no host of the local network, neither by its number nor by a name', () => {
  const folder = {id: 'p', title: 'Cloned', location: '/home/ada/blog'};
  const newsletter = {heading: 'Letters', promises: [], signup: {kind: 'none'}} as const;
  const near = (url: string) => whyUnreachable(new URL(url), folder, newsletter);
  expect(near('https://10.0.0.7/reboot')).toContain('in your own network');
  expect(near('http://localhost:8080/s')).toBeUndefined();
  expect(reachOf(new URL('https://router.example/reboot'), folder, newsletter)).toBe('public-only');
});

test('a token of Ghost is asked for on the publication’s own host alone', async () => {
  const ghost = {provider: 'ghost', method: 'json', url: '/members/api/send-magic-link/'} as const;
  expect((await sent(ghost)).requests.map(({url}) => url)).toEqual([
    '/members/api/integrity-token/',
    '/members/api/send-magic-link/',
  ]);
  const foreign = await sent(ghost, {location: 'https://gazette.example/feed.xml', isOwn: true});
  expect(foreign.requests.map(({url}) => url)).toEqual(['/members/api/send-magic-link/']);
});

test('a form that knows when it was shown is not sent within seconds of it', async () => {
  const fixed = {_mc4wp_timestamp: '1767614398', _mc4wp_form_id: '7'};
  expect((await sent({fixed}, {foundAt: '2026-01-05T11:59:58.000Z'})).paused).toEqual([3000]);
  expect((await sent({fixed}, {foundAt: '2026-01-04T00:00:00.000Z'})).paused).toEqual([]);
  expect((await sent({fixed: {list: '7'}}, {foundAt: '2026-01-05T11:59:58.000Z'})).paused).toEqual([]);
});

test.each([
  [
    {status: 429, body: '{"errors":[{"message":"Too many attempts, try again in 7 minutes"}]}'},
    'in 7 minutes',
  ],
  [{status: 429, body: '{"retry_after": 120}'}, 'in 2 minutes'],
  [{status: 429, body: '<p>Versuchen Sie es in 2 Stunden wieder.</p>'}, 'in 2 hours'],
  [{status: 429, body: '<p>Please wait an hour.</p>'}, 'in 60 minutes'],
  [{status: 429, body: '', headers: {'x-ratelimit-reset': '1767614460'}}, 'in 60 seconds'],
  [{status: 400, body: '{"message":"Too many requests. Wait 45 seconds."}'}, 'in 45 seconds'],
  [{status: 429, body: ''}, 'later'],
])('whoever is asked to wait hears how long: %o', async (answer, words) => {
  const {outcome} = await sent({method: 'json'}, {answer});
  expect(outcome).toMatchObject({outcome: 'rate-limited', message: expect.stringContaining(words)});
});

test.each([
  ['https://buttondown.com/gazette/error?code=spam', 'refused'],
  ['/letters?success=false', 'refused'],
  ['/letters#error-invalid', 'refused'],
  ['/thanks', 'check-inbox'],
])('where an answer leads is what it says: %s', async (location, outcome) => {
  for (const provider of ['form', 'buttondown'])
    expect(
      (await sent({provider}, {answer: {status: 303, body: '', headers: {location}}})).outcome.outcome,
    ).toBe(outcome);
});

test.each([
  [
    '<div class="mc4wp-response"><div class="mc4wp-alert mc4wp-error"><p>Ceci n’est pas une adresse.</p></div></div>',
    'refused',
    'Ceci n’est pas une adresse.',
  ],
  ['<div class="mc4wp-alert mc4wp-success"><p>Tak for din tilmelding.</p></div>', 'check-inbox', undefined],
  ['<div role="alert">You are already subscribed.</div>', 'already', undefined],
  ['<p class="form-message">Please check your inbox.</p>', 'check-inbox', 'link to confirm'],
])('an alert in a page is the answer: %s', async (alert, outcome, words) => {
  const chrome = `<h1>Gazette error log</h1><p>${'Words of the page. '.repeat(60)}</p><h2>Recent posts</h2><form method="post"><input type="email" name="email"></form>`;
  const {outcome: said} = await sent({}, {answer: {status: 200, body: page(chrome + alert)}});
  expect(said.outcome).toBe(outcome);
  if (words !== undefined) expect(said.message).toContain(words);
  expect(said.message).not.toContain('Recent');
});

test.each([
  '<form action="/next" method="post"><input type="hidden" name="t" value="1"></form><script>document.forms[0].submit()</script>',
  '<form id="f" action="/next"></form><script>document.getElementById("f").requestSubmit();</script>',
  '<meta http-equiv="refresh" content="0; url=/next"><p>One moment</p>',
  '<script>window.location.href = "/next"</script>',
])('a page that a script sends on is no word of success: %s', async body => {
  const {outcome} = await sent(
    {page: 'https://gazette.example/letters'},
    {answer: {status: 200, body: page(body)}},
  );
  expect(outcome).toMatchObject({outcome: 'needs-browser', page: 'https://gazette.example/letters'});
});

test('a page in UTF-8 that is labelled otherwise is read as what it is', async () => {
  const {outcome} = await sent(
    {},
    {
      answer: {
        status: 422,
        body: page('<p role="alert">Café fermé</p>'),
        headers: {'content-type': 'text/html; charset=iso-8859-1'},
      },
    },
  );
  expect(outcome.message).toContain('Café fermé');
});
