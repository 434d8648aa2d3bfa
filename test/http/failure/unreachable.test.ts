import {expect, test} from 'vitest';
import type {Problem} from '../../../source/domain/problem.ts';
import {HttpError} from '../../../source/http/exchange.ts';
import {createUnreachable} from '../../../source/http/failure/unreachable.ts';
import {client, get, problemOf} from '../client.ts';

const failure = (kind: Problem['kind'], mayHaveArrived = false) =>
  new HttpError({kind, message: `No way there: ${kind}.`}, mayHaveArrived);

test('a host whose name cannot be found is looked up once for all articles of a run', async () => {
  let looks = 0;
  const http = client({pause: async () => void looks++});
  const asked = Array.from({length: 20}, (_, number) =>
    problemOf(get(`http://nowhere.invalid/${number}`, {reach: 'public-only'}, http)),
  );
  const messages = new Set((await Promise.all(asked)).map(({message}) => message));
  expect(messages.size).toBe(1);
  // Two pauses are those of the first one's further tries.
  expect(looks).toBeLessThanOrEqual(2);
});

test.each(['missing', 'offline', 'timeout'] as const)('remembers for a while what was %s', kind => {
  const hosts = createUnreachable();
  hosts.note('a.example', failure(kind), 1000);
  expect(() => hosts.check('a.example', 'public-only', 30_000)).toThrow('No way there');
  expect(() => hosts.check('b.example', 'public-only', 30_000)).not.toThrow();
  expect(() => hosts.check('a.example', 'public-only', 90_000)).not.toThrow();
});

test('asks again for a person a few seconds later, and at once where the host has answered', () => {
  const hosts = createUnreachable();
  hosts.note('a.example', failure('offline'), 1000);
  expect(() => hosts.check('a.example', 'anywhere', 1500)).toThrow('No way there');
  expect(() => hosts.check('a.example', 'anywhere', 7000)).not.toThrow();
  hosts.forget('a.example');
  expect(() => hosts.check('a.example', 'public-only', 1500)).not.toThrow();
});

test('a connection that was refused or broke on the way is tried again', () => {
  const hosts = createUnreachable();
  hosts.note('a.example', failure('refused'), 1000);
  hosts.note('a.example', failure('timeout', true), 1000);
  expect(() => hosts.check('a.example', 'public-only', 1000)).not.toThrow();
});
