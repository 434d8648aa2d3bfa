import {expect, test} from 'vitest';
import {articleId} from '../../../source/domain/article/identity.ts';
import {fill, numbered, titles} from '../../helpers/drafts.ts';
import {open} from '../../helpers/shelf.ts';

const nobody = {authors: []};

test('what the publication names comes first, then what has most in common', () => {
  const {library} = open();
  const {publicationId} = library.follow('https://example.com/feed', {isListed: true});
  const {ids} = fill(library, [
    {
      guid: '0',
      title: 'Caches',
      tags: ['caching', 'http'],
      category: 'Engineering',
      ...nobody,
      related: [articleId(publicationId, '4'), 'unknown'],
    },
    {guid: '1', title: 'One tag', tags: ['http'], ...nobody},
    {guid: '2', title: 'Nothing', ...nobody},
    {guid: '3', title: 'Two tags', tags: ['HTTP', 'caching'], ...nobody},
    {guid: '4', title: 'Named', ...nobody},
    {guid: '5', title: 'Category', category: 'Engineering', ...nobody},
  ]);
  expect(titles(library.related(ids[0] ?? '', 10))).toEqual(['Named', 'Two tags', 'One tag', 'Category']);
  expect(titles(library.related(ids[0] ?? '', 2))).toEqual(['Named', 'Two tags']);
});

test('where the publication has too little, others that are shown help out', () => {
  const {library} = open();
  const {ids} = fill(library, [{title: 'Databases at night', tags: ['sleep'], ...nobody}]);
  const other = fill(
    library,
    [
      {title: 'More databases', ...nobody},
      {guid: 'b', title: 'Unlike', ...nobody},
    ],
    {location: 'https://other.example/'},
  );
  fill(library, [{title: 'Hidden databases', ...nobody}], {location: '/unlisted', isListed: false});
  expect(titles(library.related(ids[0] ?? '', 5))).toEqual(['More databases']);
  expect(library.related(other.ids[1] ?? '', 5)).toHaveLength(0);
  expect(library.related('unknown', 5)).toEqual([]);
});

test('an article is never related to itself, nor twice', () => {
  const {library} = open();
  const {ids} = fill(
    library,
    numbered(30, () => ({tags: ['all']})),
  );
  const found = library.related(ids[3] ?? '', 40).map(({id}) => id);
  expect(new Set(found).size).toBe(29);
  expect(found).not.toContain(ids[3]);
});
