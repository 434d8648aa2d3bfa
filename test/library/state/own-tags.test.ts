import {expect, test} from 'vitest';
import {undoneSentence} from '../../../source/services/undo/undo.ts';
import {fill, numbered} from '../../helpers/drafts.ts';
import {open} from '../../helpers/shelf.ts';

const DAY = 24 * 60 * 60 * 1000;

test('own tags are found beside those of the source, stay through a change of the article, and can be undone', () => {
  const {library} = open();
  const {ids} = fill(library, numbered(4), {title: 'Notes'});
  const [first = '', second = ''] = ids;
  const found = (query: string) => library.window({query}, 0, 9).rows.map(({id}) => id);
  expect(library.tag([first, second, 'unknown'], {add: ['later', 'work']})).toBe(2);
  expect(library.tag([first], {add: ['later']})).toBe(0);
  expect(library.tags()).toEqual([
    {name: 'later', count: 2},
    {name: 'work', count: 2},
  ]);
  expect(found('tag:late').toSorted()).toEqual([first, second].toSorted());
  expect(found('-tag:later')).toHaveLength(2);
  expect(found(`tag:later -title:"number 0"`)).toHaveLength(1);
  expect(found('tag:la')).toEqual([]);
  expect(library.article(first)?.ownTags).toEqual(['later', 'work']);
  expect(library.search('tag:work', 9)).toHaveLength(2);

  fill(
    library,
    numbered(4).map(one => ({...one, excerpt: 'Rewritten.'})),
    {title: 'Notes'},
  );
  expect(library.article(first)?.ownTags).toEqual(['later', 'work']);

  library.tag([first], {remove: ['work']});
  expect(library.undo()).toEqual({description: 'Removed the tag work from “Number 0”', ids: [first]});
  expect(library.undo()?.description).toBe('Changed the tags of 2 articles');
  expect(library.tags()).toEqual([]);
  expect(library.undo()).toBeUndefined();
});

test('own tags are exported, imported and keep an old article from being dropped', () => {
  const {library} = open();
  const {ids} = fill(library, numbered(2), {title: 'Notes'});
  library.tag(ids.slice(0, 1), {add: ['later']});
  const {library: other} = open();
  other.importState(library.exportState());
  expect([...other.exportState()]).toEqual([...library.exportState()]);
  expect(other.tags()).toEqual([{name: 'later', count: 1}]);
});

test('an old read article with a tag outlives the old ones without', () => {
  const {library, clock} = open();
  const {ids} = fill(library, numbered(3), {title: 'Notes'});
  fill(library, [{guid: 'other', title: 'Other'}], {title: 'Notes'});
  library.mark(ids, {isRead: true});
  library.tag(ids.slice(1, 2), {add: ['later']});
  clock.now += 400 * DAY;
  library.prune({keepDays: 30});
  expect(ids.map(id => library.article(id) !== undefined)).toEqual([false, true, false]);
});

test.each([
  ['Added the tag later to “To be”', 'Removed the tag later from “To be”.'],
  ['Removed the tag later from 3 articles', 'Added the tag later to 3 articles again.'],
  ['Changed the tags of one article', 'Restored the tags of one article.'],
])('the undo of “%s” is told in words', (description, sentence) => {
  expect(undoneSentence(description)).toBe(sentence);
});
