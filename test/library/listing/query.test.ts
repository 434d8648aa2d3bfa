import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {ArticleRow, PublicationRow} from '../../../source/domain/query/view.ts';
import {parseQuery} from '../../../source/domain/query/query-parse.ts';
import type {Query} from '../../../source/domain/query/query.ts';
import {fill, NOW, numbered, titles} from '../../helpers/drafts.ts';
import type {Draft} from '../../helpers/drafts.ts';
import {open} from '../../helpers/shelf.ts';

const WORDS = ['river', 'galaxy', 'lattice', 'ember', 'quartz'] as const;
const AUTHORS = ['Mara Lindqvist', 'Ida Okafor', 'Tomas Reyes'];
const DAY = 86_400_000;

/** Forty articles in which every combination is likely to occur. */
function drafts(seed: number): Draft[] {
  return numbered(20, index => {
    const pick = (salt: number, size: number): number => (index * 7 + seed * 13 + salt * (index + 3)) % size;
    return {
      guid: `${seed} ${index}`,
      title: `${WORDS[pick(1, 5)]} ${WORDS[pick(2, 5)]}`,
      body: `<p>${WORDS[pick(3, 5)]} and ${WORDS[pick(4, 5)]}</p>`,
      authors: [{name: AUTHORS[pick(5, 3)] ?? ''}],
      tags: [WORDS[pick(6, 5)] ?? ''],
      category: ['Design', 'Engineering'][pick(7, 2)] ?? '',
      minutes: 1 + pick(8, 12),
      isPartial: pick(9, 4) === 0,
      publishedAt: new Date(NOW - pick(10, 30) * DAY - index * 1000).toISOString(),
    };
  });
}

/** Whether a text has a word, or one that begins so. */
function has(text: string, words: string, isOpen: boolean): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some(one => (isOpen ? one.startsWith(words) : one === words));
}

/** What a query means, said without a database. */
function matches(query: Query, row: ArticleRow, body: string, home: PublicationRow): boolean {
  switch (query.kind) {
    case 'text': {
      const names = row.authors.map(({name}) => name).join(' ');
      const fields = {
        title: row.title,
        author: names,
        tag: [...row.tags, row.category ?? ''].join(' '),
        category: row.category ?? '',
        text: `${row.excerpt ?? ''} ${body}`,
      };
      const text = query.field ? fields[query.field] : Object.values(fields).join(' ');
      const wanted = query.text.toLowerCase();
      if (query.isPhrase) return ` ${text.toLowerCase()} `.includes(` ${wanted} `);
      return has(text, wanted, query.field !== undefined);
    }
    case 'address': {
      return (row.url ?? '').toLowerCase().includes(query.text.toLowerCase());
    }
    case 'pattern': {
      const pattern = new RegExp(query.source, query.isCaseless ? 'i' : '');
      const texts = {
        title: [row.title],
        author: row.authors.map(({name}) => name),
        tag: [...row.tags, row.category ?? ''],
        category: [row.category ?? ''],
        text: [body],
        url: [row.url ?? ''],
      };
      return texts[query.field].some(text => pattern.test(text));
    }
    case 'publication': {
      return query.field === 'in'
        ? home.title.toLowerCase().includes(query.text)
        : home.language === query.text;
    }
    case 'is': {
      const states = {
        unread: !row.isRead,
        read: row.isRead,
        starred: row.isStarred,
        started: row.progress > 0 && row.progress < 0.95 && !row.isRead,
        partial: row.isPartial,
        new: true,
        hidden: row.isHidden === true,
      };
      return states[query.state];
    }
    case 'minutes': {
      return row.minutes >= query.least && row.minutes <= query.most;
    }
    case 'since':
    case 'before': {
      const when = query.when.kind === 'at' ? Date.parse(query.when.at) : NOW - query.when.seconds * 1000;
      const isSince = Date.parse(row.publishedAt ?? '') >= when;
      return query.kind === 'since' ? isSince : !isSince;
    }
    case 'not': {
      return !matches(query.of, row, body, home);
    }
    case 'and': {
      return query.of.every(part => matches(part, row, body, home));
    }
    case 'or': {
      return query.of.some(part => matches(part, row, body, home));
    }
  }
}

