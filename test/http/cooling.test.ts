import {expect, test} from 'vitest';
import {createCooling} from '../../source/http/backoff.ts';
import type {Received} from '../../source/http/transport.ts';

const now = Date.parse('2026-05-04T12:00:00Z');
const url = new URL('https://a.example/feed');
const received = (status: number, seconds?: string): Received => ({
  status,
  headers: new Headers(seconds === undefined ? {} : {'retry-after': seconds}),
  body: new Uint8Array(),
  isPrivate: false,
});

test('a host that asked for a pause is not asked until it is over', () => {
  const cooling = createCooling();
  cooling.note(url, received(429, '60'), now);
  expect(() => cooling.check(new URL('https://a.example/other'), now + 59_000)).toThrow('left alone');
  expect(() => cooling.check(new URL('https://b.example/feed'), now)).not.toThrow();
  expect(() => cooling.check(url, now + 60_000)).not.toThrow();
});

test('the whole host is given up for a quarter of an hour at most', () => {
  const cooling = createCooling();
  cooling.note(url, received(503, '86400'), now);
  expect(() => cooling.check(url, now + 14 * 60_000)).toThrow('left alone');
  expect(() => cooling.check(url, now + 15 * 60_000)).not.toThrow();
});

test('a pause that a clock had set which was ahead is over when it is set right', () => {
  const cooling = createCooling();
  cooling.note(url, received(429, '60'), now + 86_400_000);
  expect(() => cooling.check(url, now)).not.toThrow();
});

test.for([
  ['no Retry-After', received(429), url],
  ['a Retry-After on a good answer', received(200, '60'), url],
  ['this machine', received(429, '60'), new URL('http://127.0.0.1:8080/')],
] as const)('%s keeps nobody waiting', ([, answer, from]) => {
  const cooling = createCooling();
  cooling.note(from, answer, now);
  expect(() => cooling.check(from, now)).not.toThrow();
});
