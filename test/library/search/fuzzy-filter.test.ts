import {beforeAll, expect, test} from 'vitest';
import {loadRanker} from '../../../source/library/search/fuzzy-filter.ts';
import {fill, titles} from '../../helpers/drafts.ts';
import {open} from '../../helpers/shelf.ts';

beforeAll(async () => void (await loadRanker()));

function filtered(query = ''): (filter: string) => string[] {
  const {library} = open();
  fill(library, [
    {guid: 'a', title: 'Vacuuming Postgres at night', authors: [{name: 'Mara Lindqvist'}]},
    {guid: 'b', title: 'Ten proofs of suggestions', authors: [{name: 'Tomas Reyes'}]},
    {guid: 'c', title: 'A cache is a promise', authors: [{name: 'Zoë Quist'}]},
  ]);
  return filter => titles(library.window({query, filter}, 0, 10).rows);
}

test('what nothing holds as it was typed is looked for by its letters, best first', () => {
  const found = filtered();
  expect(found('pstgr')[0]).toBe('Vacuuming Postgres at night');
  expect(found('zquist')).toEqual(['A cache is a promise']);
  expect(found('cchprms')).toEqual(['A cache is a promise']);
});

test('where words are found as they were typed, nothing is guessed', () => {
  expect(filtered()('cache')).toEqual(['A cache is a promise']);
});

test('two letters are in everything, so they are taken as they are', () => {
  expect(filtered()('vz')).toEqual([]);
});

test('the query still holds', () => {
  expect(filtered('author:reyes')('pstgr')).toEqual([]);
});
