import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {articleKeys} from '../../../source/sources/article/article-keys.ts';
import type {RawArticle} from '../../../source/sources/format/format.ts';

const titled = (title: string, rest: RawArticle = {}): RawArticle => ({
  title: {content: title, format: 'text'},
  ...rest,
});

describe('an article is named', () => {
  test.each<[string, RawArticle, string]>([
    ['by its guid', titled('T', {guid: ' tag:1 ', url: '/1', path: 'a.md'}), 'tag:1'],
    ['else by its link', titled('T', {guid: ' ', url: '/1', path: 'a.md'}), '/1'],
    ['else by its path', titled('T', {path: 'a.md'}), 'a.md'],
    [
      'else by title and date',
      titled('T', {published: [undefined, '2025']}),
      ['title', 'T', '2025'].join('\0'),
    ],
  ])('%s', (_, article, key) => {
    expect(articleKeys([article])).toEqual([key]);
  });
});

test('an edited article keeps its name', () => {
  const before = titled('Teh title', {guid: '1', excerpt: {content: 'a', format: 'text'}});
  const after = titled('The title', {
    guid: '1',
    excerpt: {content: 'b', format: 'text'},
    updated: ['2025-06-11'],
  });
  expect(articleKeys([after])).toEqual(articleKeys([before]));
});

test('a guid that several share is no name: the link joins it', () => {
  const keys = articleKeys([
    titled('A', {guid: 'same', url: '/a'}),
    titled('B', {guid: 'same', url: '/b'}),
    titled('C', {guid: 'own', url: '/c'}),
  ]);
  expect(keys).toEqual(['same\0/a', 'same\0/b', 'own']);
});

test('twins are counted from the oldest, so a new one leaves the others their names', () => {
  const twin = titled('A', {guid: 'same', url: '/a'});
  const two = articleKeys([twin, twin]);
  expect(articleKeys([twin, twin, twin]).slice(1)).toEqual(two);
});

test('no two articles of a source have one name', () => {
  const name = fc.option(fc.constantFrom('a', 'b', ''), {nil: undefined});
  const article = fc.record({guid: name, url: name, path: name, title: fc.constantFrom('x', 'y')});
  fc.assert(
    fc.property(fc.array(article, {maxLength: 12}), list => {
      const articles = list.map(({guid, url, path, title}) =>
        titled(title, {
          ...(guid !== undefined && {guid}),
          ...(url !== undefined && {url}),
          ...(path !== undefined && {path}),
        }),
      );
      expect(new Set(articleKeys(articles)).size).toBe(articles.length);
    }),
    {numRuns: 200},
  );
});
