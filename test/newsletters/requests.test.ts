import {afterAll, beforeAll, expect, test} from 'vitest';
import {EMAIL, openSender} from './sender.ts';
import type {Sender} from './sender.ts';

let sender: Sender;
beforeAll(async () => {
  sender = await openSender();
});
afterAll(() => sender.close());

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const ANY = 'application/json, text/html;q=0.9, */*;q=0.5';

const REQUESTS = [
  {
    service: 'buttondown',
    situation: 'confirm',
    request: ['POST', 'api/emails/embed-subscribe/gazette', FORM, ANY],
    body: 'email=ada%2Bnews%40example.com&embed=1',
  },
  {
    service: 'mailchimp',
    situation: 'confirm',
    request: [
      'GET',
      'subscribe/post-json?u=abc&id=def&f_id=9&EMAIL=ada%2Bnews%40example.com&b_abc_def=&c=inkwell',
      undefined,
      'application/javascript, application/json;q=0.9, */*;q=0.5',
    ],
    body: '',
  },
  {
    service: 'kit',
    situation: 'success',
    request: ['POST', 'forms/123456/subscriptions', FORM, JSON_TYPE],
    body: 'email_address=ada%2Bnews%40example.com',
  },
  {
    service: 'ghost',
    situation: 'confirm',
    request: ['POST', 'members/api/send-magic-link/', JSON_TYPE, JSON_TYPE],
    body: `{"email":"${EMAIL}","emailType":"signup","integrityToken":"1732000000:0f1e2d3c4b5a"}`,
  },
  {
    service: 'listmonk',
    situation: 'confirm',
    request: ['POST', 'api/public/subscription', JSON_TYPE, JSON_TYPE],
    body: `{"email":"${EMAIL}","list_uuids":["eb420c55-4cfb-4972-92ba-c93c34ba475d"]}`,
  },
  {
    service: 'mailerlite',
    situation: 'success',
    request: ['POST', 'jsonp/11/forms/22/subscribe', FORM, ANY],
    body: 'fields%5Bemail%5D=ada%2Bnews%40example.com&ml-submit=1&anticsrf=true',
  },
  {
    service: 'sendy',
    situation: 'confirm',
    request: ['POST', 'subscribe', FORM, ANY],
    body: 'email=ada%2Bnews%40example.com&list=xYz&hp=&subform=yes',
  },
  {
    service: 'brevo',
    situation: 'success',
    request: ['POST', 'serve/MUIEAAbc?isAjax=1', FORM, ANY],
    body: 'EMAIL=ada%2Bnews%40example.com&email_address_check=&locale=en',
  },
  {
    service: 'form',
    situation: 'okay',
    request: ['POST', 'subscribe', FORM, ANY],
    body: 'email=ada%2Bnews%40example.com&list=weekly&website=',
  },
  {
    service: 'json',
    situation: 'okay',
    request: ['POST', 'subscribe', JSON_TYPE, JSON_TYPE],
    body: `{"email":"${EMAIL}","list":"weekly"}`,
  },
] as const;

test.each(REQUESTS)(
  'sends $service what its contract asks for, once',
  async ({service, situation, request, body}) => {
    const {arrived} = await sender.play(service, situation);
    expect(arrived).toHaveLength(1);
    const [{method, url, headers, body: got}] = arrived as [(typeof arrived)[number]];
    const path = url.slice(`/play/${service}/${situation}/`.length);
    expect([method, path, headers['content-type'], headers.accept]).toEqual(request);
    expect(got).toBe(body);
    expect(Object.keys(headers).toSorted()).toEqual(
      ['accept', 'accept-encoding', 'connection', 'host', 'user-agent', ...bodyHeaders(method)].toSorted(),
    );
  },
);

const bodyHeaders = (method: string): string[] =>
  method === 'POST' ? ['content-type', 'content-length'] : [];

test('asks Ghost for its token first, without the address', async () => {
  const before = sender.room.requests.length;
  await sender.play('ghost', 'confirm');
  const [token, ...rest] = sender.room.requests.slice(before);
  expect(token).toMatchObject({
    method: 'GET',
    url: '/play/ghost/confirm/members/api/integrity-token/',
    body: '',
  });
  expect(rest).toHaveLength(1);
});
