import {expect, test} from 'vitest';
import {britishDate} from '../../../source/domain/text/british-date.ts';

test.each(['long', 'short'] as const)('writes days as Intl does, with %s months', month => {
  const format = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month, year: 'numeric', timeZone: 'UTC'});
  for (let time = Date.UTC(1600, 0, 1); time < Date.UTC(9999, 11, 31); time += 86_400_000 * 97.3) {
    const date = new Date(time);
    expect(britishDate(date, month, undefined)).toBe(format.format(date));
  }
});

test('leaves other languages and invalid dates to Intl', () => {
  expect(britishDate(new Date(0), 'long', 'de')).toBeUndefined();
  expect(britishDate(new Date(Number.NaN), 'long', 'en-GB')).toBeUndefined();
  expect(britishDate(new Date(Date.UTC(-5, 0, 1)), 'long', 'en-GB')).toBeUndefined();
});
