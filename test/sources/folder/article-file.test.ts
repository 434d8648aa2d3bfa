import {expect, test} from 'vitest';
import {articleFile, partsOf} from '../../../source/sources/folder/article/article-file.ts';
import {peopleIn} from '../../../source/sources/folder/about/people.ts';

const people = peopleIn({ada: {name: 'Ada Lovelace', title: 'Engineer', url: 'https://ada.example'}});
const fileOf = (path: string, text: string) =>
  articleFile(path, partsOf(path, text), 0, {people, homepage: 'https://blog.example/', now: 0});
const read = (head: string, path = 'post.md', body = 'Text.') =>
  fileOf(path, `---\n${head}\n---\n\n${body}`).article;

test.each([
  ['post.md', '# A *heading*\n\nText', 'A heading'],
  ['post.md', 'Underlined\n==========\n\nText', 'Underlined'],
  ['post.md', '```sh\n# a comment\n```\n\n## Second level', 'Second level'],
  ['2024-05-06-the-name-of-it.md', 'Text', 'The name of it'],
  ['2024/the-folder/index.md', 'Text', 'The folder'],
])('finds a title for %s', (path, body, title) => {
  expect(fileOf(path, body).article.title?.content).toBe(title);
});

test.each([
  ['2024-05-06-x.md', '2024-05-06'],
  ['2024-5-6-x.md', '2024-05-06'],
  ['2024/05/06/x.md', '2024-05-06'],
  ['20240506-x.md', '2024-05-06'],
  ['2024/05-06-x.md', '2024-05-06'],
])('reads the day in %s', (path, day) => {
  expect(read('title: x', path).published?.[0]).toBe(day);
});

test('prefers the date that the article states, and falls back to the file’s own', () => {
  expect(read('pubDate: 2020-01-01 10:00 +0200', '2024-05-06-x.md').published).toEqual([
    '2020-01-01 10:00 +0200',
    '2024-05-06',
    '1970-01-01T00:00:00.000Z',
  ]);
  expect(read('path: 2023/12/15/x').published?.[0]).toBe('2023-12-15');
  expect(fileOf('x.md', 'Text')).toMatchObject({
    isDated: false,
    article: {published: ['1970-01-01T00:00:00.000Z']},
  });
});

test.each([
  ['author: Grace Hopper', [{name: 'Grace Hopper'}]],
  ['author: ada', [{name: 'Ada Lovelace', role: 'Engineer', url: 'https://ada.example'}]],
  [
    'authors: [ada, Grace Hopper]',
    [{name: 'Ada Lovelace', role: 'Engineer', url: 'https://ada.example'}, {name: 'Grace Hopper'}],
  ],
  ['by:\n- Grace Hopper, for the team', [{name: 'Grace Hopper, for the team'}]],
  ['author: Grace Hopper and Alan Turing', [{name: 'Grace Hopper'}, {name: 'Alan Turing'}]],
  [
    'author: "[Grace](https://g.example) (Navy), [Alan](https://a.example)"',
    [
      {name: 'Grace (Navy)', url: 'https://g.example'},
      {name: 'Alan', url: 'https://a.example'},
    ],
  ],
  [
    'author:\n  name: Grace\n  role: Admiral\n  bio: Found a bug.',
    [{name: 'Grace', role: 'Admiral', bio: 'Found a bug.'}],
  ],
  [
    'author: Grace\nauthor_title: Admiral\nauthor_url: https://g.example',
    [{name: 'Grace', role: 'Admiral', url: 'https://g.example'}],
  ],
])('knows the authors of %s', (head, authors) => {
  expect(read(head).authors).toEqual(authors);
});

test('takes the line in which authors sign where the head names none', () => {
  expect(
    read('title: x', 'x.md', '**Authors:** Grace Hopper (Navy), ada\n\nText').authors?.map(({name}) => name),
  ).toEqual(['Grace Hopper', 'Ada Lovelace']);
});

test.each([
  ['category: Open Source\ntags: [a, b]', 'Open Source', ['a', 'b']],
  ['categories: news releases\ntags: one, two words', 'news', ['news', 'releases', 'one', 'two words']],
  ['taxonomies:\n  categories: [Deep]\n  tags: [x]', 'Deep', ['Deep', 'x']],
])('knows the labels of %s', (head, category, tags) => {
  expect(read(head)).toMatchObject({category, tags});
});

test('makes an address of a path where the home page is known', () => {
  expect(read('permalink: /2024/x/').url).toBe('https://blog.example/2024/x/');
  expect(read('canonical_url: https://other.example/x\npermalink: /y').url).toBe('https://other.example/x');
});

test('takes what stands before the mark of an opening for the excerpt', () => {
  expect(read('title: x', 'x.md', 'The *opening*.\n\n<!-- truncate -->\n\nThe rest.').excerpt?.content).toBe(
    'The opening.',
  );
});

test('reads fields without marks, as Pelican has them', () => {
  expect(fileOf('x.md', 'Title: Bare\nDate: 2024-05-06\nAuthor: Ada\n\nText').article).toMatchObject({
    title: {content: 'Bare'},
    authors: [{name: 'Ada Lovelace'}],
  });
});
