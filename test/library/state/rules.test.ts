import {describe, expect, test} from 'vitest';
import type {Rule} from '../../../source/domain/rule/rule.ts';
import {fill, numbered, titles} from '../../helpers/drafts.ts';
import type {Draft} from '../../helpers/drafts.ts';
import {open, temporaryFolder} from '../../helpers/shelf.ts';
import {join} from 'node:path';

type Library = ReturnType<typeof open>['library'];

const found = (library: Library, query: string): string[] =>
  titles(library.window({query}, 0, 100).rows).toSorted();

function withRules(rules: readonly Rule[], drafts: readonly Draft[]): Library {
  const {library} = open();
  library.keepRules(rules);
  fill(library, drafts, {location: 'https://first.example/', title: 'First'});
  return library;
}

const rule = (query: string, ...acts: string[]): Rule => ({query, do: acts});

describe('rules on what comes in', () => {
  test('hide, mark, star and tag, in their order', () => {
    const library = withRules(
      [
        rule('title:/^sponsored/i', 'hide', 'read'),
        rule('sponsored', 'star'),
        rule('cache', 'tag later', 'read'),
        rule('is:unread', 'tag fresh'),
      ],
      [
        {title: 'Sponsored: a cache'},
        {title: 'A cache'},
        {title: 'Sponsored by nobody? A river', body: 'x'},
        {title: 'A river'},
      ],
    );
    expect(found(library, '')).toEqual(['A cache', 'A river']);
    expect(found(library, 'is:hidden')).toEqual(['Sponsored by nobody? A river', 'Sponsored: a cache']);
    expect(found(library, 'is:starred')).toEqual([]);
    expect(found(library, 'tag:later')).toEqual(['A cache']);
    expect(found(library, 'tag:fresh')).toEqual(['A river']);
    expect(library.publications()[0]).toMatchObject({total: 2, unread: 1});
    expect(library.search('cache', 10).map(({row}) => row.title)).toEqual(['A cache']);
    expect(library.search('is:hidden', 10)).toHaveLength(2);
  });

  test('are tried once: what the reader does afterwards stays', () => {
    const drafts = [{guid: '1', title: 'A cache'}];
    const library = withRules([rule('cache', 'star')], drafts);
    const ids = library.window({query: ''}, 0, 1).rows.map(({id}) => id);
    library.mark(ids, {isStarred: false});
    fill(library, [{guid: '1', title: 'A cache, edited'}], {
      location: 'https://first.example/',
      title: 'First',
    });
    expect(found(library, '')).toEqual(['A cache, edited']);
    expect(found(library, 'is:starred')).toEqual([]);
  });

  test('are for one publication where they name it', () => {
    const {library} = open();
    library.keepRules([
      {...rule('', 'read'), in: 'https://first.example'},
      {...rule('', 'star'), in: 'SECOND'},
    ]);
    fill(library, [{title: 'One'}], {location: 'https://first.example/', title: 'First'});
    fill(library, [{title: 'Two'}], {location: 'https://second.example/', title: 'Second'});
    expect(found(library, 'is:read')).toEqual(['One']);
    expect(found(library, 'is:starred')).toEqual(['Two']);
  });

  test('see the text of what has just come in', () => {
    const library = withRules(
      [rule('text:/river\\s+of/', 'star'), rule('"river of gold"', 'tag gold')],
      [
        {title: 'One', body: '<p>A river of <b>gold</b></p>'},
        {title: 'Two', body: '<p>gold</p>'},
      ],
    );
    expect(found(library, 'is:starred')).toEqual(['One']);
    expect(found(library, 'tag:gold')).toEqual(['One']);
  });

  test('that ask for what is not there cost no other rule and no article', () => {
    const library = withRules([rule('title:/a{5000}/', 'hide'), rule('One', 'star')], [{title: 'One'}]);
    expect(found(library, 'is:starred')).toEqual(['One']);
  });

  test('note what is to be done outside, but not for the first articles of a publication', () => {
    const {library} = open();
    const home = {location: 'https://first.example/', title: 'First'};
    library.keepRules([rule('cache', 'notify', 'run keep')]);
    fill(library, [{guid: '1', title: 'A cache'}], home);
    expect(library.takeErrands()).toEqual([]);
    fill(
      library,
      [
        {guid: '2', title: 'Another cache'},
        {guid: '3', title: 'A river'},
      ],
      home,
    );
    const id = library.window({query: 'another'}, 0, 1).rows[0]?.id;
    expect(library.takeErrands()).toEqual([
      {kind: 'notify', articleId: id},
      {kind: 'run', name: 'keep', articleId: id},
    ]);
    expect(library.takeErrands()).toEqual([]);
  });

  test('hold in every opening of the file', () => {
    const path = join(temporaryFolder(), 'library.db');
    const first = open(path).library;
    first.keepRules([rule('cache', 'star')]);
    const second = open(path).library;
    fill(second, [{title: 'A cache'}]);
    expect(found(first, 'is:starred')).toEqual(['A cache']);
    expect(first.rules()).toEqual([rule('cache', 'star')]);
  });
});

