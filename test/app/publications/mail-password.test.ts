import {expect, test} from 'vitest';
import {after, keys, listState} from '../../helpers/state.ts';

const WANTED = {
  type: 'password-wanted',
  to: 'open-mail',
  what: 'mail',
  whose: 'ada at mail.example',
} as const;

test('the password of a mailbox is typed unseen, and goes with what it was asked for', () => {
  const asked = after(listState(3), WANTED);
  expect(asked.state.overlay).toMatchObject({kind: 'ask', purpose: 'password'});
  const typed = after(asked.state, ...keys('t', 'i', 'd', 'e', 'enter'));
  expect(typed.state.overlay).toBeUndefined();
  expect(typed.effects).toContainEqual({kind: 'account', to: 'open-mail', what: 'mail', password: 'tide'});
  expect(JSON.stringify(typed.state)).not.toContain('tide');
});

test('nothing that is being typed makes way for it', () => {
  const typing = after(listState(3), ...keys('/', 'a')).state;
  const asked = after(typing, WANTED).state;
  expect(asked.overlay).toEqual(typing.overlay);
  expect(JSON.stringify(asked)).toContain('ada at mail.example waits for its password');
});
