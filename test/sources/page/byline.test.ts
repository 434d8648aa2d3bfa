import {expect, test} from 'vitest';
import {authorsInByline} from '../../../source/sources/page/byline.ts';

test.for([
  ['Ada Lovelace', ['Ada Lovelace']],
  ['By Ada Lovelace', ['Ada Lovelace']],
  ['by\n\t\tAda Lovelace', ['Ada Lovelace']],
  ['Par Ada Lovelace', ['Ada Lovelace']],
  ['Ada Lovelace and Charles Babbage', ['Ada Lovelace', 'Charles Babbage']],
  ['Ada Lovelace, Charles Babbage & Mary Somerville', ['Ada Lovelace', 'Charles Babbage', 'Mary Somerville']],
  ['Brenda Goodman, MA', ['Brenda Goodman, MA']],
  ['Ada Lovelace (https://ada.example/x)', ['Ada Lovelace']],
  ['Simon and Garfunkel', ['Simon and Garfunkel']],
  ['Byron Katie', ['Byron Katie']],
  ['個人', ['個人']],
  ['', []],
] as const)('%j names %j', ([byline, names]) => {
  expect(authorsInByline(byline).map(({name}) => name)).toEqual(names);
});
