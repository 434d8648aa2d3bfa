import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Library} from '../../../source/ports/library.ts';
import {publicationId} from '../../../source/domain/article/identity.ts';
import {assemble} from '../../../source/sources/article/assemble.ts';
import type {RawArticle} from '../../../source/sources/format/format.ts';
import {open} from '../../helpers/shelf.ts';

const LOCATION = 'https://news.example/feed';

type Item = Readonly<{guid?: string; url?: string; title: string; date?: string; text?: string}>;

/** Fetches these items into a library. */
function fetchInto(library: Library, items: readonly Item[]): void {
  const articles = items.map(({guid, url, title, date, text}): RawArticle => ({
    title: {content: title, format: 'text'},
    body: {format: 'text', content: text ?? `Words of ${title}.`},
    ...(guid !== undefined && {guid}),
    ...(url !== undefined && {url}),
    ...(date !== undefined && {published: [date]}),
  }));
  const assembled = assemble({articles}, {location: LOCATION, canonicalLocation: LOCATION, url: LOCATION});
  library.store(assembled.publication.id, {kind: 'loaded', ...assembled, validators: {}});
}

/** What the library has after these fetches, of which the first was read. */
function after(first: readonly Item[], ...fetches: readonly (readonly Item[])[]): readonly string[] {
  const {library} = open();
  library.follow(LOCATION, {isListed: true});
  fetchInto(library, first);
  const all = () => library.window({publications: [publicationId(LOCATION)], query: ''}, 0, 100).rows;
  library.mark(
    all().map(({id}) => id),
    {isRead: true},
  );
  for (const items of fetches) fetchInto(library, items);
  return all()
    .map(({title, isRead}) => `${title}${isRead ? '' : ' (new)'}`)
    .sort();
}

const day = (number: number) => `2026-02-${String(number).padStart(2, '0')}T08:00:00Z`;
const unnamed = ({guid: _, ...rest}: Item): Item => rest;
const item = (title: string, number: number, more: Partial<Item> = {}): Item => ({
  title,
  guid: `https://news.example/?p=${number}`,
  url: `https://news.example/${title.toLowerCase()}/`,
  date: day(number),
  ...more,
});

const daily = (number: number) =>
  item('Daily', number, {url: `https://news.example/d${number}`, guid: `d${number}`});

describe('an article stays the same one', () => {
  const before = [item('Oak', 1), item('Elm', 2)];
  test.each<[string, (one: Item, index: number) => Item]>([
    [
      'when the site goes to http',
      one =>
        ({...one, guid: one.guid?.replace('https', 'http'), url: one.url?.replace('https', 'http')}) as Item,
    ],
    [
      'when the site drops its www',
      one =>
        ({
          ...one,
          guid: one.guid?.replace('news.', 'www.news.'),
          url: one.url?.replace('news.', 'www.news.'),
        }) as Item,
    ],
    [
      'when the site moves to another host',
      one =>
        ({
          ...one,
          guid: one.guid?.replace('news.example', 'moved.example'),
          url: one.url?.replace('news.example', 'moved.example'),
        }) as Item,
    ],
    [
      'when links lose their slash',
      one => ({...one, guid: one.url?.replace(/\/$/u, ''), url: one.url?.replace(/\/$/u, '')}) as Item,
    ],
    [
      'when links count readers',
      one => ({...one, guid: `${one.guid}&utm_source=rss`, url: `${one.url}?utm_medium=feed&fbclid=3`}),
    ],
    ['when its guid is new with each fetch', (one, index) => ({...one, guid: `urn:uuid:other-${index}`})],
    [
      'when its guid and its date are new with each fetch',
      (one, index) => ({...one, guid: `x${index}`, date: day(20 + index)}),
    ],
    ['when its guid is gone', unnamed],
    [
      'when its title and text are corrected',
      one => ({...one, title: `${one.title}, corrected`, text: 'Better.'}),
    ],
    [
      'when guid and link are new, but title, date and text are not',
      (one, index) => ({...one, guid: `n${index}`, url: `https://news.example/posts/${index}`}),
    ],
  ])('%s', (_, changed) => {
    const now = before.map(changed);
    expect(after(before, now, now)).toEqual(now.map(({title}) => title).sort());
  });

  test('when it is listed twice', () => {
    const oak = item('Oak', 1);
    expect(after([oak, item('Elm', 2)], [oak, item('Elm', 2), oak], [oak])).toEqual(['Elm', 'Oak']);
  });
});

describe('an article takes nobody’s marks', () => {
  test('with a guid that all items share, alone or together', () => {
    const [one, two, three] = ['Oak', 'Elm', 'Ash'].map((title, index) =>
      item(title, index + 1, {guid: 'tag:all'}),
    );
    if (!one || !two || !three) throw new Error('three items');
    expect(after([one], [two, one], [three])).toEqual(['Ash (new)', 'Elm (new)', 'Oak']);
    expect(after([one], [two], [three, two])).toEqual(['Ash (new)', 'Elm (new)', 'Oak']);
    expect(after([one, two], [two], [two, three])).toEqual(['Ash (new)', 'Elm', 'Oak']);
  });

  test('with a link that all items share', () => {
    const one = unnamed(item('Oak', 1, {url: 'https://news.example/'}));
    const two = {...one, title: 'Elm', date: day(2)};
    expect(after([one], [two, one], [two])).toEqual(['Elm (new)', 'Oak']);
    expect(after([one], [two])).toHaveLength(1);
  });

  test('with a title that all items share', () => {
    expect(after([daily(1)], [daily(2), daily(1)], [daily(3), daily(2)])).toEqual([
      'Daily',
      'Daily (new)',
      'Daily (new)',
    ]);
  });
});

test('whatever the neighbours in each fetch, a feed of distinct items has each once', () => {
  const names = ['Oak', 'Elm', 'Ash', 'Fir', 'Yew'];
  const fetches = fc.array(fc.uniqueArray(fc.nat(names.length - 1), {minLength: 1}), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fetches, fc.constantFrom('tag:all', undefined), (orders, guid) => {
      const items = orders.map(order =>
        order.map(index => item(names[index] ?? '', index + 1, guid === undefined ? {} : {guid})),
      );
      const seen = new Set(orders.flat().map(index => names[index] ?? ''));
      const first = new Set(orders[0]?.map(index => names[index] ?? ''));
      const expected = [...seen].map(name => (first.has(name) ? name : `${name} (new)`)).sort();
      expect(after(items[0] ?? [], ...items.slice(1))).toEqual(expected);
    }),
    {numRuns: 30},
  );
});
