import {expect, test} from 'vitest';
import {distance, nearest} from '../../source/commands/nearest.ts';

test.each([
  ['lits', 'list'],
  ['serach', 'search'],
  ['refesh', 'refresh'],
  ['subscrib', 'subscribe'],
  ['LIST', 'list'],
])('%s was meant as %s', (word, meant) => {
  expect(nearest(word, ['list', 'search', 'refresh', 'subscribe', 'subscriptions'])).toBe(meant);
});

test('a word that is like nothing suggests nothing', () => {
  expect(nearest('zebra', ['list', 'search', 'refresh'])).toBeUndefined();
});

test('a swap of two neighbours is one step', () => {
  expect(distance('ab', 'ba')).toBe(1);
  expect(distance('', 'abc')).toBe(3);
  expect(distance('same', 'same')).toBe(0);
});
