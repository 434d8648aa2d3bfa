import {expect, test} from 'vitest';
import {nearest} from '../../../source/domain/text/nearest.ts';

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
