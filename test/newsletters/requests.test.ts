import {afterAll, beforeAll, expect, test} from 'vitest';
import {expectContract} from './received.ts';
import {openSender} from './sender.ts';
import type {Sender} from './sender.ts';

let sender: Sender;
beforeAll(async () => {
  sender = await openSender();
});
afterAll(() => sender.close());

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

test.each(['substack', 'beehiiv'])('%s is sent nothing: its page is opened', async service => {
  const {outcome, arrived} = await sender.play(service, 'page');
  expect(outcome).toMatchObject({outcome: 'needs-browser', page: expect.stringContaining('/page') as string});
  expect(arrived).toEqual([]);
});

test('an international address is sent as it is written', async () => {
  const email = 'bücher@bücher.example';
  for (const service of ['form', 'json', 'mailchimp']) {
    const {arrived} = await sender.play(service, 'confirm', email);
    expect(arrived).toHaveLength(1);
    expectContract(arrived, {service, situation: 'confirm', email});
  }
});
