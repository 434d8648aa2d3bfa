import {expect, test} from 'vitest';
import {TypedPasswords} from '../../source/services/typed-passwords.ts';

const ADA = 'ada at mail.example';

test('a password is for the very owner that it was typed for', async () => {
  const passwords = new TypedPasswords();
  await expect(passwords.typed(ADA)).rejects.toMatchObject({
    problem: {kind: 'denied', message: 'ada at mail.example waits for its password.'},
  });
  passwords.keep(ADA, 'tide');
  expect(await passwords.typed(ADA)).toBe('tide');
  expect(passwords.of('ben at mail.example')).toBeUndefined();
  expect(passwords.of({base: 'https://mail.example', user: 'ada'})).toBeUndefined();
  passwords.forget(ADA);
  expect(passwords.of(ADA)).toBeUndefined();
});

test('whoever waits for a password gets the one that the server took, not one that it refused', async () => {
  const passwords = new TypedPasswords();
  const waiting = passwords.taken(ADA);
  passwords.keep(ADA, 'wrong');
  passwords.forget(ADA);
  passwords.judge(ADA, undefined);
  passwords.keep(ADA, 'right');
  passwords.judge(ADA, undefined);
  expect(await waiting).toBe('right');
});