const leaf = fc.constantFrom(
  ...WORDS,
  'title:river',
  'title:"river galaxy"',
  'author:lind',
  'author:"Ida Okafor"',
  'tag:quartz',
  'category:design',
  'tag:design',
  'is:unread',
  'is:read',
  'is:starred',
  'is:started',
  'is:partial',
  '-is:hidden',
  'in:first',
  'lang:de',
  'read:<5m',
  'read:>8m',
  'since:7d',
  'before:2026-11-10',
  'text:ember',
  'url:1',
  'title:/^RIVER .*[xe]/i',
  'author:/^(Mara|Ida) /',
  'tag:/^qua/',
  'category:/^(?:Des|En)i?g/',
  'text:/(river|galaxy) and/',
  'url:/[02468]$/',
);
const query = fc.letrec<{tree: string}>(tie => ({
  tree: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    leaf,
    leaf.map(text => `-${text}`),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `${a} ${b}`),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a} or ${b})`),
    tie('tree').map(text => `-(${text})`),
  ),
})).tree;

test('the database finds what a query means', () => {
  const {library} = open();
  const first = fill(library, drafts(1), {
    location: 'https://first.example/',
    title: 'First',
    language: 'de',
  });
  const second = fill(library, drafts(2), {location: 'https://second.example/', title: 'Second'});
  const ids = [...first.ids, ...second.ids];
  library.mark(
    ids.filter((_, index) => index % 3 === 0),
    {isRead: true},
  );
  library.mark(
    ids.filter((_, index) => index % 5 === 0),
    {isStarred: true},
  );
  for (const id of ids.filter((_, index) => index % 4 === 0))
    library.keepPosition(id, {block: 1, offset: 0}, 0.5);
  const homes = new Map(library.publications().map(home => [home.id, home]));
  const {rows} = library.window({query: ''}, 0, 100);
  const bodies = new Map(
    rows.map(({id}) => [id, (library.body(id)?.content ?? '').replace(/<[^>]*>/gu, '')]),
  );
  fc.assert(
    fc.property(
      query,
      fc.constantFrom('newest', 'oldest', 'relevance', 'recent', undefined),
      (text, order) => {
        const parsed = parseQuery(text);
        if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
        const meant = rows.filter(row => {
          const home = homes.get(row.publicationId);
          return home !== undefined && matches(parsed.query, row, bodies.get(row.id) ?? '', home);
        });
        const found = library.window({query: text, ...(order && {order})}, 0, 100);
        expect(new Set(found.rows.map(({id}) => id))).toEqual(new Set(meant.map(({id}) => id)));
        expect([found.total, found.unread]).toEqual([
          meant.length,
          meant.filter(({isRead}) => !isRead).length,
        ]);
        if (order === 'newest' || order === undefined)
          expect(found.rows.map(({id}) => id)).toEqual(meant.map(({id}) => id));
      },
    ),
    {numRuns: 150},
  );
});

/** Titles of articles, of which only titles are known, that a query finds. */
function found(texts: readonly string[], text: string): string[] {
  const {library} = open();
  fill(
    library,
    texts.map((title, index) => ({guid: String(index), title, body: {format: 'text', content: ''}})),
  );
  return titles(library.window({query: text, order: 'newest'}, 0, 10).rows);
}

describe('words', () => {
  test('are found whatever their case and accents', () => {
    expect(found(['Ein Café in Zürich', 'Eine Kaffeebar'], 'CAFE zurich')).toEqual(['Ein Café in Zürich']);
    expect(found(['Ein cafe'], 'café')).toEqual(['Ein cafe']);
  });

  test('in scripts without spaces are found from one character on, and only where they stand together', () => {
    const texts = ['日本語の本を読む', '本日は休み', '今日は本', 'React日本語入門', '한국어를 배우다'];
    expect(found(texts, '日本')).toEqual(['日本語の本を読む', 'React日本語入門']);
    expect(found(texts, '本語の')).toEqual(['日本語の本を読む']);
    expect(found(texts, '語')).toEqual(['日本語の本を読む', 'React日本語入門']);
    expect(found(texts, '読む')).toEqual(['日本語の本を読む']);
    expect(found(texts, 'react日本')).toEqual(['React日本語入門']);
    expect(found(texts, '"日本語 入門"')).toEqual([]);
    expect(found(texts, '한국')).toEqual(['한국어를 배우다']);
    expect(found(texts, '日語')).toEqual([]);
  });

  test('with a star are beginnings, and phrases stand as they are', () => {
    const texts = ['Databases at rest', 'A database', 'Rest for databases'];
    expect(found(texts, 'databas*')).toHaveLength(3);
    expect(found(texts, 'database')).toEqual(['A database']);
    expect(found(texts, '"at rest"')).toEqual(['Databases at rest']);
    expect(found(texts, 'title:data')).toHaveLength(3);
  });

  test('of signs alone say nothing, and signs of the index’s own language do no harm', () => {
    const texts = ['C++ & Rust', 'Plain'];
    expect(found(texts, '—')).toHaveLength(2);
    expect(found(texts, 'rust &')).toEqual(['C++ & Rust']);
    for (const text of ['"', '*', 'NEAR(a b)', 'a AND', 'title', '^a', '{title}', "'", 'NOT a', '-*']) {
      expect(() => found(texts, text)).not.toThrow();
    }
  });
});

test('a wrong query is a problem that names the place', () => {
  const {library} = open();
  expect(() => library.window({query: 'a autor:b'}, 0, 1)).toThrow(
    'There is no “autor:”; did you mean “author:”?',
  );
});

test('few hits come in order of relevance', () => {
  const {library} = open();
  fill(library, [
    {
      guid: 'a',
      title: 'Other things',
      body: '<p>A river is named once in a long text about something else entirely.</p>',
    },
    {guid: 'b', title: 'River and river', body: '<p>The river.</p>'},
  ]);
  expect(titles(library.window({query: 'river', order: 'relevance'}, 0, 5).rows)).toEqual([
    'River and river',
    'Other things',
  ]);
});
