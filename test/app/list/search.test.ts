import fc from 'fast-check';
import {expect, test} from 'vitest';
import {keptQuery, searched} from '../../../source/app/list/search.ts';
import {parseQuery} from '../../../source/domain/query/query-parse.ts';

const BASE = {publications: ['p'], query: ''} as const;

test.each([
  ['cache promise', '', 'cache promise'],
  ['is:unread', 'is:unread', undefined],
  ['cache is:unread', 'is:unread', 'cache'],
  ['-is:read cache read:<5m', '-is:read read:<5m', 'cache'],
  ['"a cache" kettle', '"a cache"', 'kettle'],
  ['is:unread or cache', 'is:unread or cache', undefined],
  ['(tag:sea cache)', '(tag:sea cache)', undefined],
  ['cache is:', '', 'cache'],
  ['10:30 is late', '', '10:30 is late'],
])('“%s” asks for the query “%s” and the words “%s”', (typed, query, filter) => {
  const result = searched(BASE, typed);
  expect(result).toEqual({ok: true, view: {...BASE, query, ...(filter !== undefined && {filter})}});
});

test('what the list was about before still holds', () => {
  const result = searched({query: 'tag:sea or tag:lamp'}, 'is:unread');
  expect(result).toEqual({ok: true, view: {query: '(tag:sea or tag:lamp) is:unread'}});
});

test('an error points at the word in what was typed', () => {
  const typed = 'cache is:unraed';
  const result = searched(BASE, typed);
  if (result.ok) throw new Error('It was understood');
  const {offset, length, suggestion} = result.fault;
  expect(typed.slice(offset, offset + length)).toBe('unraed');
  expect(suggestion).toBe('unread');
});

test('whatever is typed, the list is asked something that it understands, or nothing', () => {
  const piece = fc.constantFrom(
    'is:',
    'is:read',
    '-',
    'or',
    '(',
    ')',
    '"',
    ' ',
    'cache',
    'tag:x',
    '日本',
    ':',
  );
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 8}), pieces => {
      const result = searched({query: 'is:starred'}, pieces.join(''));
      if (result.ok) expect(parseQuery(result.view.query).ok).toBe(true);
    }),
    {numRuns: 300},
  );
});

test.each([
  ['is:unread', '', 'is:unread'],
  ['', 'sea', '(title:sea or author:sea)'],
  ['in:log or tag:sea', 'c++', '(in:log or tag:sea) (title:"c++" or author:"c++")'],
  ['', 'old "sea', '(title:old or author:old) (title:"sea" or author:"sea")'],
])('the query “%s” and the words “%s” are kept as “%s”', (query, filter, kept) => {
  expect(keptQuery({query, filter})).toBe(kept);
  expect(parseQuery(kept).ok).toBe(true);
});

test('a search of one publication among several is kept with its place', () => {
  const kept = keptQuery({query: 'is:unread', filter: 'sea'}, 'The “Log”');
  expect(kept).toBe('(is:unread) (title:sea or author:sea) in:"The Log"');
  expect(parseQuery(kept).ok).toBe(true);
});
