import {expect, test} from 'vitest';
import {authorsFrom} from '../../../source/sources/article/authors.ts';
import type {RawAuthor} from '../../../source/sources/format/format.ts';
import {expectLinear} from '../../helpers/work.ts';

const BASE = 'https://blog.example/';
const names = (...raw: readonly RawAuthor[]): readonly string[] =>
  authorsFrom(raw, BASE).map(({name}) => name);

test.each([
  ['Ada Lane', ['Ada Lane']],
  ['ada@blog.example (Ada Lane)', ['Ada Lane']],
  ['Ada Lane <ada@blog.example>', ['Ada Lane']],
  ['Ada Lane (ada@blog.example)', ['Ada Lane']],
  ['"Ada Lane" <mailto:ada@blog.example>', ['Ada Lane']],
  ['ada@blog.example Ada Lane', ['Ada Lane']],
  ['Ada Lane, ada@blog.example', ['Ada Lane']],
  ['ada@blog.example', []],
  ['<b>Ada</b> &amp; Bo', ['Ada & Bo']],
  ['By Ada Lane', ['Ada Lane']],
  ['Ada Lane and Bo Berg', ['Ada Lane', 'Bo Berg']],
  ['Ada Lane, Bo van Berg and Cy Tran', ['Ada Lane', 'Bo van Berg', 'Cy Tran']],
  ['Ada Lane, Bo van Berg, Cy Tran', ['Ada Lane', 'Bo van Berg', 'Cy Tran']],
  ['Ada Lane, Senior Editor, Harbour Books', ['Ada Lane, Senior Editor, Harbour Books']],
  ['Lane, Ada', ['Lane, Ada']],
  ['Research and Development', ['Research and Development']],
  ['@ada', ['@ada']],
  ['  ', []],
])('of %j the names are %j', (written, expected) => {
  expect(names({name: written})).toEqual(expected);
});

test('what is known of a person is kept, with a safe address', () => {
  const [ada] = authorsFrom(
    [{name: 'Ada', role: 'Engineer\n', bio: 'Keeps <i>databases</i> awake.', url: '/ada'}],
    BASE,
  );
  expect(ada).toEqual({
    name: 'Ada',
    role: 'Engineer',
    bio: 'Keeps databases awake.',
    url: 'https://blog.example/ada',
  });
  expect(authorsFrom([{name: 'Ada', url: 'javascript:x'}], BASE)).toEqual([{name: 'Ada'}]);
});

test('a person who is named twice is one', () => {
  expect(authorsFrom([{name: 'Ada'}, {name: 'ADA', role: 'Engineer'}], BASE)).toEqual([
    {name: 'Ada', role: 'Engineer'},
  ]);
});

test('names without end are cut, with work that grows no faster than they do', () => {
  const name = expectLinear(
    count => `${'a@b.c ('.repeat(count)}x`,
    50_000,
    text => names({name: text})[0],
  );
  expect(name?.length ?? 0).toBeLessThanOrEqual(501);
  expect(
    authorsFrom(
      Array.from({length: 5000}, (_, index) => ({name: `Name ${index}`})),
      BASE,
    ),
  ).toHaveLength(200);
});