describe('rules on what is here', () => {
  test('are one act, which is undone whole', () => {
    const {library} = open();
    fill(library, [{title: 'A cache'}, {title: 'A river'}, {title: 'An ember'}]);
    const results = library.runRules([
      rule('cache', 'hide'),
      rule('river', 'star', 'tag later'),
      rule('nothing', 'read'),
    ]);
    expect(results.map(one => [one.found, one.changed])).toEqual([
      [1, 1],
      [1, 1],
      [0, 0],
    ]);
    expect(found(library, '')).toEqual(['A river', 'An ember']);
    expect(library.publications()[0]).toMatchObject({total: 2, unread: 2});
    expect(library.undo()?.description).toBe('Ran the rules on 2 articles');
    expect(found(library, '')).toEqual(['A cache', 'A river', 'An ember']);
    expect(found(library, 'is:starred or tag:later or is:hidden')).toEqual([]);
    expect(library.publications()[0]).toMatchObject({total: 3, unread: 3});
  });

  test('are told beforehand, and nothing changes', () => {
    const {library} = open();
    fill(
      library,
      numbered(8, index => ({title: `Cache ${index}`})),
    );
    const version = library.version();
    const [first, second] = library.testRules([rule('cache', 'hide', 'notify'), rule('cache', 'star')]);
    expect(first).toMatchObject({found: 8, changed: 8});
    expect(first?.newest).toHaveLength(5);
    expect(second).toMatchObject({found: 0});
    expect(library.version()).toBe(version);
    expect(found(library, '')).toHaveLength(8);
    expect(library.takeErrands()).toEqual([]);
    expect(library.undo()).toBeUndefined();
  });

  test('say why one of them could not be tried', () => {
    const {library} = open();
    fill(library, [{title: 'One'}]);
    expect(library.testRules([rule('title:/a{5000}/', 'hide')])[0]?.fault).toContain('is not a pattern');
  });
});

test('a change of the rules is an act, and its undoing restores them', () => {
  const {library} = open();
  library.keepRules([rule('a', 'hide')]);
  library.keepRules([rule('a', 'hide'), rule('b', 'star')], {description: 'Added a rule'});
  expect(library.undo()?.description).toBe('Added a rule');
  expect(library.rules()).toEqual([rule('a', 'hide')]);
  expect(library.undo()).toBeUndefined();
});

test('hidden articles stay hidden through an export, an import and a change of their publication', () => {
  const library = withRules([rule('cache', 'hide')], [{title: 'A cache'}, {title: 'A river'}]);
  const other = open().library;
  other.importState(library.exportState());
  expect(found(other, 'is:hidden')).toEqual(['A cache']);
  const id = other.publications()[0]?.id ?? '';
  other.arrange(id, {isHidden: true});
  expect(found(other, '')).toEqual([]);
  other.arrange(id, {isHidden: false});
  expect(found(other, '')).toEqual(['A river']);
  expect(other.publications()[0]).toMatchObject({total: 1, unread: 1});
});
