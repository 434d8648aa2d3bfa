import fc from 'fast-check';
import {beforeAll, expect, test} from 'vitest';
import {loadRanker} from '../../../source/library/search/fuzzy-filter.ts';
import {Labels} from '../../../source/library/search/title-index.ts';
import {fill, numbered, titles} from '../../helpers/drafts.ts';
import {open} from '../../helpers/shelf.ts';

beforeAll(async () => void (await loadRanker()));

const TEXTS = ['a', 'ab', 'ba', 'river', 'riv', 'ri er', 'é', '日本', '👩‍💻', '*', '?', '[a]', '\n', ' '];
const text = fc.array(fc.constantFrom(...TEXTS), {maxLength: 5}).map(parts => parts.join(''));
const word = fc.array(fc.constantFrom(...TEXTS.filter(one => one.trim() !== '')), {
  minLength: 1,
  maxLength: 2,
});
const words = fc.array(
  word.map(parts => parts.join('')),
  {maxLength: 3},
);

const labelsOf = (texts: readonly string[]) =>
  new Labels(
    texts.map((_, index) => index * 10),
    new TextEncoder().encode(texts.join('\0')),
  );
const keysWhere = (texts: readonly string[], is: (text: string) => boolean) =>
  texts.flatMap((one, index) => (is(one) ? [index * 10] : []));

test('the texts that hold all words are found, wherever the words stand in them', () => {
  fc.assert(
    fc.property(fc.array(text, {maxLength: 12}), words, (texts, wanted) => {
      const all = keysWhere(texts, one => wanted.every(each => one.includes(each)));
      expect(labelsOf(texts).holding(wanted)).toEqual(all);
    }),
    {numRuns: 2000},
  );
});

test('the texts that hold the letters of a word in their order are found', () => {
  const texts = ['postgres', 'sort pages', 'gates', 'pst', '', 'pos\ntag'];
  expect(labelsOf(texts).spelling(['pstg'])).toEqual([0, 50]);
  expect(labelsOf(texts).spelling(['at', 's'])).toEqual([20]);
});

test('texts are given by their keys, whatever is asked for besides', () => {
  const texts = ['one', '', 'drei 👩‍💻'];
  expect(labelsOf(texts).texts([0, 5, 10, 20, 30])).toEqual([
    {key: 0, text: 'one'},
    {key: 10, text: ''},
    {key: 20, text: 'drei 👩‍💻'},
  ]);
});

test('a filter finds the same whether its texts were read ahead or not, also after a change', () => {
  const {library} = open();
  fill(
    library,
    numbered(300, index => ({title: `Tide ${index} ${index % 7 === 0 ? 'Café [*]' : 'storm'}`})),
  );
  const found = () =>
    ['t', 'cafe', 'storm 11', '[*]', 'tdc', 'xyzzy'].map(filter => {
      const {rows, total, unread} = library.window({query: '', filter}, 0, 300);
      return [titles(rows), total, unread];
    });
  const before = found();
  library.prepareFilter();
  expect(found()).toEqual(before);
  fill(library, [{guid: 'new', title: 'Cafe of tides', publishedAt: '2030-01-01T00:00:00.000Z'}], {
    location: 'https://b.example/feed',
  });
  const after = found();
  expect(after).not.toEqual(before);
  library.prepareFilter();
  expect(found()).toEqual(after);
});
