import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {QUERY_FIELDS} from '../../../source/domain/query/query-fields.ts';
import {parseQuery} from '../../../source/domain/query/query-parse.ts';
import {dependsOnMarks} from '../../../source/domain/query/query.ts';
import type {Query} from '../../../source/domain/query/query.ts';

const word = (text: string): Query => ({kind: 'text', text, isPhrase: false});

const pattern = (source: string, isCaseless: boolean): Query => ({
  kind: 'pattern',
  field: 'title',
  source,
  isCaseless,
});

/** The query's tree, or where and why it is wrong. */
function read(text: string): Query | string {
  const parsed = parseQuery(text);
  if (parsed.ok) return parsed.query;
  const {message, offset, length} = parsed.error;
  return `[${text.slice(offset, offset + length)}] ${message}`;
}

describe('a query', () => {
  test('that is empty is for everything', () => {
    expect(read('  ')).toEqual({kind: 'and', of: []});
  });

  test('has words that must all be there, phrases, and what must not', () => {
    expect(read('cache "second thousand" -noise')).toEqual({
      kind: 'and',
      of: [
        word('cache'),
        {kind: 'text', text: 'second thousand', isPhrase: true},
        {kind: 'not', of: word('noise')},
      ],
    });
  });

  test('binds "or" weaker than standing side by side, and parentheses strongest', () => {
    expect(read('a b or c')).toEqual({
      kind: 'or',
      of: [{kind: 'and', of: [word('a'), word('b')]}, word('c')],
    });
    expect(read('a -(b OR c)')).toEqual({
      kind: 'and',
      of: [word('a'), {kind: 'not', of: {kind: 'or', of: [word('b'), word('c')]}}],
    });
  });

  test('takes quotes of any kind, and one that is never closed to the end', () => {
    for (const text of ['"two words"', '“two words”', '"two words']) {
      expect(read(text)).toEqual({kind: 'text', text: 'two words', isPhrase: true});
    }
  });

  test('has fields', () => {
    expect(read('is:unread')).toEqual({kind: 'is', state: 'unread'});
    expect(read('author:"Mara Lindqvist"')).toEqual({
      kind: 'text',
      text: 'Mara Lindqvist',
      isPhrase: true,
      field: 'author',
    });
    expect(read('TAG:caching')).toEqual({kind: 'text', text: 'caching', isPhrase: false, field: 'tag'});
    expect(read('in:journal')).toEqual({kind: 'publication', field: 'in', text: 'journal'});
    expect(read('lang:de')).toEqual({kind: 'publication', field: 'lang', text: 'de'});
  });

  test('has patterns, with anything between their slashes', () => {
    expect(read('title:/a (b|c)" \\/ d/i')).toEqual(pattern('a (b|c)" \\/ d', true));
    expect(read('-TITLE:/x/')).toEqual({kind: 'not', of: pattern('x', false)});
    expect(read('url:/sponsored/')).toEqual({...pattern('sponsored', false), field: 'url'});
    expect(read('title:"/etc/passwd"')).toMatchObject({kind: 'text', text: '/etc/passwd'});
    expect(read('http://a/b/')).toEqual(word('http://a/b/'));
  });

  test.each([
    ['title:/abc', '[/abc] A pattern is written /…/ or /…/i; other text with a slash stands in quotes.'],
    ['title:/a/gi', '[/a/gi] A pattern ends with / or /i, not with /gi.'],
    ['a title:/(?=b)/', '[/(?=b)/] A pattern cannot look ahead, behind or back: leave out “(?=”.'],
    ['title:/(a)\\1/', '[/(a)\\1/] A pattern cannot look ahead, behind or back: leave out “\\1”.'],
    ['title:/[a/', '[/[a/] “/[a/” is not a pattern: unterminated character class.'],
    [
      'lang:/de/',
      '[lang:/de/] “lang:” takes no pattern; author:, tag:, category:, title:, text: and url: do.',
    ],
  ])('says what is wrong with the pattern of %s', (text, wrong) => {
    expect(read(text)).toBe(wrong);
  });

  test('takes the signs of a pattern for themselves within brackets', () => {
    expect(read('title:/[(?=]x\\\\1/')).toMatchObject({kind: 'pattern'});
  });

  test('counts minutes', () => {
    expect(read('read:<5m')).toEqual({kind: 'minutes', least: 0, most: 4});
    expect(read('read:<=5')).toEqual({kind: 'minutes', least: 0, most: 5});
    expect(read('read:>10m')).toEqual({kind: 'minutes', least: 11, most: Infinity});
    expect(read('read:>=10min')).toEqual({kind: 'minutes', least: 10, most: Infinity});
    expect(read('read:5-10m')).toEqual({kind: 'minutes', least: 5, most: 10});
    expect(read('read:7m')).toEqual({kind: 'minutes', least: 7, most: 7});
  });

  test('knows times', () => {
    expect(read('since:7d')).toEqual({kind: 'since', when: {kind: 'ago', seconds: 604_800}});
    expect(read('before:2026-02')).toEqual({
      kind: 'before',
      when: {kind: 'at', at: '2026-02-01T00:00:00.000Z'},
    });
    expect(read('since:2024-02-29')).toEqual({
      kind: 'since',
      when: {kind: 'at', at: '2024-02-29T00:00:00.000Z'},
    });
  });

  test('takes addresses, times of day and titles with a colon for words', () => {
    for (const text of ['https://example.com/a', '10:30', 'Rust:', 'std::vec', 'x-y', 'a/b'])
      expect(read(text)).toEqual(word(text));
  });
});

