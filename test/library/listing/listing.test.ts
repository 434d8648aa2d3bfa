import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {View} from '../../../source/domain/query/view.ts';
import {fill, NOW, numbered, titles} from '../../helpers/drafts.ts';
import {open} from '../../helpers/shelf.ts';

const EVERYTHING: View = {query: ''};
const DAY = '2026-01-01T00:00:00.000Z';

describe('a window on a list', () => {
  test('has the newest first, over all publications', () => {
    const {library} = open();
    fill(library, [
      {guid: 'a', title: 'Old', publishedAt: '2026-01-01T00:00:00.000Z'},
      {guid: 'b', title: 'New', publishedAt: '2026-03-01T00:00:00.000Z'},
    ]);
    fill(library, [{title: 'Middle', publishedAt: '2026-02-01T00:00:00.000Z'}], {
      location: 'https://b.example/feed',
    });
    expect(titles(library.window(EVERYTHING, 0, 10).rows)).toEqual(['New', 'Middle', 'Old']);
    expect(titles(library.window({query: '', order: 'oldest'}, 0, 10).rows)).toEqual([
      'Old',
      'Middle',
      'New',
    ]);
  });

  test('keeps the order of the source within one publication, and among articles of one day', () => {
    const {library} = open();
    const {publication} = fill(library, [
      {guid: 'z', title: 'First', publishedAt: DAY},
      {guid: 'a', title: 'Second', publishedAt: DAY},
      {guid: 'n', title: 'Newer', publishedAt: '2026-05-01T00:00:00.000Z'},
    ]);
    expect(titles(library.window({publications: [publication], query: ''}, 0, 10).rows)).toEqual([
      'First',
      'Second',
      'Newer',
    ]);
    expect(titles(library.window(EVERYTHING, 0, 10).rows)).toEqual(['Newer', 'First', 'Second']);
  });

  test('puts an article without a date where it came in', () => {
    const {library, clock} = open();
    const dated = {guid: 'dated', title: 'Dated', publishedAt: new Date(NOW + 1000).toISOString()};
    fill(library, [{guid: 'early', title: 'Early', isUndated: true}, dated]);
    clock.now += 5000;
    fill(library, [
      {guid: 'late', title: 'Late', isUndated: true},
      {guid: 'early', title: 'Early', isUndated: true},
      dated,
    ]);
    expect(titles(library.window(EVERYTHING, 0, 10).rows)).toEqual(['Late', 'Dated', 'Early']);
  });

  test('is the same wherever it is cut', () => {
    const {library} = open();
    fill(library, numbered(57));
    const {publication} = fill(library, numbered(31), {location: 'https://b.example/feed'});
    const views: View[] = [
      EVERYTHING,
      {query: '', order: 'oldest'},
      {publications: [publication], query: ''},
      {query: 'title:number', order: 'relevance'},
      {query: '', filter: 'num'},
      {query: 'is:unread'},
    ];
    fc.assert(
      fc.property(fc.constantFrom(...views), fc.nat(100), fc.nat(40), (view, offset, count) => {
        const all = library.window(view, 0, 1000);
        const part = library.window(view, offset, count);
        expect(part.rows).toEqual(all.rows.slice(offset, offset + count));
        expect([part.total, part.unread]).toEqual([all.total, all.unread]);
        for (const [index, {id}] of part.rows.entries())
          expect(library.indexOf(view, id)).toBe(offset + index);
      }),
      {numRuns: 40},
    );
  });

  test('beyond the end is empty and says where the end is', () => {
    const {library} = open();
    fill(library, numbered(3));
    expect(library.window(EVERYTHING, 10, 5)).toEqual({offset: 3, rows: [], total: 3, unread: 3});
  });

  test('knows dates before 1970, in the far future, and many of one second', () => {
    const {library} = open();
    fill(library, [
      {guid: 'future', title: 'Future', publishedAt: '9999-12-31T00:00:00.000Z'},
      ...numbered(40, () => ({publishedAt: DAY})),
      {guid: 'past', title: 'Past', publishedAt: '1899-01-01T00:00:00.000Z'},
    ]);
    const rows = titles(library.window(EVERYTHING, 0, 100).rows);
    expect(rows).toEqual(['Future', ...Array.from({length: 40}, (_, index) => `Number ${index}`), 'Past']);
  });
});

