import {expect, test} from 'vitest';
import {editDistance} from '../../../source/domain/email/edit-distance.ts';

test.each([
  ['', '', 0],
  ['same', 'same', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['ab', 'ba', 1],
  ['gmial', 'gmail', 1],
  ['kitten', 'sitting', 3],
])('from %j to %j it is %i', (from, to, steps) => {
  expect(editDistance(from, to)).toBe(steps);
});
