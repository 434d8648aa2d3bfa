import {describe, expect, test} from 'vitest';
import {fill, numbered, titles} from '../../helpers/drafts.ts';
import {open} from '../../helpers/shelf.ts';

const found = (library: ReturnType<typeof open>['library'], query: string): string[] =>
  titles(library.window({query}, 0, 100).rows);

describe('a pattern', () => {
  test('is looked for in one field, with and without regard to capitals', () => {
    const {library} = open();
    fill(library, [
      {
        title: 'Week 12 in Review',
        url: 'https://example.com/sponsored/1',
        tags: ['Rust'],
        authors: [{name: 'Ida'}],
      },
      {title: 'a week in review', url: 'https://example.com/2', body: '<p>Paid for by <b>Acme</b></p>'},
    ]);
    expect(found(library, 'title:/^Week \\d+/')).toEqual(['Week 12 in Review']);
    expect(found(library, 'title:/WEEK/i').length).toBe(2);
    expect(found(library, 'title:/WEEK/')).toEqual([]);
    expect(found(library, 'url:/\\/sponsored\\//')).toEqual(['Week 12 in Review']);
    expect(found(library, '-url:/sponsored/')).toEqual(['a week in review']);
    expect(found(library, 'text:/by Acme/ or tag:/^rust$/i').length).toBe(2);
    expect(found(library, 'author:/^Ida$/ is:unread')).toEqual(['Week 12 in Review']);
  });

  test('finds an own tag', () => {
    const {library} = open();
    const {ids} = fill(library, [{title: 'One'}, {title: 'Two'}]);
    library.tag(ids.slice(0, 1), {add: ['later-1']});
    expect(found(library, 'tag:/^later-\\d$/')).toHaveLength(1);
  });

  test('keeps its engine through a change of the library’s file and of its statements', () => {
    const {library} = open();
    fill(library, [{title: 'One'}]);
    for (let count = 0; count < 300; count++)
      expect(found(library, `title:/^One(?:${count})?$/`)).toEqual(['One']);
  });

  test('that would take other engines for ever is answered at once', () => {
    const {library} = open();
    fill(library, [{title: `${'a'.repeat(5000)}!`, body: `<p>${'a'.repeat(100_000)}!</p>`}]);
    expect(found(library, 'title:/^(a+)+$/')).toEqual([]);
    expect(found(library, 'title:/(a|aa)+(a*)*(.*)*x/')).toEqual([]);
    expect(found(library, 'text:/(.*)(.*)(.*)(.*)x$/')).toEqual([]);
  });

  test('that the engine does not know is refused with a reason', () => {
    const {library} = open();
    fill(library, [{title: 'One'}]);
    expect(() => found(library, 'title:/a{2000}/')).toThrow('it repeats its parts more than 100 times');
    expect(() => found(library, `title:/${'a'.repeat(501)}/`)).toThrow('more than 500 characters');
  });

  test('reads no more text than one query may', () => {
    const {library} = open();
    fill(
      library,
      numbered(30, index => ({title: `Long ${index}`, body: 'word '.repeat(200_000)})),
    );
    expect(() => found(library, 'text:/nowhere/')).toThrow('at most 20 million characters');
    expect(found(library, 'text:/nowhere/ title:/^Long 7$/')).toEqual([]);
  });
});