describe('what a list is about', () => {
  test('a publication that was only opened is listed alone, and is none of the sources', () => {
    const {library} = open();
    const {publication} = fill(library, numbered(2), {location: '/journal', isListed: false});
    expect(library.window(EVERYTHING, 0, 10).total).toBe(0);
    expect(library.window({query: 'number'}, 0, 10).total).toBe(0);
    expect(library.sources()).toEqual([]);
    expect(library.publications()).toMatchObject([{id: publication, isListed: false, total: 2}]);
    expect(library.window({publications: [publication], query: ''}, 0, 10).total).toBe(2);
  });

  test('a hidden one is in no list but its own', () => {
    const {library} = open();
    const {publication} = fill(library, numbered(2));
    library.arrange(publication, {isHidden: true});
    expect(library.window(EVERYTHING, 0, 10).total).toBe(0);
    expect(library.window({query: 'is:unread'}, 0, 10)).toMatchObject({total: 0, unread: 0});
    expect(library.window({publications: [publication], query: ''}, 0, 10).total).toBe(2);
    library.arrange(publication, {isHidden: false});
    expect(library.window({query: 'is:unread'}, 0, 10).total).toBe(2);
  });

  test('several publications are one list, newest first', () => {
    const {library} = open();
    const first = fill(library, numbered(2), {location: 'https://a.example/feed'});
    const second = fill(library, numbered(3), {location: 'https://b.example/feed'});
    fill(library, numbered(4), {location: 'https://c.example/feed'});
    const {rows, total} = library.window(
      {publications: [first.publication, second.publication], query: ''},
      0,
      10,
    );
    expect(total).toBe(5);
    expect(new Set(rows.map(({publicationId}) => publicationId)).size).toBe(2);
    expect([...rows].sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))).toEqual(rows);
  });

  test('one that nobody has is empty', () => {
    const {library} = open();
    expect(library.window({publications: ['unknown'], query: ''}, 0, 10)).toEqual({
      offset: 0,
      rows: [],
      total: 0,
      unread: 0,
    });
  });

  test('continue reading has what was read last first', () => {
    const {library, clock} = open();
    const {ids} = fill(library, numbered(5));
    for (const index of [3, 1]) {
      clock.now += 1000;
      library.keepPosition(ids[index] ?? '', {block: 2, offset: 0}, 0.4);
    }
    // Read to its end, and marked as unread by hand: nothing is left to go on with.
    library.keepPosition(ids[0] ?? '', {block: 9, offset: 0}, 1);
    expect(titles(library.window({query: 'is:started', order: 'recent'}, 0, 10).rows)).toEqual([
      'Number 1',
      'Number 3',
    ]);
  });
});

describe('the filter', () => {
  test('finds every word anywhere in title or author, whatever its case and accents', () => {
    const {library} = open();
    fill(library, [
      {guid: 'a', title: 'Über die Größe', authors: [{name: 'Émile Zola'}]},
      {guid: 'b', title: 'Plain', authors: [{name: 'Ida Okafor'}]},
      {guid: 'c', title: '日本語の本'},
      {guid: 'd', title: '100% [sure]? *'},
    ]);
    const found = (filter: string) => titles(library.window({query: '', filter}, 0, 10).rows);
    expect(found('uber zol')).toEqual(['Über die Größe']);
    expect(found('GROSSE')).toEqual(['Über die Größe']);
    expect(found('okaf')).toEqual(['Plain']);
    expect(found('本語')).toEqual(['日本語の本']);
    expect(found('[sure]?')).toEqual(['100% [sure]? *']);
    expect(found('* 100%')).toEqual(['100% [sure]? *']);
    expect(found('zola plain')).toEqual([]);
    expect(found('  ')).toHaveLength(4);
  });
});

describe('the next unread article', () => {
  test('is looked for behind this one, then from the top, and never this one', () => {
    const {library} = open();
    const {ids} = fill(library, numbered(4));
    const id = (index: number) => ids[index] ?? '';
    for (const view of [
      EVERYTHING,
      {query: 'is:unread'},
      {query: 'number*'},
      {query: '', order: 'oldest'} as const,
    ]) {
      library.mark(ids, {isRead: false});
      library.mark([id(1)], {isRead: true});
      const step = view.order === 'oldest' ? -1 : 1;
      expect(library.nextUnread(view, id(0))?.id).toBe(step === 1 ? id(2) : id(3));
      expect(library.nextUnread(view, id(1))?.id).toBe(id(1 + step));
      expect(library.nextUnread(view, id(3))?.id).toBe(step === 1 ? id(0) : id(2));
      expect(library.nextUnread(view, undefined)?.id).toBe(step === 1 ? id(0) : id(3));
      expect(library.nextUnread(view, id(0), true)?.id).toBe(step === 1 ? id(3) : id(2));
      expect(library.nextUnread(view, id(1), true)?.id).toBe(id(1 - step));
      expect(library.nextUnread(view, id(3), true)?.id).toBe(step === 1 ? id(2) : id(0));
      expect(library.nextUnread(view, undefined, true)?.id).toBe(step === 1 ? id(3) : id(0));
      library.mark([id(0), id(2)], {isRead: true});
      expect(library.nextUnread(view, id(3))).toBeUndefined();
    }
  });
});
