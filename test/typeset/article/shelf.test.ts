import {expect, test} from 'vitest';
import {Shelf} from '../../../source/typeset/article/shelf.ts';
import {createReader} from '../../../source/typeset/markdown/reader.ts';

const ORIGIN = {base: undefined, isAscii: false, isColourless: false, isSpoken: false};

test('articles are kept as they were read, but no more books than two', () => {
  const shelf = new Shelf(createReader());
  const letters = ['a', 'b', 'c', 'd', 'e'];
  const kept = letters.map(text => shelf.take(text, ORIGIN));
  expect(letters.map(text => shelf.take(text, ORIGIN))).toEqual(kept);
  const books = letters.map(text => text.repeat(400_000));
  const [first, ...others] = books.map(text => shelf.take(text, ORIGIN));
  expect(shelf.take(books[4] ?? '', ORIGIN)).toBe(others[3]);
  expect(shelf.take(books[3] ?? '', ORIGIN)).toBe(others[2]);
  expect(shelf.take(books[0] ?? '', ORIGIN)).not.toBe(first);
});