describe('a query that is wrong points at the word', () => {
  test.each([
    ['cache autor:mara', '[autor:] There is no “autor:”; did you mean “author:”?'],
    ['zzz:1', '[zzz:] There is no “zzz:” to search by.'],
    ['is:unred', '[unred] “is:” knows unread, read, starred, started, partial, new and hidden, not “unred”.'],
    ['a read:soon', '[soon] Read time is written <5m, >10m or 5-10m, not “soon”.'],
    ['since:yesterday', '[yesterday] A time is written 7d, 3w or 2026-01-31, not “yesterday”.'],
    ['before:2026-02-30', '[2026-02-30] A time is written 7d, 3w or 2026-01-31, not “2026-02-30”.'],
    ['(a b', '[(] This parenthesis is not closed.'],
    ['a b)', '[)] This parenthesis closes nothing.'],
    ['or b', '[or] “or” needs something on both sides.'],
    ['a or', '[or] “or” needs something on both sides.'],
    ['a (b or)', '[or] “or” needs something on both sides.'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('and says when it is too long or too deep', () => {
    expect(read('word '.repeat(500))).toMatch(/A query has at most 2000 characters\.$/u);
    expect(read('('.repeat(60))).toMatch(/Parentheses may stand at most 40 deep\.$/u);
  });

  test('whatever is typed is understood or told with a place within it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '-',
        'or',
        '"',
        'is:',
        'read:<',
        'since:',
        'unread',
        '7d',
        ':',
        ' ',
        '“',
        '日本',
        '👩‍💻',
      ),
      fc.string({maxLength: 6}),
      fc.string({unit: 'binary', maxLength: 4}),
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 20}), pieces => {
        const text = pieces.join('');
        const parsed = parseQuery(text);
        if (parsed.ok) return;
        const {message, offset, length} = parsed.error;
        expect(message).not.toBe('');
        expect(length).toBeGreaterThan(0);
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset + length).toBeLessThanOrEqual(text.length);
      }),
      {numRuns: 150},
    );
  });
});

test('every example in the table of fields is understood', () => {
  for (const {name, example, values = []} of QUERY_FIELDS) {
    for (const text of [example, ...values.map(value => `${name}:${value}`)])
      expect(parseQuery(text)).toMatchObject({ok: true});
  }
});

function depends(text: string): boolean {
  const parsed = parseQuery(text);
  return parsed.ok && dependsOnMarks(parsed.query);
}

test('a query says whether marks decide what it finds', () => {
  expect(['is:unread', 'a or -(b is:starred)'].map(depends)).toEqual([true, true]);
  expect(['a', 'is:partial read:<5m'].map(depends)).toEqual([false, false]);
});
