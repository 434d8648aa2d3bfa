import {expect, test} from 'vitest';
import {fill, numbered, titles} from '../helpers/drafts.ts';
import {realEffects} from '../helpers/effects.ts';

const VIEW = {query: ''};

test('a list is loaded around the article that was selected, wherever it has moved', async () => {
  const {library, run, of} = await realEffects();
  const {ids} = fill(library, numbered(60));
  run({kind: 'load-list', key: 1, view: VIEW, offset: 10, count: 5});
  const [first] = of('list-loaded');
  expect(titles(first?.window.rows ?? [])).toEqual([10, 11, 12, 13, 14].map(index => `Number ${index}`));

  // Five newer ones come in above it.
  fill(library, [...numbered(5, index => ({guid: `new ${index}`, title: `New ${index}`})), ...numbered(60)]);
  run({
    kind: 'reload-list',
    key: 1,
    view: VIEW,
    ...(ids[12] !== undefined && {selectedId: ids[12]}),
    selected: 12,
    top: 10,
    count: 6,
  });
  const [, again] = of('list-loaded');
  expect(again?.selected).toBe(17);
  expect(titles(again?.window.rows ?? [])).toContain('Number 12');
});

test('an article that is gone leaves the selection at its row', async () => {
  const {library, run, of} = await realEffects();
  fill(library, numbered(10));
  run({kind: 'reload-list', key: 1, view: VIEW, selectedId: 'gone', selected: 4, top: 0, count: 5});
  expect(of('list-loaded')[0]?.selected).toBe(4);
});

test('views are counted one by one, and a query that is not understood is left out', async () => {
  const {library, run, of, until} = await realEffects();
  const {ids} = fill(library, numbered(4));
  library.mark(ids.slice(0, 1), {isStarred: true});
  run({kind: 'count', queries: ['is:starred', 'is:nonsense', 'is:unread']});
  await until('counted');
  await expect.poll(() => of('counted').length).toBe(2);
  expect(of('counted').map(({counts}) => counts)).toEqual([{'is:starred': 1}, {'is:unread': 4}]);
});

test('the next unread article and the one left half-read are found', async () => {
  const {library, run, of, until} = await realEffects();
  const {ids} = fill(library, numbered(5));
  const [first = '', second = '', third = ''] = ids;
  library.mark([second], {isRead: true});
  library.keepPosition(third, {block: 0, offset: 0}, 0.4);
  run({kind: 'find-next', view: VIEW, afterId: first});
  expect(of('next-found')[0]?.row?.id).toBe(third);
  run({kind: 'find-unfinished'});
  expect((await until('unfinished-found')).row?.id).toBe(third);
});

test('lines that match are found some at a time, and a newer search ends an older one', async () => {
  const {library, run, of} = await realEffects();
  const {ids} = fill(
    library,
    numbered(12, index => ({body: `<p>The lamp of house ${index} was lit.</p>`})),
  );
  run({kind: 'find-snippets', key: 1, query: 'old', ids});
  run({kind: 'find-snippets', key: 2, query: 'lamp', ids});
  await expect.poll(() => of('snippets-found').length).toBe(3);
  expect(of('snippets-found').map(({key}) => key)).toEqual([2, 2, 2]);
  const snippets = Object.assign({}, ...of('snippets-found').map(one => one.snippets)) as object;
  expect(Object.keys(snippets).sort()).toEqual([...ids].sort());
});

test('publications and marks are loaded as they are now', async () => {
  const {library, run, of} = await realEffects();
  const {publication, ids} = fill(library, numbered(3));
  library.saveQuery('Stars', 'is:starred');
  run({kind: 'load-publications'});
  expect(of('publications-loaded')).toMatchObject([
    {publications: [{id: publication, unread: 3}], savedQueries: [{name: 'Stars', query: 'is:starred'}]},
  ]);
  library.mark(ids.slice(0, 1), {isRead: true});
  run({kind: 'load-rows', ids: [...ids.slice(0, 1), 'gone']});
  expect(of('marked')).toMatchObject([{rows: [{id: ids[0], isRead: true}]}]);
});
